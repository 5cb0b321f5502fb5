"""What helps before the first engagement: what the studio has not said of itself yet."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.catalogue.models import CatalogueTemplate
from scoping.professionals.models import Professional
from scoping.studios.access import StudioRequest


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that helps: what, why, and where; `posts` where it is done by a button and not a page."""

    sentence: str
    action: str
    address: str
    posts: bool = False


def helps_of(request: StudioRequest) -> list[Help]:
    """What is still missing; nothing, in a studio that has been at work."""
    here = f"?next={reverse('drafting:new')}"
    found = []
    if not CatalogueTemplate.objects.exists():
        found.append(
            Help(
                _("There is no template to start from yet."),
                _("Take the catalogue that comes with Paletti"),
                reverse("drafting:shipped_catalogue"),
                posts=True,
            )
        )
    if not Professional.objects.at_work().exists():
        found.append(
            Help(
                _("Nobody of your studio can hold a role yet."),
                _("Add a professional"),
                reverse("professionals:new") + here,
            )
        )
    if not request.studio.regime:
        found.append(
            Help(
                _("It is not known how your fees are taxed: without it no document is issued."),
                _("Complete the profile"),
                reverse("studios:profile"),
            )
        )
    return found
