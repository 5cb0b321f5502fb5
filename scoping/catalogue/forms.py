"""What is asked of the catalogue."""

from django import forms
from django.utils.translation import gettext_lazy

from scoping.kit.forms import PlainForm


class CatalogueSearch(PlainForm):
    """The words that the catalogue is filtered by."""

    q = forms.CharField(
        label=gettext_lazy("Find something, in your words or the client's"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    @property
    def words(self) -> str:
        """What is searched for; nothing where the question makes no sense."""
        return str(self.cleaned_data["q"]) if self.is_valid() else ""
