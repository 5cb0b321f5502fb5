"""Finding an engagement."""

from django import forms
from django.utils.translation import gettext_lazy

from scoping.engagements.models import Engagement
from scoping.engagements.models.engagement import EngagementQuerySet
from scoping.kit.forms import PlainForm


class EngagementSearch(PlainForm):
    """What the list of engagements shows."""

    q = forms.CharField(
        label=gettext_lazy("Number, client or title"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[("", gettext_lazy("all")), *Engagement.State.choices],
        widget=forms.RadioSelect,
        required=False,
    )

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return self.is_valid() and any(self.cleaned_data.values())

    def found(self) -> EngagementQuerySet:
        """The engagements asked for; all of them where the question makes no sense."""
        rows: EngagementQuerySet = Engagement.objects.for_list()
        if not self.is_valid():
            return rows
        return rows.matching(self.cleaned_data["q"]).in_state(self.cleaned_data["state"])
