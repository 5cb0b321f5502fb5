"""The Scope that a new engagement starts from: blank, or as a template of the studio says."""

from dataclasses import replace

from scoping.catalogue.models import (
    CatalogueAutonomy,
    CatalogueClause,
    CatalogueDuty,
    CatalogueGuideline,
    CatalogueObjective,
    CatalogueRoleText,
    CatalogueTemplate,
)
from scoping.catalogue.offers import (
    autonomy_offer,
    clause_offer,
    duty_offer,
    guideline_offer,
    objective_offer,
    said,
)
from scoping.domain import scope
from scoping.domain.words import (
    ROLE_LANES,
    Decision,
    FunctionKind,
    Holder,
    IfNeeded,
    Lane,
    Language,
    Party,
    Responsible,
)

from .cast import Cast
from .models import Engagement

VALIDITY_DAYS, PAYMENT_DAYS, ROUNDS = 30, 30, 2

FROM_MARKETING = "marketing"  # as a catalogue's guideline says that whoever holds marketing gives it
_GIVES = {Holder.STUDIO: Party.STUDIO, Holder.CLIENT: Party.CLIENT, Holder.THIRD: Party.THIRD}


def starting_scope(
    engagement: Engagement, cast: Cast | None = None, template: CatalogueTemplate | None = None
) -> scope.Scope:
    """The draft that a new engagement starts from. Adjacent work is not included (domain.md), and clauses,
    guidelines and the autonomy matrix stand as the studio usually words them; a template says who holds the
    roles, who does which duty, and which objectives and clauses there are.
    """
    described = _blank(engagement, cast or Cast())
    if template is not None:
        described = _as_template(described, cast or Cast(), template)
    described = replace(described, duties=tuple(_promised(duty, described) for duty in described.duties))
    return replace(described, clauses=_filled(described.clauses, engagement))


def missing_from_catalogue(template: CatalogueTemplate) -> tuple[str, ...]:
    """What a template names and the studio's catalogue has no more: its codes, in their order."""
    lists = (
        (CatalogueDuty, template.duties),
        (CatalogueObjective, template.objectives),
        (CatalogueClause, template.clauses),
    )
    missing: list[str] = []
    for table, codes in lists:
        there = set(table.objects.filter(code__in=list(codes)).values_list("code", flat=True))
        missing += [code for code in codes if code not in there]
    return tuple(missing)


def _blank(engagement: Engagement, cast: Cast) -> scope.Scope:
    language, studio = Language(engagement.language), engagement.studio
    examples = {text.code: said(text.example, language) for text in CatalogueRoleText.objects.all()}
    return scope.Scope(
        number=engagement.number,
        title=engagement.title,
        language=language,
        currency=engagement.currency,
        dated=engagement.dated,
        studio=studio.identity(),
        client=engagement.client.identity(),
        start=engagement.start,
        months=engagement.months,
        validity_days=VALIDITY_DAYS,
        signed_for_studio=cast.signed_for_studio,
        persons=cast.persons,
        functions=cast.functions,
        roles=tuple(
            scope.RoleAssignment(lane=lane, held_by=Holder.NOBODY, example=examples.get(lane, ""))
            for lane in ROLE_LANES
        ),
        guidelines=tuple(_guideline(row, language, cast) for row in CatalogueGuideline.objects.all()),
        autonomy=tuple(_autonomy_row(row, language, cast) for row in CatalogueAutonomy.objects.all()),
        duties=tuple(
            duty_offer(row, language, Responsible.EXCLUDED)
            for row in CatalogueDuty.objects.filter(lane=Lane.ADJACENT)
        ),
        terms=scope.Terms(
            hourly_rate=studio.hourly_rate,
            payment_days=PAYMENT_DAYS,
            rounds=ROUNDS,
            approve_possible_apart=studio.approve_possible_apart,
        ),
        clauses=tuple(
            clause_offer(row, language)
            for row in CatalogueClause.objects.all()
            if (row.default_on or row.required) and is_true_of(row, engagement)
        ),
    )


def _promised(duty: scope.Duty, described: scope.Scope) -> scope.Duty:
    """Who does not conduct promises no coordination of excluded work: that is quoted when it is asked for."""
    conducts = described.role(Lane.MARKETING).held_by == Holder.STUDIO
    if conducts or (duty.responsible, duty.if_needed) != (Responsible.EXCLUDED, IfNeeded.COORDINATE):
        return duty
    return replace(duty, if_needed=IfNeeded.QUOTE)


def is_true_of(clause: CatalogueClause, engagement: Engagement) -> bool:
    """Whether a clause that states something of the studio says the truth."""
    return clause.only_if != "law_4_2013" or engagement.studio.law_4_2013


def _guideline(row: CatalogueGuideline, language: Language, cast: Cast) -> scope.Guideline:
    offer = guideline_offer(row, language)
    if offer.source != Party.CLIENT:
        return offer
    approved = row.lane == Lane.SOCIAL and offer.when == scope.When()  # a yes to each piece, as it comes
    who = cast.with_function(FunctionKind.APPROVER) if approved else None
    return replace(offer, person=who or cast.decides)


