"""Serves Paletti on this machine: makes what the first start needs, then hands over to gunicorn.

What can be wrong with the machine is said in one sentence, in the language of the terminal, with exit code 1.
"""

import errno
import io
import os
import socket
import sqlite3
import sys
import tempfile
from collections.abc import MutableMapping
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))
DEFAULT_PORT = 8000

SENTENCES = {
    "port": (
        "La porta {port} è già occupata da un altro programma: scegli un'altra porta, per esempio "
        "make run PORT={other}.",
        "Port {port} is taken by another program: choose another one, for example make run PORT={other}.",
    ),
    "no port": (
        "«{port}» non è una porta: serve un numero da 1 a 65535.",
        "“{port}” is no port: a number from 1 to 65535 is needed.",
    ),
    "full": (
        "Il disco è pieno: libera spazio per la cartella {folder}, poi riprova.",
        "The disk is full: make room for the folder {folder}, then try again.",
    ),
    "read-only": (
        "Nella cartella {folder} non si può scrivere: dai il permesso di scrittura, poi riprova.",
        "The folder {folder} cannot be written to: allow writing there, then try again.",
    ),
    "later": (
        "Il database viene da una versione più recente di Paletti ({names}): aggiorna il programma.",
        "The database comes from a later version of Paletti ({names}): update the program.",
    ),
    "database": (
        "Il database non risponde: {why}",
        "The database does not answer: {why}",
    ),
    "demo to come": (
        "Primo avvio: preparo lo studio di prova e i suoi documenti, ci vuole qualche secondo.",
        "First start: making the demo studio and its documents, which takes some seconds.",
    ),
    "ready": (
        "Paletti è pronto: {address}  (per fermarlo: Ctrl+C)",
        "Paletti is ready: {address}  (to stop it: Ctrl+C)",
    ),
    "demo": (
        "Accesso di prova: {email}  password: {password}",
        "Demo sign-in: {email}  password: {password}",
    ),
}


def say(sentence: str, **facts: object) -> str:
    """The sentence in the terminal's language."""
    language = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    italian, english = SENTENCES[sentence]
    return (italian if language.startswith("it") else english).format(**facts)


def stop(sentence: str, **facts: object) -> NoReturn:
    """Ends with one sentence."""
    print(say(sentence, **facts), file=sys.stderr)
    raise SystemExit(1)


def port_of(arguments: list[str]) -> int:
    """The port that was asked for, which nobody else listens on."""
    wish = arguments[0] if arguments and arguments[0] else str(DEFAULT_PORT)
    if not wish.isascii() or not wish.isdigit() or not 0 < int(wish) < 65536:
        stop("no port", port=wish)
    port = int(wish)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            stop("port", port=port, other=port + 1 if port < 65535 else DEFAULT_PORT)
    return port


def stop_for_disk(error: OSError, folder: Path) -> NoReturn:
    """Says what is wrong with the disk, where it is that; anything else stays loud."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        stop("full", folder=folder)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR):
        stop("read-only", folder=folder)
    raise error


def make_folder(folder: Path) -> None:
    """Makes the folder where it is missing, and proves that it takes a file of the size of a document."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder) as probe:
            probe.write(b"\0" * 262_144)
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        stop_for_disk(error, folder)


def bring_database_up_to_date(folder: Path) -> None:
    """Migrates, and loads the demo studio if the database is new and nobody else reaches it.

    A mark in the folder says that the demo is still to come: a first start that broke off is made good. The
    demo's password is known to everybody: an installation that has an address of its own gets none.
    """
    from django.conf import settings
    from django.core.management import call_command, get_commands
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        applied, known = set(executor.loader.applied_migrations), set(executor.loader.disk_migrations)
        later = sorted(name for app, name in applied - known if app == "scoping")
        if later:
            stop("later", names=", ".join(later))
        demo_to_come = folder / "demo-to-come"
        if not applied and urlsplit(settings.PUBLIC_URL).hostname == "localhost":
            demo_to_come.touch()
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
        if "django_cache" not in connection.introspection.table_names():
            call_command("createcachetable", verbosity=0)
        if demo_to_come.exists() and demo_sign_in() is None and "demo" in get_commands():
            print(say("demo to come"), flush=True)
            call_command("demo", stdout=io.StringIO())
        demo_to_come.unlink(missing_ok=True)
        connection.close()
    except DatabaseError as error:
        cause = error.__cause__
        if isinstance(cause, sqlite3.Error) and "full" in str(cause):
            stop("full", folder=folder)
        if isinstance(cause, sqlite3.Error) and ("readonly" in str(cause) or "unable to open" in str(cause)):
            stop("read-only", folder=folder)
        stop("database", why=str(error).strip().splitlines()[0])


def demo_sign_in() -> str | None:
    """How to sign in to the demo, while its account is there with its first password."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db import connection

    email, password = settings.DEMO_SIGN_IN
    user = get_user_model().objects.filter(email=email).first()
    connection.close()
    return say("demo", email=email, password=password) if user and user.check_password(password) else None


def suit_own_machine(environment: MutableMapping[str, str], address: str) -> None:
    """Without an address of its own Paletti is reached at this one, by whoever sits here: they may sign up.

    An installation that has an address opens its sign-up only where the operator says so.
    """
    if "PALETTI_PUBLIC_URL" not in environment:
        environment["PALETTI_PUBLIC_URL"] = address
        environment.setdefault("PALETTI_SIGN_UP_OPEN", "true")


def main() -> None:
    """Checks, prepares, says where, and serves."""
    port = port_of(sys.argv[1:])
    address = f"http://localhost:{port}"
    suit_own_machine(os.environ, address)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scoping.settings")

    from scoping import env

    environment = env.read()
    documents = environment.documents or environment.var / "documents"
    for folder in (environment.var, documents):
        make_folder(folder)

    import django

    from scripts.compile_messages import compile_messages

    try:
        compile_messages()
    except OSError as error:
        stop_for_disk(error, HOME / "locale")
    django.setup()
    bring_database_up_to_date(environment.var)
    sign_in = demo_sign_in()
    print(say("ready", address=address), *([sign_in] if sign_in else []), sep="\n", flush=True)
    os.chdir(HOME)
    gunicorn = [sys.executable, "-m", "gunicorn", "scoping.wsgi", "--bind", f"127.0.0.1:{port}"]
    gunicorn += ["--workers", "2", "--threads", "4", "--max-requests", "5000", "--max-requests-jitter", "500"]
    gunicorn += ["--log-level", "error", "--no-control-socket", "--timeout", "60"]
    os.execv(sys.executable, gunicorn)


if __name__ == "__main__":
    main()
