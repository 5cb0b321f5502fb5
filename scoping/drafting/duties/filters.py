"""Finding duties on the board: as one types, and by who does them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from scoping.catalogue.models import CatalogueDuty
from scoping.domain.scope import Duty
from scoping.domain.words import Lane, Responsible
from scoping.kit.finding import hold
from scoping.kit.forms import PlainForm

WHO: Mapping[str, frozenset[Responsible | None]] = {
    "": frozenset([*Responsible, None]),
    "ours": frozenset([Responsible.STUDIO]),
    "client": frozenset([Responsible.CLIENT, Responsible.THIRD]),
    "excluded": frozenset([Responsible.EXCLUDED]),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """The words that are looked for, and who does what is shown (a key of `WHO`)."""

    words: str = ""
    who: str = ""

    @property
    def is_on(self) -> bool:
        """Whether it may hide something."""
        return bool(self.words or self.who)

    def keywords(self, lane: Lane) -> Mapping[str, Sequence[str]]:
        """What clients call the duties of a lane, by the catalogue's code; read only for words."""
        if not self.words:
            return {}
        rows = CatalogueDuty.objects.filter(lane=lane).values_list("code", "keywords")
        return {code: [word for words in said.values() for word in words] for code, said in rows}

    def takes(self, duty: Duty, keywords: Mapping[str, Sequence[str]]) -> bool:
        """Whether a duty is shown: name, deliverable, or what clients call it hold each of the words."""
        if duty.responsible not in WHO[self.who]:
            return False
        return hold([duty.name, duty.deliverable, duty.code, *keywords.get(duty.code, ())], self.words)


NO_FILTER = Filter()
WHO_CHOICES = [
    ("", gettext_lazy("All")),
    ("ours", gettext_lazy("Ours")),
    ("client", gettext_lazy("The client's")),
    ("excluded", pgettext_lazy("duties", "Excluded")),
]


class FilterForm(PlainForm):
    """Words and who; what cannot be understood filters nothing."""

    q = forms.CharField(max_length=100, required=False)
    who = forms.ChoiceField(choices=WHO_CHOICES, required=False)


def filter_of(asked: Any) -> Filter:
    """The filter that an address asks for."""
    form = FilterForm(asked)
    form.is_valid()
    return Filter(form.cleaned_data.get("q", "").strip(), form.cleaned_data.get("who", ""))