def _autonomy_row(row: CatalogueAutonomy, language: Language, cast: Cast) -> scope.AutonomyRow:
    offer = autonomy_offer(row, language)
    if offer.decision == Decision.DECIDES or not row.asks:
        return offer
    return replace(offer, person=cast.with_function(FunctionKind(row.asks)) or cast.decides)


def _as_template(blank: scope.Scope, cast: Cast, template: CatalogueTemplate) -> scope.Scope:
    roles = tuple(_held(role, template, cast) for role in blank.roles)
    held = {role.lane: role.held_by for role in roles}
    duties = CatalogueDuty.objects.filter(code__in=list(template.duties))
    named = {row.code: Responsible(template.duties[row.code]) for row in duties}
    offers = [duty_offer(row, blank.language, named[row.code]) for row in duties]
    return replace(
        blank,
        roles=roles,
        guidelines=_given(blank, held, cast),
        autonomy=blank.autonomy if held[Lane.SOCIAL] == Holder.STUDIO else (),
        duties=(
            *(_of_others(offer, named, cast) for offer in offers),
            *(duty for duty in blank.duties if duty.code not in named),
        ),
        objectives=_objectives(template, blank.language),
        clauses=_clauses(blank, template),
    )


def _held(role: scope.RoleAssignment, template: CatalogueTemplate, cast: Cast) -> scope.RoleAssignment:
    """Who holds a role and leads it: the studio's only one who can, or who speaks for the client."""
    holder = Holder(template.roles.get(role.lane, Holder.NOBODY))
    lead = {Holder.STUDIO: cast.leads.get(role.lane), Holder.CLIENT: cast.decides}.get(holder)
    return replace(role, held_by=holder, lead=lead)


def _of_others(duty: scope.Duty, named: dict[str, Responsible], cast: Cast) -> scope.Duty:
    """What others do: the client's has a person; how they get there themselves is no matter of this
    engagement, so that it waits only for what somebody does in it."""
    if duty.responsible not in (Responsible.CLIENT, Responsible.THIRD):
        return duty
    done = tuple(
        code for code in duty.depends_on if named.get(code, Responsible.EXCLUDED) != Responsible.EXCLUDED
    )
    person = cast.decides if duty.responsible == Responsible.CLIENT else None
    return replace(duty, person=person, depends_on=done)


def _given(blank: scope.Scope, held: dict[Lane, Holder], cast: Cast) -> tuple[scope.Guideline, ...]:
    """What the roles receive: of the studio's roles everything, of another's what the studio gives."""
    source = _GIVES.get(held[Lane.MARKETING])
    persons = {Party.STUDIO: cast.leads.get(Lane.MARKETING), Party.CLIENT: cast.decides}
    sources = dict(CatalogueGuideline.objects.values_list("code", "usual_source"))
    given = []
    for guideline in blank.guidelines:
        from_marketing = sources.get(guideline.key) == FROM_MARKETING
        if held[guideline.lane] != Holder.STUDIO and not (from_marketing and source == Party.STUDIO):
            continue
        if from_marketing and source is not None:
            guideline = replace(guideline, source=source, person=persons.get(source))
        given.append(guideline)
    return tuple(given)


def _objectives(template: CatalogueTemplate, language: Language) -> tuple[scope.Objective, ...]:
    """The template's objectives in its order; a social one serves those of them that are here."""
    known = {row.code: row for row in CatalogueObjective.objects.filter(code__in=template.objectives)}
    rows = [known[code] for code in template.objectives if code in known]
    return tuple(
        replace(objective_offer(row, language), serves=tuple(code for code in row.serves if code in known))
        for row in rows
    )


def _clauses(blank: scope.Scope, template: CatalogueTemplate) -> tuple[scope.Clause, ...]:
    """The template's clauses; what is required, and what is true of this studio alone, stands in any case."""
    usual = {clause.code for clause in blank.clauses}
    return tuple(
        clause_offer(row, blank.language)
        for row in CatalogueClause.objects.all()
        if (row.code in template.clauses and not row.only_if)
        or (row.code in usual and (row.required or row.only_if))
    )


def _filled(clauses: tuple[scope.Clause, ...], engagement: Engagement) -> tuple[scope.Clause, ...]:
    """What the catalogue cannot know of a clause, such as programs in use, as the studio wrote it last."""
    others = Engagement.objects.filter(language=engagement.language, clause_rows__isnull=False)
    last = others.exclude(pk=engagement.pk).order_by("-pk").first()
    if last is None:
        return clauses
    written = {row.code: dict(row.parameters) for row in last.clause_rows.all()}
    return tuple(
        replace(
            clause,
            parameters=tuple(
                (name, text or written.get(clause.code, {}).get(name, "")) for name, text in clause.parameters
            ),
        )
        for clause in clauses
    )
