"""Signatures: the acts that this scope calls for, a line for each signatory, the studio's, and how to
check."""

from dataclasses import dataclass

from scoping.domain.scope import Address, Person, Scope
from scoping.domain.words import Act, FunctionKind, Party

from ..qr import Code, code_of
from ..reading import Fact, Reading
from ..typography import NO_BREAK, typeset, unbroken
from .rules import clause_texts


@dataclass(frozen=True, slots=True)
class Line:
    """A line for a pen: who signs, and on whose behalf; both empty where nobody is named yet."""

    name: str
    behalf: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act: read (a box for each signatory, by their initials) or signed (a line for each)."""

    number: int
    kind: str
    name: str
    text: str
    boxes: tuple[str, ...] = ()
    clauses: tuple[tuple[int, str], ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """How a reader checks the document: the QR code, the short address, the code."""

    title: str
    code: Code
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """The section."""

    title: str
    lead: str
    acts: tuple[ActRow, ...]
    studio: Line
    parties: tuple[Fact, ...]
    check: Check | None
    kind: str = "signatures"
    bar: str = ""


def signatures(reading: Reading) -> Signatures:
    """The section of this scope."""
    words, scope = reading.words, reading.scope
    document = words.document_named(typeset(scope.number), reading.version)
    signatories = scope.with_function(FunctionKind.SIGNATORY)
    client = typeset(scope.client.name)
    lines = tuple(
        Line(typeset(person.name), words.on_behalf(typeset(function.power or person.job), client))
        for person, function in signatories
    ) or (Line("", words.on_behalf("", client)),)
    boxes = tuple(initials(person) for person, _ in signatories) if len(signatories) > 1 else ("",)
    acts = []
    for number, act in enumerate(scope.acts, start=1):
        signed = act in (Act.WHOLE, Act.ONEROUS)
        acts.append(
            ActRow(
                number=number,
                kind=act.value,
                name=words.acts[act],
                text=words.act_text(act, document, client),
                boxes=() if signed else boxes,
                clauses=_apart(reading) if act == Act.ONEROUS else (),
                lines=lines if signed else (),
            )
        )
    return Signatures(
        title=words.sections["signatures"],
        lead=words.acts_lead(len(acts)),
        acts=tuple(acts),
        studio=_studio_line(reading),
        parties=parties(reading),
        check=_check(reading),
    )


def initials(person: Person) -> str:
    """The initials of a person's name, three at most, without those of small words: "della", "von"."""
    words = typeset(person.name).replace(NO_BREAK, " ").split()
    capital = [word[0] for word in words if not word[0].islower()]
    return "".join(capital or [word[0] for word in words])[:3]


def _apart(reading: Reading) -> tuple[tuple[int, str], ...]:
    return tuple((clause.number, clause.name) for clause in clause_texts(reading) if clause.apart)


def _studio_line(reading: Reading) -> Line:
    scope = reading.scope
    person = scope.person(scope.signed_for_studio)
    studio = typeset(scope.studio.legal_name or scope.studio.name)
    job = typeset(person.job) if person and person.party == Party.STUDIO else ""
    return Line(typeset(person.name) if person else "", reading.words.on_behalf(job, studio))


def parties(reading: Reading) -> tuple[Fact, ...]:
    """Both parties as the law asks a contract to name them."""
    scope, names = reading.scope, reading.words.names
    studio, client = scope.studio, scope.client
    return (
        Fact(
            names.studio,
            typeset(studio.legal_name or studio.name),
            _identity(
                scope,
                studio.address,
                (
                    (names.vat, studio.vat_number),
                    (names.tax_code, studio.tax_code),
                    (names.pec, studio.pec),
                    ("", studio.email),
                ),
            ),
        ),
        Fact(
            names.client,
            typeset(client.name),
            _identity(
                scope,
                client.address,
                (
                    (names.vat, client.vat_number),
                    (names.tax_code, client.tax_code),
                    (names.pec, client.pec),
                    (names.sdi, client.sdi_code),
                    ("", client.purpose),
                ),
            ),
        ),
    )


def _identity(scope: Scope, address: Address, numbers: tuple[tuple[str, str], ...]) -> str:
    town = " ".join(part for part in (address.postcode, address.city) if part)
    if address.province:
        town = f"{town} ({address.province})"
    abroad = scope.studio.address.country != address.country or address.country != "IT"
    place = [address.street, town, address.country if abroad else ""]
    written = [
        unbroken(typeset(f"{label} {value}")) if label else typeset(value)
        for label, value in numbers
        if value
    ]
    return " · ".join(part for part in [typeset(", ".join(part for part in place if part)), *written] if part)


def _check(reading: Reading) -> Check | None:
    issue = reading.issue
    if issue is None:
        return None
    short = issue.address.partition("://")[2] or issue.address
    plain = short.replace("-", "").upper()
    if plain.endswith(issue.code.replace("-", "").upper()):
        short = short[: -len(issue.code)].rstrip("/-")
    bare = issue.code.replace("-", "").upper()
    grouped = "-".join(bare[start : start + 4] for start in range(0, len(bare), 4))
    return Check(
        title=reading.words.names.check,
        code=code_of(issue.address, reading.words.qr_title(issue.address)),
        text=reading.words.check_text(unbroken(short), grouped.replace("-", "\u2011")),
    )
