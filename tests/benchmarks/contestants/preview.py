"""The draft's preview after one change: what was laid out before is kept, what changed is laid out anew."""

from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import Any

from scoping.domain import scopefile
from scoping.domain.scope import Scope
from scoping.domain.words import Lane, Responsible
from scoping.press.pdf import preview_job, print_job
from scoping.press.wire import Job

from .python import Press
from .taken import PATIENCE, Taken

CHANGED = ("marketing", "social", "excluded", "fees", "rules")  # the sections that are changed, in turn


def one_change(scope: Scope, section: str) -> Scope:
    """The scope with one change in a section, as a consultant makes it."""
    if section == "fees":
        first, *fees = scope.fees
        return replace(scope, fees=(replace(first, amount=first.amount + 50), *fees))
    if section == "rules":
        clause, *clauses = scope.clauses
        return replace(scope, clauses=(replace(clause, text=f"{clause.text} Vale da subito."), *clauses))
    duties = list(scope.duties)
    if section == "excluded":
        place = next(at for at, duty in enumerate(duties) if duty.responsible == Responsible.EXCLUDED)
        duties[place] = replace(duties[place], reason=f"{duties[place].reason} Se ne parla in primavera.")
    else:
        place = next(
            at
            for at, duty in enumerate(duties)
            if duty.lane == Lane(section) and duty.responsible == Responsible.STUDIO
        )
        duties[place] = replace(duties[place], limits="Fino a tre proposte, poi si sceglie insieme.")
    return replace(scope, duties=tuple(duties))


class AfterOneChange(Press):
    """The whole preview after one change of a draft that was looked at before: the mean of several changes,
    each in another section."""

    def print(self, folder: Path) -> Taken:
        """Print the draft before the clock starts, then each change."""
        jobs = self.read(folder)
        taken = [self.timed(job) for job in jobs]
        cpu, wall = (mean(getattr(one, name) for one in taken) for name in ("cpu", "wall"))
        return Taken(cpu, wall, taken[-1].pdf)

    def read(self, folder: Path) -> Any:
        """What is asked for after each change, of a draft that was shown once."""
        scope = scopefile.read((folder / "scope.json").read_bytes()).scope
        print_job(preview_job(scope), PATIENCE)
        return [self.job(one_change(scope, section), section) for section in CHANGED]

    def job(self, scope: Scope, section: str) -> Job:
        """What is asked for: all of it, whichever section changed."""
        return preview_job(scope)

    def pdf(self, source: Any) -> bytes:
        """Show it again."""
        return print_job(source, PATIENCE).pdf


class SectionAlone(AfterOneChange):
    """The changed section alone, with those that share its pages."""

    def job(self, scope: Scope, section: str) -> Job:
        """Its pages."""
        return preview_job(scope, section=section)
