"""Founds a studio: `manage.py found_studio "Studio Faro" anna@example.org`."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from scoping.catalogue.load import load_catalogue
from scoping.kit import terminal
from scoping.studios.founding import found
from scoping.studios.tenancy import studio_scope


class Command(BaseCommand):
    """Asks for the owner's password, or reads it from standard input where nobody sits at a terminal."""

    help = "Found a studio with its owner and the catalogue that comes with the program."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The studio's name and its owner's address."""
        parser.add_argument("name")
        parser.add_argument("email")
        parser.add_argument("--owner", default="", help="the owner's own name")

    def handle(self, *args: Any, **options: Any) -> None:
        """Founds it, or says in words what is wrong."""
        terminal.speak_the_terminals_language()
        typed = (
            getpass(_("Password of the owner: ")) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        )
        try:
            studio = found(
                name=options["name"],
                email=options["email"],
                owner_name=options["owner"],
                password=typed or None,
            )
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        with studio_scope(studio):
            load_catalogue(studio)
        self.stdout.write(_("%(studio)s is founded.") % {"studio": studio.name})
