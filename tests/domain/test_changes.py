import dataclasses
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given

from scoping.domain.changes import MOST_TOLD, sentences
from scoping.domain.scope import Clause, FeeLine, RoleAssignment, Scope, Terms
from scoping.domain.snapshot import same_content
from scoping.domain.words import Cadence, Decision, FeeKind, FeeLane, Holder, Lane, Language, Responsible

from .examples import CLIENT, DUTIES, STUDIO, example_scope, with_item, with_more, without
from .strategies import SCOPES

EXAMPLE = example_scope()
TERMS = EXAMPLE.terms


def english(scope: Scope) -> Scope:
    return dataclasses.replace(scope, language=Language.ENGLISH)


def fee(key: str, lane: FeeLane, amount: int, kind: FeeKind = FeeKind.MONTHLY, first: int = 1) -> FeeLine:
    return FeeLine(key=key, lane=lane, kind=kind, amount=Decimal(amount), first_month=first)


VIDEO = dataclasses.replace(DUTIES[2], key="video", name="Video breve")

TOLD: list[tuple[Scope, str, str]] = [
    (
        with_item(EXAMPLE, "fees", "fee-s", amount=Decimal(1250)),
        "compenso social media da 1.150\u00a0€ a 1.250\u00a0€ al mese",
        "fee of social media from €1,150 to €1,250 a month",
    ),
    (
        with_more(EXAMPLE, "fees", fee("fee-a", FeeLane.ADJACENT, 500, FeeKind.ONCE)),
        "nuovo compenso attività affini: 500\u00a0€",
        "new fee of adjacent work: €500",
    ),
    (without(EXAMPLE, "fees", "fee-m"), "tolto il compenso marketing", "fee of marketing removed"),
    (
        with_more(EXAMPLE, "fees", fee("start", FeeLane.SOCIAL, 200, FeeKind.ONCE)),
        "compenso social media da 13.800\u00a0€ a 14.000\u00a0€ in tutto",
        "fee of social media from €13,800 to €14,000 in all",
    ),
    (
        with_item(EXAMPLE, "fees", "fee-s", label="Post e video"),
        "rivedute le righe dei compensi",
        "lines of the fees revised",
    ),
    (
        dataclasses.replace(EXAMPLE, fees=(fee("both", FeeLane.UNDIVIDED, 2550), *EXAMPLE.fees)),
        "nuovo compenso dei due ruoli insieme: 2.550\u00a0€ al mese",
        "new fee of both roles together: €2,550 a month",
    ),
    (with_more(EXAMPLE, "duties", VIDEO), "aggiunta la riga «Video breve»", "line “Video breve” added"),
    (
        with_more(EXAMPLE, "duties", VIDEO, dataclasses.replace(VIDEO, key="reel", name="Video lungo")),
        "aggiunte le righe «Video breve» e «Video lungo»",
        "lines “Video breve” and “Video lungo” added",
    ),
    (
        with_more(EXAMPLE, "duties", dataclasses.replace(VIDEO, responsible=Responsible.EXCLUDED)),
        "tra le cose non comprese ora c'è «Video breve»",
        "“Video breve” now stands among what is not included",
    ),
    (without(EXAMPLE, "duties", "posts"), "tolta la riga «Post statico»", "line “Post statico” removed"),
    (
        with_item(EXAMPLE, "duties", "posts", responsible=Responsible.EXCLUDED),
        "«Post statico» ora non è compresa",
        "“Post statico” is no longer included",
    ),
    (
        with_item(EXAMPLE, "duties", "photos", responsible=Responsible.STUDIO),
        "«Servizio fotografico» ora la fa lo studio",
        "“Servizio fotografico” is now done by the studio",
    ),
    (
        with_item(EXAMPLE, "duties", "posts", responsible=Responsible.CLIENT),
        "«Post statico» ora la fa il cliente",
        "“Post statico” is now done by the client",
    ),
    (
        with_item(EXAMPLE, "duties", "posts", quantity=Decimal(16)),
        "«Post statico»: da 12 a 16 post al mese",
        "“Post statico”: from 12 to 16 post a month",
    ),
    (
        with_item(EXAMPLE, "duties", "plan", cadence=Cadence.YEARLY),
        "«Piano di marketing»: da 1 piano una volta a 1 piano all'anno",
        "“Piano di marketing”: from 1 piano once to 1 piano a year",
    ),
    (
        with_item(
            EXAMPLE, "duties", "prices", quantity=Decimal("2.5"), unit="listino", unit_plural="listini"
        ),
        "«Listino prezzi»: ora 2,5 listini al mese",
        "“Listino prezzi”: now 2.5 listini a month",
    ),
    (
        with_item(EXAMPLE, "duties", "posts", rounds=2),
        "riveduta la riga «Post statico»",
        "line “Post statico” revised",
    ),
    (
        dataclasses.replace(EXAMPLE, duties=(DUTIES[1], DUTIES[0], *DUTIES[2:])),
        "cambia l'ordine delle righe",
        "the order of the lines changes",
    ),
    (
        with_item(EXAMPLE, "roles", "social", lead="elena"),
        "social media: guida Elena Conti al posto di Luca Neri",
        "social media: led by Elena Conti in place of Luca Neri",
    ),
    (
        dataclasses.replace(
            EXAMPLE, roles=(RoleAssignment(lane=Lane.MARKETING, held_by=Holder.NOBODY), EXAMPLE.roles[1])
        ),
        "marketing: ora il ruolo è di nessuno",
        "marketing: the role is now held by nobody",
    ),
    (
        with_item(EXAMPLE, "roles", "marketing", held_by=Holder.CLIENT, lead="paola"),
        "marketing: ora guida Paola Ferri",
        "marketing: now led by Paola Ferri",
    ),
    (
        with_item(EXAMPLE, "roles", "social", example="Racconta la linea."),
        "riveduti i ruoli",
        "the roles are revised",
    ),
    (example_scope(months=6), "durata da 12 a 6 mesi", "length from 12 to 6 months"),
    (
        example_scope(start=dt.date(2027, 2, 1)),
        "inizio: 1° febbraio 2027 (prima: 1° gennaio 2027)",
        "start: February 1, 2027 (before: January 1, 2027)",
    ),
    (example_scope(validity_days=None), "validità: non più detta", "validity: no longer said"),
    (
        with_item(EXAMPLE, "objectives", "sales", target=Decimal(30000)),
        "riveduto l'obiettivo «Lanciare la linea»",
        "objective “Lanciare la linea” revised",
    ),
    (
        without(EXAMPLE, "objectives", "sales", "reach"),
        "tolti gli obiettivi «Lanciare la linea» e «Raggiungere il pubblico giusto»",
        "objectives “Lanciare la linea” and “Raggiungere il pubblico giusto” removed",
    ),
    (
        example_scope(terms=dataclasses.replace(TERMS, hourly_rate=Decimal(80))),
        "tariffa oraria da 75\u00a0€ a 80\u00a0€",
        "hourly rate from €75 to €80",
    ),
    (
        example_scope(terms=dataclasses.replace(TERMS, payment_days=60)),
        "giorni di pagamento da 30 a 60",
        "days of payment from 30 to 60",
    ),
    (
        example_scope(terms=dataclasses.replace(TERMS, rounds=None)),
        "giri di modifiche: non più detti",
        "rounds of changes: no longer said",
    ),
    (
        example_scope(terms=dataclasses.replace(TERMS, approve_possible_apart=False)),
        "cambiano le clausole da approvare a parte",
        "the clauses to be approved apart change",
    ),
    (
        with_more(EXAMPLE, "clauses", Clause(key="pay", name="Pagamenti", text="Si paga.")),
        "aggiunta la clausola «Pagamenti»",
        "clause “Pagamenti” added",
    ),
    (
        with_item(EXAMPLE, "clauses", "forum", parameters=(("court", "Milano"),)),
        "riveduta la clausola «Foro»",
        "clause “Foro” revised",
    ),
    (
        with_item(EXAMPLE, "functions", "approver", days=3),
        "rivedute le persone e le loro funzioni",
        "persons and functions revised",
    ),
    (
        with_item(EXAMPLE, "guidelines", "calendar", description="Le date."),
        "rivedute le indicazioni da ricevere",
        "guidelines revised",
    ),
    (
        with_item(EXAMPLE, "autonomy", "tone", decision=Decision.PROPOSES),
        "riveduto chi decide che cosa sui social",
        "autonomy on social revised",
    ),
    (
        example_scope(client=dataclasses.replace(CLIENT, legal_form="S.r.l.")),
        "aggiornati i dati del cliente",
        "the client's data updated",
    ),
    (
        example_scope(studio=dataclasses.replace(STUDIO, phone="010 123")),
        "aggiornati i dati dello studio",
        "the studio's data updated",
    ),
    (example_scope(title="Nuova linea"), "nuovo titolo: «Nuova linea»", "new title: “Nuova linea”"),
    (example_scope(currency="CHF"), "valuta da EUR a CHF", "currency from EUR to CHF"),
]


