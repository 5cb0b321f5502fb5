"""The small form by which a row moves one place."""

from django import forms

from scoping.kit.forms import PlainForm


class MoveForm(PlainForm):
    """One place up or down."""

    move = forms.ChoiceField(choices=[("up", "up"), ("down", "down")])

    @property
    def is_up(self) -> bool:
        """Whether the row goes up; ask a valid form."""
        return bool(self.cleaned_data["move"] == "up")
