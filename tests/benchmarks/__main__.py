"""`python -m tests.benchmarks [--only GROUP,...] [--rounds N] [--compare FILE]`, which `make bench` runs."""

import argparse
import datetime as dt
import json
import os
import tempfile
from pathlib import Path

from . import surroundings

ROUNDS = 7
GROUP_NAMES = "render whole preview chromium libreoffice growth long memory file economics web throughput"


def arguments() -> argparse.Namespace:
    """What was asked for. Ends with exit code 2 and a word where it is not understood."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", default="", metavar="GROUP,...", help=f"some groups only: {GROUP_NAMES}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"timed rounds (default {ROUNDS})")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="the JSON of an earlier run")
    asked = parser.parse_args()
    known = GROUP_NAMES.split()
    asked.groups = [name for name in asked.only.replace(",", " ").split() if name] or known
    if unknown := [name for name in asked.groups if name not in known]:
        parser.error(f"no such group: {', '.join(unknown)}; there are {', '.join(known)}")
    if asked.rounds < 1:
        parser.error("at least one round")
    if asked.compare and not asked.compare.is_file():
        parser.error(f"{asked.compare} is not there")
    return asked


def main() -> None:
    """Measure, print the tables, keep the JSON; a full run writes docs/performance.md anew."""
    asked = arguments()
    surroundings.set_up()
    from . import machine, report
    from .checks import look
    from .contestants.entered import ENTRIES
    from .documents import prepare
    from .rounds import Results, play, weigh
    from .targets import GROUPS

    described = machine.described()
    chosen = [GROUPS[name] for name in asked.groups]
    printing = list(dict.fromkeys(name for group in chosen for name in group.printing))
    weighed = list(dict.fromkeys(name for group in chosen for name in group.weighed))
    absent = {name for name in [*printing, *weighed] if not ENTRIES[name].program()}
    left_out = sorted({f"{ENTRIES[name].peer}, not installed" for name in absent})
    printing, weighed = ([name for name in names if name not in absent] for names in (printing, weighed))

    turns = max(asked.rounds + 1, 2)
    with tempfile.TemporaryDirectory(prefix="work-", dir=surroundings.BENCH) as place:
        work = Path(place)
        documents = {ENTRIES[name].document for name in [*printing, *weighed]}
        prepare(work, documents, turns, for_the_web="careless" in printing)
        results = play(printing, work, asked.rounds) if printing else Results()
        weigh(weighed, work, turns, results)
        checks = look(results, work)
    described["load_after"] = list(os.getloadavg())
    run = report.Report(described, asked.rounds, asked.groups, left_out, results, checks)

    kept = surroundings.BENCH / f"{dt.datetime.now(dt.UTC):%Y-%m-%d-%H%M%S}.json"
    report.save(run, kept)
    tables = [report.targets_table(run), report.contestants_table(run), report.checks_table(run)]
    if asked.compare:
        tables.append(report.comparison(run, json.loads(asked.compare.read_text())))
    print(*tables, report.machine_table(run), f"Every sample: {kept}", sep="\n\n")
    if asked.groups == GROUP_NAMES.split() and asked.rounds >= ROUNDS:
        (surroundings.HOME / "docs").mkdir(exist_ok=True)
        (surroundings.HOME / "docs" / "performance.md").write_text(report.written(run))
        print("Written: docs/performance.md")


if __name__ == "__main__":
    main()
