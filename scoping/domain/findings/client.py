"""Findings of the client, the engagement's frame and the studio."""

from collections.abc import Iterator

from ..rates import RateKind, rate_on
from ..scope import Scope
from ..tax import EU_COUNTRIES, eu_vat_number, is_profile_known
from ..words import FunctionKind, Fund, Holder, Income, Lane, Severity, TaxRegime
from .finding import Found, Step, found, rule


def client_name(scope: Scope) -> str:
    """What sentences call the client."""
    return scope.client.short_name or scope.client.name


@rule(
    Severity.BLOCKS,
    Step.CLIENT,
    italian=(
        "Il cliente non è identificato",
        "{client} non ha partita IVA né codice fiscale, e non è scritto per quale attività affida "
        "l'incarico. Senza uno dei tre il documento non dice con chi si conclude.",
        "Scrivi la partita IVA",
    ),
    english=(
        "The client is not identified",
        "{client} has no VAT number and no tax code, and nothing says for which business it gives the work. "
        "Without one of the three the document does not say who agrees.",
        "Enter the VAT number",
    ),
)
def client_not_identified(scope: Scope) -> Iterator[Found]:
    """A VAT number, or a tax code, or a declared business purpose."""
    client = scope.client
    if not any(text.strip() for text in (client.vat_number, client.tax_code, client.purpose)):
        yield found(at="vat_number", client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.CLIENT,
    italian=(
        "La partita IVA non torna",
        "{number} non è una partita IVA valida del paese di {client} ({country}): forse c'è una cifra "
        "sbagliata, e le fatture la portano.",
        "Controlla la partita IVA",
    ),
    english=(
        "The VAT number does not check",
        "{number} is not a valid VAT number of {client}'s country ({country}): a figure may be wrong, and "
        "invoices bear it.",
        "Check the VAT number",
    ),
)
def client_vat_number_wrong(scope: Scope) -> Iterator[Found]:
    """Only countries of the EU are checked: of the others nothing certain is known."""
    number, country = scope.client.vat_number, scope.client.address.country
    if number and country in EU_COUNTRIES and eu_vat_number(number, country) is None:
        yield found(at="vat_number", client=client_name(scope), number=number, country=country)


@rule(
    Severity.WARNS,
    Step.CLIENT,
    italian=(
        "L'IVA di questo cliente va detta",
        "{client} sta all'estero ({country}) e non ha una partita IVA dell'Unione europea: il documento dirà "
        "che l'IVA la indica lo studio.",
        "Guarda i dati del cliente",
    ),
    english=(
        "This client's VAT must be said",
        "{client} is abroad ({country}) and has no VAT number of the European Union: the document will say "
        "that the studio states the VAT.",
        "See the client's data",
    ),
)
def client_abroad(scope: Scope) -> Iterator[Found]:
    """A client abroad without a valid VAT number of the EU: no rate is guessed."""
    number, country = scope.client.vat_number, scope.client.address.country
    if country != "IT" and not (number and country in EU_COUNTRIES):
        yield found(at="vat_number", client=client_name(scope), country=country or "?")


@rule(
    Severity.WARNS,
    Step.CLIENT,
    italian=(
        "Non si sa se il cliente trattiene la ritenuta",
        "Lo studio è un lavoratore autonomo: se {client} è sostituto d'imposta trattiene il {percent}% del "
        "compenso. Finché non si sa, il documento non dice quanto si paga.",
        "Scrivi se è sostituto d'imposta",
    ),
    english=(
        "Nobody said whether the client withholds tax",
        "The studio is self-employed: if {client} is a withholding agent it keeps back {percent}% of the "
        "fee. Until that is known the document does not say what is paid.",
        "Say whether it is a withholding agent",
    ),
)
def withholding_unsaid(scope: Scope) -> Iterator[Found]:
    """It matters to a self-employed studio with an Italian client only, and never in the flat-rate regime."""
    tax = scope.studio.tax
    self_employed = (tax.regime, tax.income) == (TaxRegime.ORDINARY, Income.SELF_EMPLOYMENT)
    client = scope.client
    if self_employed and client.withholding_agent is None and client.address.country == "IT":
        percent = rate_on(RateKind.WITHHOLDING, scope.dated).rate
        yield found(at="withholding_agent", client=client_name(scope), percent=percent)


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
        "{studio} ha scelto un contributo, ma il suo reddito è d'impresa: nel documento il contributo "
        "non c'è.",
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
    client_not_identified,
    client_vat_number_wrong,
    client_abroad,
    withholding_unsaid,
    no_signatory,
    start_missing,
    months_missing,
    validity_missing,
    no_counterpart,
    nobody_signs_for_studio,
    tax_profile_unknown,
    contribution_of_a_business,
)
