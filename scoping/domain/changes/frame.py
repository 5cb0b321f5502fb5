"""What changed around the work: who holds the roles, how long, with whom."""

import datetime as dt
from collections.abc import Iterator

from ..scope import RoleAssignment, Scope
from ..wording import day_text, either, lane_name, quoted
from ..words import ROLE_LANES, Holder, Language

_HOLDERS = {
    Holder.STUDIO: ("dello studio", "the studio"),
    Holder.CLIENT: ("del cliente", "the client"),
    Holder.THIRD: ("di una terza parte", "a third party"),
    Holder.NOBODY: ("di nessuno", "nobody"),
}
_LANGUAGES = {Language.ITALIAN: ("in italiano", "in Italian"), Language.ENGLISH: ("in inglese", "in English")}


def role_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """Who holds a role and who leads it; else that the roles were revised."""
    told = [
        phrase
        for lane in ROLE_LANES
        if (phrase := _role_change(before, after, before.role(lane), after.role(lane), language))
    ]
    if not told and before.roles != after.roles:
        told = [either(language, "riveduti i ruoli", "the roles are revised")]
    yield from told


def time_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """How long, from when, until when the offer holds."""
    months = either(language, "mesi", "months")
    if before.months != after.months:
        yield either(language, "durata", "length") + _from_to(before.months, after.months, months, language)
    if before.start != after.start:
        yield _start_change(before.start, after.start, language)
    if before.validity_days != after.validity_days:
        days_word = either(language, "giorni", "days")
        yield either(language, "validità", "validity") + _from_to(
            before.validity_days, after.validity_days, days_word, language
        )


def other_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """Everything else, said in one phrase each."""
    if before.title != after.title:
        yield either(language, "nuovo titolo: ", "new title: ") + quoted(after.title, language)
    if before.number != after.number:
        yield either(language, "nuovo numero: ", "new number: ") + after.number
    if before.language != after.language:
        said = either(language, *_LANGUAGES[after.language])
        yield either(language, f"il documento ora è {said}", f"the document is now {said}")
    if before.currency != after.currency:
        yield either(language, "valuta", "currency") + _from_to(before.currency, after.currency, "", language)
    people_before = (before.persons, before.functions, before.signed_for_studio)
    people_after = (after.persons, after.functions, after.signed_for_studio)
    plain = (
        (
            people_before,
            people_after,
            "rivedute le persone e le loro funzioni",
            "persons and functions revised",
        ),
        (before.guidelines, after.guidelines, "rivedute le indicazioni da ricevere", "guidelines revised"),
        (
            before.autonomy,
            after.autonomy,
            "riveduto chi decide che cosa sui social",
            "autonomy on social revised",
        ),
        (before.client, after.client, "aggiornati i dati del cliente", "the client's data updated"),
        (before.studio, after.studio, "aggiornati i dati dello studio", "the studio's data updated"),
    )
    for old, new, italian, english in plain:
        if old != new:
            yield either(language, italian, english)


def _role_change(
    before: Scope, after: Scope, old: RoleAssignment, new: RoleAssignment, language: Language
) -> str:
    lane = lane_name(new.lane, language)
    lead_before, lead_after = before.person(old.lead), after.person(new.lead)
    if old.held_by != new.held_by:
        if lead_after is not None:
            return either(
                language, f"{lane}: ora guida {lead_after.name}", f"{lane}: now led by {lead_after.name}"
            )
        holder = either(language, *_HOLDERS[new.held_by])
        return either(
            language, f"{lane}: ora il ruolo è {holder}", f"{lane}: the role is now held by {holder}"
        )
    if old.lead != new.lead:
        nobody = either(language, "nessuno", "nobody")
        names = [person.name if person is not None else nobody for person in (lead_before, lead_after)]
        return either(language, "{}: guida {} al posto di {}", "{}: led by {} in place of {}").format(
            lane, names[1], names[0]
        )
    return ""


def _start_change(old: dt.date | None, new: dt.date | None, language: Language) -> str:
    start = either(language, "inizio", "start")
    if new is None:
        return f"{start}: {either(language, 'non più detto', 'no longer said')}"
    then = f" ({either(language, 'prima', 'before')}: {day_text(old, language)})" if old is not None else ""
    return f"{start}: {day_text(new, language)}{then}"


def _from_to(old: object, new: object, unit: str, language: Language) -> str:
    """ " da 6 a 12 mesi"; ": 12 mesi" where nothing was said before."""
    after = f" {unit}" if unit else ""
    if new is None:
        return ": " + either(language, "non più detta", "no longer said")
    if old is None:
        return f": {new}{after}"
    return either(language, f" da {old} a {new}{after}", f" from {old} to {new}{after}")
