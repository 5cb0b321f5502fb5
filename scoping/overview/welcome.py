"""The first steps of a studio: what is done, what comes next, what it still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scoping.documents.models import ScopeDocument
from scoping.domain.tax import is_profile_known
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.judgement.judge import judge_draft
from scoping.professionals.models import Professional
from scoping.studios.models import Membership, Studio


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the first steps. `says` is what it is for, `holds` what is there, `lacks` what is missing;
    `url` and `action` lead to where it is done, empty where this member cannot do it yet."""

    title: str
    says: str
    done: bool
    term: str
    url: str = ""
    action: str = ""
    holds: str = ""
    lacks: str = ""
    current: bool = False


def finished() -> bool:
    """Whether the open studio issued its first document: then nobody needs the first steps any more."""
    return bool(ScopeDocument.objects.exists())


def stages(member: Membership) -> tuple[Stage, ...]:
    """The five steps to the first document; the current one is the first that this member can do."""
    draft = Engagement.objects.in_state(Engagement.State.DRAFT).order_by("-pk").first()
    found = [_studio(member), _professionals(), _engagement(draft), *_agreed(draft)]
    open_ones = [stage for stage in found if not stage.done]  # the last one stays open until all are gone
    current = next((stage for stage in open_ones if stage.url), open_ones[0])
    return tuple(replace(stage, current=stage is current) for stage in found)


def _studio(member: Membership) -> Stage:
    missing = _missing_of(member.studio)
    return Stage(
        title=_("Your studio"),
        says=_("Documents name you by it, and tax your fees by it.")
        if member.is_owner
        else _("An owner of the studio says who it is and how it is taxed."),
        done=not missing,
        term="studio",
        url=f"{reverse('studios:profile')}?next={reverse('overview:welcome')}" if member.is_owner else "",
        action=_("Complete the studio") if missing else _("Change"),
        holds=member.studio.name,
        lacks=_("Still missing: %(what)s.") % {"what": get_text_list(missing, _("and"))} if missing else "",
    )


def _missing_of(studio: Studio) -> list[Any]:
    known = {
        _("address"): studio.street and studio.city,
        _("VAT number or tax code"): studio.vat_number or studio.tax_code,
        _("tax profile"): is_profile_known(studio.tax_profile()),
    }
    return [what for what, there in known.items() if not there]


def _professionals() -> Stage:
    names = [professional.name for professional in Professional.objects.at_work()]
    add = reverse("overview:professionals") if names else reverse("professionals:new")
    return Stage(
        title=_("Who does the work"),
        says=_("The people of the studio who can hold marketing or social media."),
        done=bool(names),
        term="professional",
        url=f"{add}?next={reverse('overview:welcome')}",
        action=_("See them") if names else _("Add the first one"),
        holds=", ".join(names[:3]) + (" …" if len(names) > 3 else ""),
    )


def _engagement(draft: Engagement | None) -> Stage:
    return Stage(
        title=_("First client, first engagement"),
        says=_("A name for the client and a title are enough to begin."),
        done=draft is not None,
        term="engagement",
        url=reverse("drafting:one", args=[draft.number]) if draft else reverse("drafting:new"),
        action=_("Open it") if draft else _("Begin the first engagement"),
        holds=f"{draft.number} · {draft.client.name}" if draft else "",
    )


def _agreed(draft: Engagement | None) -> Iterator[Stage]:
    blocks = _blocks_of(draft) if draft else 0
    review = reverse("drafting:review", args=[draft.number]) if draft else ""
    yield Stage(
        title=_("Who does what, and what it costs"),
        says=_("Roles, duties, fees. The review says what is missing and leads to each place."),
        done=draft is not None and not blocks,
        term="duty",
        url=review,
        action=_("Go to the review") if draft else "",
        lacks=ngettext("%(count)d thing still blocks.", "%(count)d things still block.", blocks)
        % {"count": blocks}
        if blocks
        else "",
    )
    yield Stage(
        title=_("Issue it"),
        says=_("The document is printed, numbered and kept. From then on it never changes."),
        done=False,
        term="version",
        url=review if not blocks else "",
        action=_("Issue the first document") if draft and not blocks else "",
    )


def _blocks_of(draft: Engagement) -> int:
    described = scope_of(draft, dated=draft.studio.day_of(timezone.now()))
    return len(judge_draft(draft, described).blocks)
