"""What the screens call the lanes."""

from django.utils.translation import gettext as _

from scoping.domain.words import Lane


def lane_titles() -> dict[Lane, str]:
    """Each lane's name in the language of the screens."""
    return {Lane.MARKETING: _("Marketing"), Lane.SOCIAL: _("Social media"), Lane.ADJACENT: _("Adjacent work")}
