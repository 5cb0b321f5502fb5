"""Prints a scope file, without a database: `manage.py scope_pdf FILE [-o OUT]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from scoping.documents.refusals import reason_of, sentence
from scoping.domain import scopefile
from scoping.domain.words import Language
from scoping.kit import terminal
from scoping.press.errors import PressError
from scoping.press.pdf import render


class Command(BaseCommand):
    """Reads one scope file and writes its PDF: the issued one where the file has an issue block, else a
    draft."""

    help = "Print a scope file (JSON) as a PDF, without a database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and where its PDF goes."""
        parser.add_argument("file", help="a scope file; - is standard input")
        parser.add_argument("-o", "--output", help="the PDF to write; - is standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it, or say everything that is wrong with the file and write nothing."""
        language = Language(terminal.speak_the_terminals_language())
        source = options["file"]
        output = options["output"] or ("-" if source == "-" else str(Path(source).with_suffix(".pdf")))
        try:
            read = scopefile.read(terminal.read_input(source))
            terminal.write_output(output, render(read.scope, read.issue, read.logo).pdf)
        except scopefile.ScopeFileErrors as errors:
            terminal.stop(*(fault.line(language) for fault in errors.faults), code=terminal.WRONG_INPUT)
        except PressError as error:
            terminal.stop(sentence(reason_of(error)))
        except OSError as error:
            terminal.stop(_("%(file)s: %(why)s") % {"file": error.filename, "why": error.strerror})
