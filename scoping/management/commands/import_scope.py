"""Reads a scope file into a studio: `manage.py import_scope FILE [--studio NAME]`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from scoping.domain import scopefile
from scoping.domain.words import Language
from scoping.engagements.importing import Closed, Imported, import_scope
from scoping.kit import terminal
from scoping.record.write import SYSTEM
from scoping.studios.choosing import NoSuchStudio, studio_called
from scoping.studios.tenancy import studio_scope


class Command(BaseCommand):
    """Writes the file's scope as a draft and names every value that the studio's own replaced."""

    help = "Read a scope file (JSON) into a studio, as a draft."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, into which studio."""
        parser.add_argument("file", help="a scope file; - is standard input")
        parser.add_argument("--studio", help="name or uid; not needed where there is one studio only")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import it, or say everything that is wrong with the file and write nothing."""
        language = Language(terminal.speak_the_terminals_language())
        try:
            read = scopefile.read(terminal.read_input(options["file"]))
            studio = studio_called(options["studio"])
            with studio_scope(studio):
                done = import_scope(studio=studio, described=read.scope, actor=SYSTEM, at=timezone.now())
        except scopefile.ScopeFileErrors as errors:
            terminal.stop(*(fault.line(language) for fault in errors.faults), code=terminal.WRONG_INPUT)
        except NoSuchStudio:
            terminal.stop(_("Name the studio: --studio NAME."))
        except Closed as closed:
            terminal.stop(_("%(number)s is signed: its draft can no longer be changed.") % {"number": closed})
        except OSError as error:
            terminal.stop(_("%(file)s: %(why)s") % {"file": error.filename, "why": error.strerror})
        self.report(done)

    def report(self, done: Imported) -> None:
        """Say where it went, and what was replaced on the way."""
        said = _("%(number)s: founded.") if done.founded else _("%(number)s: its draft was replaced.")
        self.stdout.write(said % {"number": done.engagement.number})
        for one in done.replacements:
            self.stdout.write(f"{one.path}: {one.was or '–'} → {one.became or '–'}")