@pytest.mark.parametrize(("after", "italian", "in_english"), TOLD, ids=[row[2] for row in TOLD])
def test_one_difference_is_one_phrase_in_the_document_s_language(
    after: Scope, italian: str, in_english: str
) -> None:
    assert sentences(EXAMPLE, after) == (italian,)
    assert sentences(english(EXAMPLE), english(after)) == (in_english,)


def test_another_date_is_no_difference() -> None:
    assert sentences(EXAMPLE, example_scope(dated=dt.date(2026, 12, 24))) == ()


def test_another_language_is_told_in_the_new_one() -> None:
    assert sentences(EXAMPLE, english(EXAMPLE)) == ("the document is now in English",)


def test_a_longer_engagement_with_the_same_fee_lines_tells_its_length_only() -> None:
    assert sentences(EXAMPLE, example_scope(months=18)) == ("durata da 12 a 18 mesi",)


def test_months_of_payment_that_pay_the_same_in_all_are_told_as_such() -> None:
    before = example_scope(fees=(fee("a", FeeLane.SOCIAL, 300, FeeKind.ONCE),))
    after = example_scope(fees=(fee("a", FeeLane.SOCIAL, 300, FeeKind.ONCE, first=3),))
    assert sentences(before, after) == ("cambia quando si paga il compenso social media",)


