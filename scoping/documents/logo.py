"""The studio's logo as its documents bear it."""

from django.core.cache import cache

from scoping.domain.logo import SIDES, Logo
from scoping.kit.pictures import on_paper
from scoping.studios.logo import logo_of
from scoping.studios.models import Studio

SECONDS_KEPT = 86_400


def document_logo(studio: Studio) -> Logo | None:
    """What the next document bears; None where the studio has no logo. Drawn once for each that it had."""
    if not studio.logo_mark:
        return None
    key = f"document-logo:{studio.pk}:{studio.logo_mark}"
    drawn: bytes | None = cache.get(key)
    if drawn is None:
        kept = logo_of(studio)
        if kept is None:
            return None
        drawn = on_paper(bytes(kept.content), SIDES)
        cache.set(key, drawn, SECONDS_KEPT)
    return Logo.of(drawn)
