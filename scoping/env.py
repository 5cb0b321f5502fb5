"""What the machine tells Paletti: variables named PALETTI_..., all checked at once at the start."""

import os
import secrets
import sys
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import dj_database_url
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

HOME = Path(__file__).resolve().parent.parent


class Environment(BaseSettings):
    """One field a variable: `debug` is PALETTI_DEBUG."""

    model_config = SettingsConfigDict(env_prefix="PALETTI_")

    debug: bool = Field(default=False, description="Django's debug pages; never where others can reach it.")
    var: Path = Field(default=HOME / "var", description="Folder of what this installation makes and keeps.")
    secret_key: str = Field(default="", description="Signs sessions. Made under var/ at the first start.")
    database_url: str = Field(default="", description="postgres://... or sqlite:///...; SQLite under var/.")
    documents: Path | None = Field(default=None, description="Folder of the issued documents; var/documents.")
    public_url: str = Field(
        default="http://localhost:8000", description="Where people reach it; every link is made from it."
    )
    allowed_hosts: Annotated[list[str], NoDecode] = Field(
        default_factory=list, description="Further host names that it answers to, separated by commas."
    )
    proxies: int = Field(default=0, ge=0, le=5, description="How many proxies of yours stand before it.")
    email_url: str = Field(
        default="", description="smtp://user:password@host:port; letters are files in var/mail."
    )
    email_from: str = Field(default="Paletti <paletti@localhost>", description="The sender of letters.")
    print_seconds: int = Field(
        default=10, ge=1, le=60, description="How long one document may take to print."
    )
    sign_up_open: bool = Field(default=False, description="Whether strangers may make themselves an account.")

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def split_hosts(cls, value: object) -> object:
        """Reads a comma-separated list."""
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("allowed_hosts")
    @classmethod
    def refuse_any_host(cls, hosts: list[str]) -> list[str]:
        """A host is a name: with a wildcard anybody could choose the host of a link."""
        for host in hosts:
            if "*" in host:
                raise ValueError(f"{host!r} is no host name: list each name.")
        return hosts

    @field_validator("public_url")
    @classmethod
    def check_public_url(cls, url: str) -> str:
        """Wants http(s)://host[:port] and nothing behind it."""
        parts = urlsplit(url)
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or parts.path.strip("/")
            or parts.query
        ):
            raise ValueError("must be like https://paletti.example.it")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def check_database_url(cls, url: str) -> str:
        """Wants a database that Paletti runs on."""
        if url and urlsplit(url).scheme not in ("sqlite", "postgres", "postgresql"):
            raise ValueError("must be a postgres:// or sqlite:// address")
        if url:
            dj_database_url.parse(url)
        return url

    @field_validator("email_url")
    @classmethod
    def check_email_url(cls, url: str) -> str:
        """Wants a mail server, or nothing."""
        if url and (urlsplit(url).scheme not in ("smtp", "smtps") or not urlsplit(url).hostname):
            raise ValueError("must be like smtp://user:password@mail.example.it:587")
        return url


def read() -> Environment:
    """Reads the environment; every wrong variable is named at once, in words, and the start ends there."""
    try:
        return Environment()
    except ValidationError as error:
        lines = [
            f"  PALETTI_{'_'.join(map(str, found['loc'])).upper()}: {found['msg']}"
            for found in error.errors()
        ]
        print("Paletti cannot start with this environment:", *lines, sep="\n", file=sys.stderr)
        raise SystemExit(1) from None


def secret_key_of(environment: Environment) -> str:
    """The key that was given, else the one in var/secret_key, made at the first start for its owner alone."""
    if environment.secret_key:
        return environment.secret_key
    path = environment.var / "secret_key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"secret_key.{os.getpid()}")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)  # two first starts at once: one key wins, whole
        except FileExistsError:
            pass  # the other start's key is the key
        finally:
            draft.unlink()
    return path.read_text()
