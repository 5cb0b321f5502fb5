"""The names in braces of a clause: which ones a field of the engagement fills, and what people call them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.domain.clauses import FIELDS, from_fields, names_in
from scoping.domain.scope import Scope
from scoping.domain.words import FunctionKind

from ..fields import fragment


@dataclass(frozen=True, slots=True)
class FilledByField:
    """A name that a field of the engagement fills: what it says now, and where it is changed."""

    name: str
    label: str
    value: str
    url: str


def label_of(name: str) -> str:
    """What people call a name in braces."""
    known = {
        "validity_days": _("Days for which the offer is valid"),
        "months": _("Months of the engagement"),
        "hourly_rate": _("Hourly rate of work outside the scope"),
        "payment_days": _("Days within which invoices are paid"),
        "rounds": _("Rounds of changes for each piece"),
        "approval_days": _("Working days for an approval"),
        "carry_days": _("Days for which unused quantities are kept"),
        "material_days": _("Working days for the client's materials"),
        "min_minutes": _("Shortest time that is charged, in minutes"),
        "urgent_pct": _("Surcharge for urgent work, in per cent"),
        "deposit_pct": _("Paid in advance, in per cent"),
        "grace_days": _("Days of delay before work stops"),
        "renewal_months": _("Months of a renewal"),
        "notice_days": _("Days of notice"),
        "withdrawal_days": _("Days of notice for withdrawal"),
        "cap_months": _("Liability in monthly fees, at most"),
        "ai_list": _("Artificial intelligence tools in use"),
        "ns_months": _("Months in which nobody is hired away"),
        "court": _("Court"),
        "reminder_days": _("Working days after the reminder"),
    }
    return known.get(name) or name.replace("_", " ").capitalize()


def own_names(text: str) -> tuple[str, ...]:
    """The names in braces of a text that no field of the engagement fills."""
    return tuple(name for name in names_in(text) if name not in FIELDS)


def filled_by_fields(text: str, described: Scope) -> tuple[FilledByField, ...]:
    """The names in braces of a text that fields of the engagement fill."""
    values = from_fields(described)
    return tuple(
        FilledByField(name, label_of(name), values[name], field_url(described.number, name))
        for name in names_in(text)
        if name in FIELDS
    )


def field_url(number: str, name: str) -> str:
    """The address of the field that fills a name."""
    if name == "approval_days":
        return reverse("drafting:functions", args=[number, FunctionKind.APPROVER])
    step = "engagement" if name in ("validity_days", "months") else "fees"
    return reverse(f"drafting:{step}", args=[number]) + fragment(name)