def test_many_rows_are_counted_and_many_differences_too() -> None:
    more = [dataclasses.replace(VIDEO, key=f"video-{place}", name=f"Video {place}") for place in range(5)]
    assert sentences(EXAMPLE, with_more(EXAMPLE, "duties", *more)) == (
        "aggiunte le righe «Video 0», «Video 1», «Video 2» e altre 2",
    )
    after = example_scope(
        title="Altro",
        months=6,
        start=None,
        validity_days=30,
        duties=more,
        terms=Terms(),
        clauses=(),
        objectives=(),
        fees=(fee("both", FeeLane.UNDIVIDED, 2550),),
    )
    told = sentences(EXAMPLE, after)
    assert len(told) == MOST_TOLD
    assert told[0] == "tolto il compenso marketing"
    assert told[-1] == "altre 9 modifiche"


@given(SCOPES, SCOPES)
def test_there_is_something_to_tell_exactly_where_something_changed(before: Scope, after: Scope) -> None:
    told = sentences(before, after)
    assert bool(told) != same_content(before, after)
    assert len(told) <= MOST_TOLD
    assert all(phrase.strip() for phrase in told)


@given(SCOPES)
def test_a_scope_differs_from_itself_in_nothing(scope: Scope) -> None:
    assert sentences(scope, scope) == ()
