"""The studio's catalogue. Texts are held in both languages, as {"it": ..., "en": ...}."""

from typing import ClassVar

from django.db import models

from scoping.studios.ownership import OwnedManager, StudioOwned

Texts = dict[str, str]


class CatalogueRow(StudioOwned):
    """A row of the studio's catalogue, known by its code."""

    code = models.CharField(max_length=32)
    position = models.PositiveIntegerField(default=0)
    name = models.JSONField()

    class Meta(StudioOwned.Meta):
        abstract = True
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["studio", "code"], name="%(class)s_code")]

    def __str__(self) -> str:
        return f"{self.code} {self.name['it']}"


class CatalogueArea(CatalogueRow):
    """A part of one lane under which duties are found."""

    lane = models.CharField(max_length=9)

    class Meta(CatalogueRow.Meta):
        pass


class CatalogueDutyQuerySet(models.QuerySet["CatalogueDuty"]):
    """Duties of the catalogue in words."""

    def names(self, codes: set[str], language: str) -> dict[str, str]:
        """How the duties of these codes are called in one language."""
        found = self.filter(code__in=codes).values_list("code", "name")
        return {code: name.get(language, code) for code, name in found}

    def reasons(self, codes: set[str], language: str) -> dict[str, str]:
        """Why the duties of these codes are usually left out, in one language."""
        found = self.filter(code__in=codes).values_list("code", "reason")
        return {code: reason.get(language, "") for code, reason in found}


CatalogueDutyManager = OwnedManager.from_queryset(CatalogueDutyQuerySet)


class CatalogueDuty(CatalogueRow):
    """A duty as the studio usually offers it. The hours of effort (low, likely, high, for one unit) are
    internal."""

    lane = models.CharField(max_length=9)
    area = models.CharField(max_length=32)
    description = models.JSONField(default=dict)
    deliverable = models.JSONField(default=dict)
    unit = models.JSONField(default=dict)
    unit_plural = models.JSONField(default=dict)
    cadence = models.CharField(max_length=9)
    quantity = models.DecimalField(max_digits=8, decimal_places=2)
    when = models.JSONField(default=dict)
    rounds = models.PositiveSmallIntegerField(null=True, blank=True)
    answering = models.JSONField(null=True, blank=True)
    limits = models.JSONField(null=True, blank=True)
    exclusion = models.JSONField(default=dict)
    reason = models.JSONField(default=dict)
    if_needed = models.CharField(max_length=12)
    content = models.BooleanField(default=False)
    needs = models.JSONField(default=list)
    depends_on = models.JSONField(default=list)
    keywords = models.JSONField(default=dict)
    hours_low = models.DecimalField(max_digits=6, decimal_places=2)
    hours_likely = models.DecimalField(max_digits=6, decimal_places=2)
    hours_high = models.DecimalField(max_digits=6, decimal_places=2)

    objects: ClassVar[CatalogueDutyManager] = CatalogueDutyManager()

    class Meta(CatalogueRow.Meta):
        pass


class CatalogueGuideline(CatalogueRow):
    """What a role usually receives, from whom, and when."""

    lane = models.CharField(max_length=9)
    description = models.JSONField(default=dict)
    usual_source = models.CharField(max_length=9)
    when = models.JSONField(default=dict)

    class Meta(CatalogueRow.Meta):
        pass


class CatalogueAutonomy(CatalogueRow):
    """One row of the autonomy matrix, with the decision that the studio usually offers."""

    detail = models.JSONField(default=dict)
    decision = models.CharField(max_length=8)
    asks = models.CharField(max_length=11, blank=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(CatalogueRow.Meta):
        pass


class CatalogueObjective(CatalogueRow):
    """An objective as the studio usually words it."""

    lane = models.CharField(max_length=9)
    kpi = models.JSONField(default=dict)
    how_measured = models.JSONField(default=dict)
    unit = models.JSONField(default=dict)
    unit_code = models.CharField(max_length=32)
    horizon = models.CharField(max_length=6)
    control = models.CharField(max_length=7)
    serves = models.JSONField(default=list)

    class Meta(CatalogueRow.Meta):
        pass


class CatalogueClause(CatalogueRow):
    """A clause of the library. `parameters` are {name, kind, default, field}: one with a field of its own in
    the engagement is filled from it. `only_if` names what a studio's profile must say for the clause to be
    true of it (`law_4_2013`).
    """

    text = models.JSONField()
    onerous = models.CharField(max_length=8)
    why = models.JSONField(default=dict)
    parameters = models.JSONField(default=list)
    default_on = models.BooleanField(default=False)
    required = models.BooleanField(default=False)
    only_if = models.CharField(max_length=20, blank=True)

    class Meta(CatalogueRow.Meta):
        pass


class CatalogueRoleText(CatalogueRow):
    """How the document and the screens introduce a lane: a lead, the holder's name, an example to adapt."""

    lead = models.JSONField(default=dict)
    who = models.JSONField(default=dict)
    example = models.JSONField(default=dict)

    class Meta(CatalogueRow.Meta):
        pass


class CatalogueTemplate(CatalogueRow):
    """A way to start an engagement: `roles` says who holds each role, `duties` who does a duty (by code),
    `objectives` and `clauses` are codes in their order. `people` is how many professionals share the roles,
    where the template says it: one for both, or two.
    """

    description = models.JSONField(default=dict)
    people = models.PositiveSmallIntegerField(null=True, blank=True)
    roles = models.JSONField(default=dict)
    duties = models.JSONField(default=dict)
    objectives = models.JSONField(default=list)
    clauses = models.JSONField(default=list)

    class Meta(CatalogueRow.Meta):
        pass
