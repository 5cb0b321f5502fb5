"""Taking a guideline out of a draft, and out of the duties that need it."""

from scoping.engagements.models import Duty, Guideline


def duties_that_need(guideline: Guideline) -> list[Duty]:
    """The duties whose `needs` name this guideline."""
    return [duty for duty in guideline.engagement.duty_rows.all() if guideline.key in duty.needs]


def remove_guideline(guideline: Guideline) -> None:
    """Remove it; no duty goes on needing what is not there. Call inside `Draft.saving`."""
    for duty in duties_that_need(guideline):
        duty.needs = [key for key in duty.needs if key != guideline.key]
        duty.save(update_fields=["needs"])
    guideline.delete()
