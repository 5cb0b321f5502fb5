"""The facts under a role's heading: who, with whom, what it goes by, what it costs."""

from scoping.domain.fees import LaneFees
from scoping.domain.scope import Person
from scoping.domain.words import FeeLane, FunctionKind, Holder, Lane, Responsible

from ..reading import Fact, Reading
from ..typography import listed, ranges, typeset, unbroken


def role_facts(reading: Reading, lane: Lane) -> tuple[Fact, ...]:
    """The facts of a role or of adjacent work, four at most."""
    if lane == Lane.ADJACENT:
        return (fee_fact(reading, FeeLane.ADJACENT),)
    found: list[Fact | None] = [holder_fact(reading, lane)]
    if reading.scope.role(lane).held_by != Holder.NOBODY:
        found.append(_counterpart(reading) if lane == Lane.MARKETING else _approver(reading))
        found.append(_receives(reading) if lane == Lane.MARKETING else _guidelines(reading))
    found.append(fee_fact(reading, FeeLane(lane.value)))
    return tuple(fact for fact in found if fact is not None)


def holder_fact(reading: Reading, lane: Lane) -> Fact:
    """Who holds a role: the lead, the further ones, whose people they are and since when they do it."""
    names, assignment = reading.words.names, reading.scope.role(lane)
    label = names.guide if lane == Lane.MARKETING else names.curator
    lead = reading.scope.person(assignment.lead)
    parties = {
        Holder.STUDIO: typeset(reading.scope.studio.name),
        Holder.CLIENT: names.client,
        Holder.THIRD: names.third,
        Holder.NOBODY: names.nobody,
    }
    if lead is None or assignment.held_by == Holder.NOBODY:
        return Fact(label, parties[assignment.held_by])
    others = [name for key in assignment.others if (name := reading.name(key))]
    detail = [reading.affiliation(lead), _since(reading, lead, lane)]
    if others:
        detail.append(f"{names.with_whom.lower()} {listed(others, reading.words.last)}")
    return Fact(label, typeset(lead.name), ", ".join(part for part in detail if part))


def _since(reading: Reading, person: Person, lane: Lane) -> str:
    year = person.marketing_since if lane == Lane.MARKETING else person.social_since
    return reading.words.since(year) if year else ""


def _counterpart(reading: Reading) -> Fact | None:
    found = reading.scope.with_function(FunctionKind.COUNTERPART)
    if not found:
        return None
    names = listed([typeset(person.name) for person, _ in found], reading.words.last)
    return Fact(reading.words.names.counterpart, names, typeset(found[0][0].job) if len(found) == 1 else "")


def _approver(reading: Reading) -> Fact | None:
    found = reading.scope.with_function(FunctionKind.APPROVER)
    if not found:
        return None
    names = listed([typeset(person.name) for person, _ in found], reading.words.last)
    days = [function.days for _, function in found if function.days is not None]
    return Fact(reading.words.names.approver, names, reading.words.within_days(max(days)) if days else "")


def _receives(reading: Reading) -> Fact | None:
    if reading.scope.role(Lane.MARKETING).held_by != Holder.STUDIO:
        return None
    value, detail = reading.words.marketing_receives
    return Fact(reading.words.names.receives, value, detail)


def _guidelines(reading: Reading) -> Fact | None:
    """Whose guidelines social media follow, and in which rows they are written where the studio writes
    them."""
    words, scope = reading.words, reading.scope
    marketing = scope.role(Lane.MARKETING)
    if marketing.held_by == Holder.STUDIO:
        asked = {key for row in reading.rows.of_lane(Lane.SOCIAL) for key in row.duty.depends_on}
        rows = [
            row.number
            for row in reading.rows.of_lane(Lane.MARKETING, Responsible.STUDIO)
            if row.duty.key in asked
        ]
        return Fact(words.names.guidelines, words.of_marketing, words.rows(ranges(rows)) if rows else "")
    sources = sorted(
        {
            name
            for line in scope.guidelines
            if line.lane == Lane.SOCIAL and (name := reading.name(line.person))
        }
    )
    lead = scope.person(marketing.lead)
    if lead is not None:
        return Fact(words.names.guidelines, words.of_person(typeset(lead.name)), reading.affiliation(lead))
    return Fact(words.names.guidelines, words.of_person(listed(sources, words.last))) if sources else None


def fee_fact(reading: Reading, lane: FeeLane) -> Fact:
    """What a lane costs, without tax; for a role that the studio does not hold, that there is no fee."""
    words, found = reading.words, reading.fees.lane(lane)
    if found is not None:
        return Fact(words.names.fee, fee_text(reading, found), reading.net)
    if lane != FeeLane.ADJACENT and reading.scope.role(Lane(lane.value)).held_by != Holder.STUDIO:
        return Fact(words.names.fee, words.no_fee, words.no_fee_detail)
    return Fact(words.names.fee, words.names.undecided)


def fee_text(reading: Reading, found: LaneFees) -> str:
    """A lane's money in a few words: what a month, what once."""
    words, parts = reading.words, []
    if found.monthly:
        amounts = [stretch.amount for stretch in found.monthly]
        low, high = reading.money(min(amounts)), reading.money(max(amounts))
        parts.append(unbroken(words.a_month(low)) if low == high else words.a_month_varies(low, high))
    if found.once:
        parts.append(unbroken(words.one_off(reading.money(found.once_total))))
    return ", ".join(parts) or reading.money(found.once_total)
