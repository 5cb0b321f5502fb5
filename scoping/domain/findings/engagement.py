"""Findings of the engagement's frame: who signs, how long, and the studio's own profile."""

from collections.abc import Iterator

from ..scope import Scope
from ..tax import is_profile_known
from ..words import FunctionKind, Fund, Holder, Income, Lane, Severity, TaxRegime
from .client import client_name
from .finding import Found, Step, found, rule


@rule(
    Severity.BLOCKS,
    Step.ENGAGEMENT,
    italian=(
        "Nessuno firma per il cliente",
        "{client} non ha un firmatario: la pagina delle firme non avrebbe una riga per chi si impegna.",
        "Scegli chi firma",
    ),
    english=(
        "Nobody signs for the client",
        "{client} has no signatory: the page of signatures would have no line for whoever commits it.",
        "Choose who signs",
    ),
)
def no_signatory(scope: Scope) -> Iterator[Found]:
    """At least one contact signs."""
    if not scope.with_function(FunctionKind.SIGNATORY):
        yield found(at="functions", client=client_name(scope))


@rule(
    Severity.BLOCKS,
    Step.ENGAGEMENT,
    italian=(
        "Manca la data di inizio",
        "I mesi e le scadenze di «{title}» si contano dal primo giorno, e il primo giorno non c'è.",
        "Scrivi la data di inizio",
    ),
    english=(
        "The start is missing",
        "The months and dates of “{title}” count from its first day, and there is no first day.",
        "Enter the start",
    ),
)
def start_missing(scope: Scope) -> Iterator[Found]:
    """An engagement has a first day."""
    if scope.start is None:
        yield found(at="start", title=scope.title)


@rule(
    Severity.BLOCKS,
    Step.ENGAGEMENT,
    italian=(
        "Manca la durata",
        "Senza i mesi di «{title}» non si sa quanto lavoro c'è, né quanto costa in tutto.",
        "Scrivi quanti mesi dura",
    ),
    english=(
        "The length is missing",
        "Without the months of “{title}” nobody knows how much work there is, nor what it costs in all.",
        "Enter the months",
    ),
)
def months_missing(scope: Scope) -> Iterator[Found]:
    """An engagement has a length."""
    if scope.months is None:
        yield found(at="months", title=scope.title)


@rule(
    Severity.BLOCKS,
    Step.ENGAGEMENT,
    italian=(
        "Manca la validità dell'offerta",
        "Il documento dice a {client} fino a quando può accettare: mancano i giorni.",
        "Scrivi i giorni di validità",
    ),
    english=(
        "The offer's validity is missing",
        "The document tells {client} until when it may accept: the days are missing.",
        "Enter the days of validity",
    ),
)
def validity_missing(scope: Scope) -> Iterator[Found]:
    """An offer has an end."""
    if scope.validity_days is None:
        yield found(at="validity_days", client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.ENGAGEMENT,
    italian=(
        "Nessuno parla per la direzione commerciale",
        "Il marketing decide insieme alla direzione commerciale di {client}, ma non è detto con chi.",
        "Scegli l'interlocutore",
    ),
    english=(
        "Nobody speaks for commercial management",
        "Marketing decides together with the commercial management of {client}, and nobody is named.",
        "Choose the counterpart",
    ),
)
def no_counterpart(scope: Scope) -> Iterator[Found]:
    """The studio's marketing has its counterpart at the client."""
    holds_marketing = scope.role(Lane.MARKETING).held_by == Holder.STUDIO
    if holds_marketing and not scope.with_function(FunctionKind.COUNTERPART):
        yield found(at="functions", lane=Lane.MARKETING, client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.ENGAGEMENT,
    italian=(
        "Nessuno firma per lo studio",
        "Nella pagina delle firme la riga di {studio} resta senza nome.",
        "Scegli chi firma per lo studio",
    ),
    english=(
        "Nobody signs for the studio",
        "On the page of signatures the line of {studio} stays without a name.",
        "Choose who signs for the studio",
    ),
)
def nobody_signs_for_studio(scope: Scope) -> Iterator[Found]:
    """Somebody of the studio signs."""
    if scope.person(scope.signed_for_studio) is None:
        yield found(at="signed_for_studio", studio=scope.studio.name)


@rule(
    Severity.BLOCKS,
    Step.STUDIO,
    italian=(
        "Il regime fiscale dello studio non è noto",
        "Le imposte sui compensi di «{title}» dipendono dal regime di {studio}, e non si indovinano.",
        "Completa il profilo fiscale",
    ),
    english=(
        "The studio's tax profile is not known",
        "The taxes on the fees of “{title}” depend on the profile of {studio}, and are never guessed.",
        "Complete the tax profile",
    ),
)
def tax_profile_unknown(scope: Scope) -> Iterator[Found]:
    """Regime, income and a professional fund's percentage."""
    tax = scope.studio.tax
    if not is_profile_known(tax):
        ordinary_only = (
            "income" if tax.income is None and tax.regime == TaxRegime.ORDINARY else "fund_percent"
        )
        yield found(
            at="regime" if tax.regime is None else ordinary_only, title=scope.title, studio=scope.studio.name
        )


@rule(
    Severity.WARNS,
    Step.STUDIO,
    italian=(
        "Un'impresa non aggiunge contributi",
        "{studio} ha scelto un contributo, ma il suo reddito è d'impresa: nel documento il contributo non "
        "c'è.",
        "Rivedi il profilo fiscale",
    ),
    english=(
        "A business adds no contribution",
        "{studio} chose a contribution, but its income is a business's: the document has no contribution.",
        "Review the tax profile",
    ),
)
def contribution_of_a_business(scope: Scope) -> Iterator[Found]:
    """A business in the register adds no contribution to its fees (domain.md, Time, money, tax)."""
    if scope.studio.tax.income == Income.BUSINESS and scope.studio.tax.fund != Fund.NONE:
        yield found(at="fund", studio=scope.studio.name)


RULES = (
    no_signatory,
    start_missing,
    months_missing,
    validity_missing,
    no_counterpart,
    nobody_signs_for_studio,
    tax_profile_unknown,
    contribution_of_a_business,
)
