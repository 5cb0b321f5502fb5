"""What a start left out, in the words of the screens."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.catalogue.models import CatalogueTemplate
from scoping.domain.wording import listed
from scoping.engagements.copying import Left, left_behind
from scoping.engagements.models import Engagement
from scoping.engagements.starting import missing_from_catalogue
from scoping.kit.forms import screen_language

_SENTENCES = {
    Left.DATES: gettext_lazy("The dates of the past stayed behind: %(names)s."),
    Left.PERSONS: gettext_lazy("Left out: %(names)s."),
    Left.REASONS: gettext_lazy("The reasons that you wrote for the former client stayed behind: %(names)s."),
    Left.FIGURES: gettext_lazy("The former client's figures stayed behind: %(names)s."),
    Left.CLAUSES: gettext_lazy("Left out, since your profile no longer says it: %(names)s."),
    Left.STILL_NAMED: gettext_lazy("The former client is still named here: %(names)s."),
}


def told_of_copy(original: Engagement, copied: Engagement) -> Iterator[str]:
    """What a copy left behind, a sentence for each kind."""
    language = screen_language()
    for left, names in left_behind(original, copied).items():
        yield str(_SENTENCES[left]) % {"names": listed(names, language)}
    if original.language != copied.language:
        yield _("The texts are still in the language of the engagement that was copied.")


def told_of_template(template: CatalogueTemplate) -> Iterator[str]:
    """What a template names and the catalogue has no more."""
    missing = missing_from_catalogue(template)
    if missing:
        yield _("No longer in your catalogue, and left out: %(names)s.") % {
            "names": listed(missing, screen_language())
        }
