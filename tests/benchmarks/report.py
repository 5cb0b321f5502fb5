"""What came of a run: a table for the terminal, JSON with every sample, and docs/performance.md."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from .checks import Check
from .contestants.entered import ENTRIES
from .rounds import Results
from .targets import GROUPS, Target

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table of targets."""

    what: str
    against: str
    target: str
    figure: str
    spread: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run."""

    machine: dict[str, object]
    rounds: int
    groups: Sequence[str]
    left_out: Sequence[str]
    results: Results
    checks: Sequence[Check]

    @property
    def lines(self) -> list[Line]:
        """The table of targets."""
        return [line_of(target, self.results) for group in self.groups for target in GROUPS[group].targets]

    def as_json(self) -> dict[str, Any]:
        """Everything, with every sample."""
        return {
            "machine": self.machine,
            "rounds": self.rounds,
            "groups": list(self.groups),
            "left_out": list(self.left_out),
            "targets": [asdict(line) for line in self.lines],
            "checks": [asdict(check) for check in self.checks],
            "samples": self.results.samples,
            "peaks": self.results.peaks,
        }


def line_of(target: Target, results: Results) -> Line:
    """A target beside its figure; where who is needed for it did not take part, that is said."""
    figure = target.figure(results)
    if figure is None:
        return Line(target.what, target.against, target.asked, "", "", target.untold)
    each = target.series(results) if target.series else []
    spread = f"{target.form.format(min(each))} to {target.form.format(max(each))}" if each else ""
    verdict = {True: "met", False: "**missed**", None: ""}[target.met(figure)]
    return Line(target.what, target.against, target.asked, target.form.format(figure), spread, verdict)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    written = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in written)


def targets_table(report: Report) -> str:
    """What was asked and what was found."""
    heads = ["what", "against", "target", "median", "each round", ""]
    return table(heads, ([*asdict(line).values()] for line in report.lines))


def contestants_table(report: Report) -> str:
    """What each contestant took."""
    rows = []
    for name in dict.fromkeys([*report.results.samples, *report.results.peaks]):
        cpu, wall = report.results.median(name), report.results.median(name, "wall")
        size, peak = report.results.median(name, "size"), report.results.peaks.get(name)
        rows.append([
            ENTRIES[name].title,
            f"{cpu * 1000:.0f}" if cpu else "",
            f"{wall * 1000:.0f}" if wall else "",
            f"{size / 1000:.0f}" if size else "",
            f"{peak / 1e6:.0f}" if peak else "",
        ])  # fmt: skip
    return table(["contestant", "CPU, ms", "wall, ms", "file, kB", "peak memory, MB"], rows)


def checks_table(report: Report) -> str:
    """What goes with the figures."""
    rows = ([check.what, check.found, "good" if check.good else "**not so**"] for check in report.checks)
    return table(["looked at", "found", ""], rows)


def machine_table(report: Report) -> str:
    """What it ran on."""
    machine = report.machine
    versions = machine["versions"]
    assert isinstance(versions, dict)
    rows = [
        ["date", str(machine["date"])],
        ["commit", f"{machine['commit']}, with {machine['changed_files']} files changed since"],
        ["system", str(machine["system"])],
        [
            "processor",
            f"{machine['processor']}, {machine['processors']} of them; "
            f"{_gigabytes(machine['memory'])} of memory",
        ],
        ["load average before and after", f"{_load(machine['load'])}; {_load(machine['load_after'])}"],
        ["interpreter", f"{machine['interpreter']}, {machine['interpreter_build']}"],
        ["its build flags", f"`{machine['interpreter_flags']}`"],
        ["versions", ", ".join(f"{name} {version}" for name, version in versions.items())],
        ["rounds", f"{report.rounds} timed, after one untimed"],
        ["left out", ", ".join(report.left_out) or "nobody"],
    ]
    return table(["", ""], rows)


def _load(averages: object) -> str:
    assert isinstance(averages, list)
    return ", ".join(f"{part:.2f}" for part in averages)


def _gigabytes(size: object) -> str:
    return f"{int(str(size)) / 2**30:.0f} GB"


def comparison(report: Report, before: dict[str, Any]) -> str:
    """This run's medians beside those of an earlier run's file."""
    rows = []
    for name, samples in before["samples"].items():
        now = report.results.median(name)
        if now is None or not samples:
            continue
        then = median(sample["cpu"] for sample in samples)
        rows.append([ENTRIES[name].title, f"{then * 1000:.0f}", f"{now * 1000:.0f}", f"{now / then:.2f}"])
    return table(["contestant", "CPU then, ms", "CPU now, ms", "ratio"], rows)


def written(report: Report) -> str:
    """docs/performance.md."""
    text = (HERE / "performance.md").read_text()
    parts = {
        "targets": targets_table,
        "contestants": contestants_table,
        "checks": checks_table,
        "machine": machine_table,
    }
    for name, make in parts.items():
        text = text.replace(f"<!-- {name} -->", make(report))
    return text


def save(report: Report, target: Path) -> None:
    """Keep the run as JSON."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(report.as_json(), indent=1, ensure_ascii=False) + "\n")
