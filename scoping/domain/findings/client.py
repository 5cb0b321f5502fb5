"""Findings of the client: who it is, and what it pays in taxes."""

from collections.abc import Iterator

from ..rates import RateKind, rate_on
from ..scope import Scope
from ..tax import EU_COUNTRIES, eu_vat_number
from ..words import Income, Severity, TaxRegime
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
        "{client} has no VAT number and no tax code, and nothing says for which business it gives the "
        "work. Without one of the three the document does not say who agrees.",
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
        "{client} sta all'estero ({country}) e non ha una partita IVA dell'Unione europea: il documento "
        "dirà che l'IVA la indica lo studio.",
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


RULES = (
    client_not_identified,
    client_vat_number_wrong,
    client_abroad,
    withholding_unsaid,
)
