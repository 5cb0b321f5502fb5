"""Writes an engagement as a scope file: `manage.py export_scope 2026-014 [--version 2] [-o OUT]`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from scoping.documents.logo import document_logo
from scoping.documents.models import ScopeDocument
from scoping.domain import scopefile
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.kit import terminal
from scoping.studios.choosing import NoSuchStudio, studio_called
from scoping.studios.tenancy import studio_scope


class Command(BaseCommand):
    """The draft as it is now, or the very bytes of a version's snapshot."""

    help = "Write an engagement as a scope file (JSON)."

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> CommandParser:
        """Here --version names a version of the document, not Django's."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **options)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which engagement of which studio, which version, and where to."""
        parser.add_argument("number")
        parser.add_argument("--version", type=int, help="a version that was issued, instead of the draft")
        parser.add_argument("--studio", help="name or uid; not needed where there is one studio only")
        parser.add_argument("-o", "--output", default="-", help="the file to write; - is standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it, or say what is not there."""
        terminal.speak_the_terminals_language()
        try:
            studio = studio_called(options["studio"])
        except NoSuchStudio:
            terminal.stop(_("Name the studio: --studio NAME."))
        with studio_scope(studio):
            content = self.content(options["number"], options["version"])
        if content is None:
            terminal.stop(_("%(studio)s has no such engagement or version.") % {"studio": studio.name})
        try:
            terminal.write_output(options["output"], content)
        except OSError as error:
            terminal.stop(_("%(file)s: %(why)s") % {"file": error.filename, "why": error.strerror})

    def content(self, number: str, version: int | None) -> bytes | None:
        """The bytes to write; None where there is no such engagement or version."""
        engagement = Engagement.objects.numbered(number).first()
        if engagement is None:
            return None
        if version is None:
            return scopefile.write(scope_of(engagement), logo=document_logo(engagement.studio))
        document = ScopeDocument.objects.of(engagement).numbered(version)
        return bytes(document.snapshot) if document else None
