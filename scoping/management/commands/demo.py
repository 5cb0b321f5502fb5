"""Loads the demo studio: `manage.py demo`."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from scoping.kit import terminal
from scoping.operations.demo_studio import AlreadyThere, load_demo


class Command(BaseCommand):
    """The samples, issued, and one draft; a demo that is there already is left as it is."""

    help = "Load the demo studio."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it, or say that it is there."""
        terminal.speak_the_terminals_language()
        try:
            studio = load_demo(timezone.now())
        except AlreadyThere:
            terminal.stop(_("The demo studio is there already."))
        self.stdout.write(_("%(studio)s is loaded.") % {"studio": studio.name})
