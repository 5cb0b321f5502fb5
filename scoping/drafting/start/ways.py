"""The ways to start: blank or from a template, as a copy, from a scope file."""

import uuid
from typing import Any

from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.catalogue.models import CatalogueTemplate
from scoping.catalogue.offers import said
from scoping.clients.models import Client
from scoping.domain.scopefile import MAX_BYTES
from scoping.engagements.models import Engagement
from scoping.kit.choices import UidChoiceField
from scoping.kit.forms import PlainForm, Segments, screen_language
from scoping.studios.models import Studio

from .opening import OpeningForm

BLANK = "blank"
FOLLOWING, OVERWRITE = "following", "overwrite"


class Way:
    """One way to start, as a card says it."""

    def __init__(self, name: str, description: str) -> None:
        self.name, self.description = name, description

    def __str__(self) -> str:
        return self.name


class Cards(Field):
    """A choice among few that each need a sentence: radio buttons as cards."""

    template = "drafting/start/_cards.html"


class FoundingForm(OpeningForm):
    """Blank, or from a template of the studio."""

    begin = forms.ChoiceField(
        label=gettext_lazy("What it starts from"), widget=forms.RadioSelect, initial=BLANK, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.templates = {row.code: row for row in CatalogueTemplate.objects.all()}
        super().__init__(*args, **kwargs)
        begin = self.fields["begin"]
        assert isinstance(begin, forms.ChoiceField)
        language = screen_language()
        begin.choices = [
            *(
                (code, Way(said(row.name, language), said(row.description, language)))
                for code, row in self.templates.items()
            ),
            (
                BLANK,
                Way(_("From blank"), _("Adjacent work is not included. Everything else is up to you.")),
            ),
        ]

    def before(self) -> list[Any]:
        """The cards."""
        return [Cards("begin")]

    @property
    def template(self) -> CatalogueTemplate | None:
        """The template that was chosen."""
        return self.templates.get(self.cleaned_data.get("begin") or BLANK)

    def beginning(self) -> dict[str, Any]:
        """The template."""
        return {"template": self.template}


class OriginalField(UidChoiceField):
    """An engagement, called by number, client and title."""

    def label_from_instance(self, row: Any) -> str:
        """What a list calls it."""
        return f"{row.number} · {row.client.name} · {row.title}"


class CopyForm(OpeningForm):
    """As a copy of an earlier engagement. The same client unless another one is named."""

    original = OriginalField(label=gettext_lazy("Engagement to copy"), empty_label=gettext_lazy("Choose"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["original"].offer(Engagement.objects.for_list())  # type: ignore[attr-defined]
        client = self.fields["client"]
        assert isinstance(client, UidChoiceField)
        client.empty_label = _("The same client, or a new one")
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = [("", _("that engagement's")), *Client.LANGUAGES]
        self.fields["title"].required = False
        self.fields["title"].help_text = _("Empty: as that engagement.")
        self.fields["months"].initial = None
        self.fields["months"].help_text = _("Empty: as that engagement.")

    def before(self) -> list[Any]:
        """What is copied."""
        return [Fieldset(_("What is copied"), "original")]

    def clean(self) -> dict[str, Any]:
        """What was not said is as the original has it: client, title, length, language."""
        original: Engagement | None = self.cleaned_data.get("original")
        if original is not None and "new_client" not in self.errors:
            if not self.cleaned_data.get("client") and not self.cleaned_data["new_client"]:
                self.cleaned_data["client"] = None if "client" in self.errors else original.client
            if "title" not in self.errors:
                self.cleaned_data["title"] = self.cleaned_data["title"] or original.title
            if "months" not in self.errors:
                self.cleaned_data["months"] = self.cleaned_data["months"] or original.months
        return super().clean()

    @property
    def copied(self) -> Engagement:
        """What is copied."""
        found: Engagement = self.cleaned_data["original"]
        return found

    def default_language(self, client: Client) -> str:
        """The original's: its texts are written in it."""
        return self.copied.language

    def beginning(self) -> dict[str, Any]:
        """The original."""
        return {"original": self.copied}


class ScopeFileForm(PlainForm):
    """A scope file, and what becomes of a draft that has its number already."""

    file = forms.FileField(
        label=gettext_lazy("Scope file"),
        help_text=gettext_lazy("A .json file of up to 2 MB, as an export or an issued version leaves it."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
    )
    known = forms.ChoiceField(
        label=gettext_lazy("If its number is here already"),
        choices=[
            (FOLLOWING, gettext_lazy("found a new one")),
            (OVERWRITE, gettext_lazy("replace its draft")),
        ],
        initial=FOLLOWING,
        widget=forms.RadioSelect,
        required=False,
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.fields["file"].error_messages
        words["required"] = self._too_large() if too_large else _("Choose a file.")
        words["empty"] = _("This file is empty.")
        self.helper.layout = Layout("file", Segments("known"), Field("once"))

    def clean_file(self) -> bytes:
        """The file's bytes. What is too large is refused before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(self._too_large(), code="large")
        content: bytes = file.read()
        return content

    def _too_large(self) -> str:
        return _("The file is too large: it may have 2 MB at most.")

    def uid(self, studio: Studio) -> uuid.UUID:
        """The public id of what this form founds: sent twice, it is the same."""
        return uuid.uuid5(studio.uid, str(self.cleaned_data.get("once") or uuid.uuid4()))

    @property
    def overwrites(self) -> bool:
        """Whether a draft of the file's number may be replaced."""
        return self.cleaned_data.get("known") == OVERWRITE
