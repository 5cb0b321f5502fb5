"""The benchmark runs and says what it found; how fast anything is, no test says."""

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scoping.domain.economics import figures
from scoping.domain.words import Responsible
from scoping.press.chapters import chapters_of
from scoping.press.layout import lay_out
from scoping.press.pdf import preview_job
from tests.benchmarks import scopes
from tests.benchmarks.checks import words_of
from tests.benchmarks.contestants.entered import ENTRIES
from tests.benchmarks.contestants.figures import engaged
from tests.benchmarks.contestants.preview import CHANGED, one_change
from tests.benchmarks.documents import scope_of, to_naive_html
from tests.benchmarks.processor import memory_of, seconds_of, tree_seconds
from tests.benchmarks.report import Report, comparison, line_of
from tests.benchmarks.rounds import Results
from tests.benchmarks.targets import GROUPS, growth

HOME = Path(__file__).resolve().parent.parent.parent


def bench(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The benchmark as `make bench` runs it."""
    return subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", *arguments],
        cwd=HOME, capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip


def sampled(**seconds: list[float]) -> Results:
    """Results in which contestants took so many processor seconds, round by round."""
    samples = {name.replace("_", "-"): [{"cpu": value} for value in found] for name, found in seconds.items()}
    return Results(samples=samples)


def test_a_run_of_one_group_prints_its_table_and_keeps_every_sample() -> None:
    published = HOME / "docs" / "performance.md"
    before = published.read_bytes()
    answer = bench("--only", "file", "--rounds", "1")
    assert answer.returncode == 0, answer.stderr
    assert "| the file, kB |" in answer.stdout
    assert "| interpreter |" in answer.stdout
    kept = Path(answer.stdout.split("Every sample: ")[1].splitlines()[0])
    told = json.loads(kept.read_text())
    kept.unlink()
    assert [*told["samples"]] == ["ours"]
    assert len(told["samples"]["ours"]) == 1
    assert {"date", "commit", "processor", "interpreter_flags", "versions", "load"} <= told["machine"].keys()
    assert published.read_bytes() == before, "only a full run is published"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--only", "everything"), "no such group: everything"),
        (("--rounds", "0"), "at least one round"),
        (("--rounds", "many"), "invalid int value"),
        (("--compare", "nowhere.json"), "is not there"),
    ],
)
def test_what_is_not_understood_is_said_before_anything_runs(arguments: tuple[str, ...], word: str) -> None:
    answer = bench(*arguments)
    assert answer.returncode == 2
    assert word in answer.stderr


@pytest.mark.parametrize("count", [3, 160, 640])
def test_a_larger_scope_has_so_many_duties_of_the_samples_proportions(count: int) -> None:
    duties = scope_of(str(count)).duties
    assert len({duty.key for duty in duties}) == len({(duty.lane, duty.name) for duty in duties}) == count
    if count % len(scopes.sample().scope.duties) == 0:
        own = [duty.responsible for duty in scopes.sample().scope.duties]
        times = count // len(own)
        found = [duty.responsible for duty in duties]
        assert all(found.count(party) == times * own.count(party) for party in Responsible)


def test_the_long_texts_are_as_long_as_any_may_be() -> None:
    scope = scope_of("long")
    texts = [scope.duties[0].description, scope.clauses[0].text]
    texts += [duty.reason for duty in scope.duties if len(duty.reason) > 1000]
    assert [len(text) for text in texts] == [scopes.LONG] * 3
    assert " " not in scope.duties[1].exclusion


def test_each_round_prints_other_words_in_every_section() -> None:
    sample = scopes.sample().scope
    pages = [lay_out(scopes.varied(sample, turn), scopes.issue()) for turn in (1, 2)]
    assert pages[0].cover != pages[1].cover
    for one, other in zip(pages[0].sections, pages[1].sections, strict=True):
        if one.section.kind != "two-roles":  # it says nothing that could be varied
            assert one.section != other.section, one.anchor


@pytest.mark.parametrize("manner", ["ordinary", "careless"])
def test_the_naive_documents_say_every_word_of_the_own_one(manner: str, tmp_path: Path) -> None:
    document = lay_out(scope_of("reference"), scopes.issue())
    written = tmp_path / "naive.html"
    written.write_text(to_naive_html(document, manner))
    said = words_of(written)
    for row in scope_of("reference").duties:
        assert set(row.name.replace("'", "’").split()) <= said.keys()
    for clause in scope_of("reference").clauses:
        assert set(clause.name.replace("'", "’").split()) <= said.keys()


def test_the_exponent_is_the_slope_between_160_and_640_duties() -> None:
    assert growth(sampled(ours_160=[1.0, 1.0], ours_640=[4.0, 4.0])) == pytest.approx(1)
    assert growth(sampled(ours_160=[1.0], ours_640=[2.0])) == pytest.approx(0.5)
    assert growth(Results()) is None


def test_a_target_is_met_or_missed_or_its_peer_left_out() -> None:
    target = GROUPS["render"].targets[0]
    assert line_of(target, sampled(ours=[0.8, 0.9, 0.7], bare=[1.0, 1.0, 1.0])).verdict == "met"
    assert line_of(target, sampled(ours=[0.95], bare=[1.0])).verdict == "**missed**"
    assert line_of(target, sampled(ours=[0.95])).verdict == "left out"
    spread = line_of(target, sampled(ours=[0.8, 0.9, 0.7], bare=[1.0, 1.0, 1.0])).spread
    assert spread == "0.70 to 0.90"


def test_two_printers_are_judged_only_by_rounds_in_which_the_machine_was_theirs() -> None:
    target = GROUPS["throughput"].targets[0]
    busy, quiet = {"gain": 1.1, "others": 0.4}, {"gain": 1.9, "others": 0.01}
    assert line_of(target, Results(samples={"ours-two": [busy, quiet]})).verdict == "met"
    assert line_of(target, Results(samples={"ours-two": [{**quiet, "gain": 1.1}]})).verdict == "**missed**"
    assert "others" in line_of(target, Results(samples={"ours-two": [busy]})).verdict


def test_an_earlier_run_stands_beside_this_one() -> None:
    earlier = {"samples": {"ours": [{"cpu": 0.5}, {"cpu": 0.4}, {"cpu": 0.6}], "gone": [{"cpu": 1.0}]}}
    run = Report({}, 1, ["file"], [], sampled(ours=[0.4]), [])
    assert comparison(run, earlier).splitlines()[2:] == ["| our press | 500 | 400 | 0.80 |"]


def test_every_group_names_contestants_that_there_are() -> None:
    for group in GROUPS.values():
        assert {*group.printing, *group.weighed} <= ENTRIES.keys()


def test_the_engagement_whose_risk_is_measured_is_whole_and_another_one_each_time() -> None:
    found = [figures(*engaged(90, turn), scenarios=1_024) for turn in (0, 1)]
    for one in found:
        assert one is not None
        assert len(one.drawn.plan.lines) == 90
        assert one.together.loss is not None
        assert len(one.lanes[0].by_month) == 24
    assert found[0] != found[1]


def test_processor_time_and_memory_of_a_process_are_its_own() -> None:
    before = seconds_of(os.getpid())
    sum(math.sqrt(number) for number in range(300_000))
    assert seconds_of(os.getpid()) > before
    assert tree_seconds([os.getpid()]) >= seconds_of(os.getpid()) - 0.05
    assert memory_of([os.getpid()]) > 10_000_000
    assert seconds_of(2**22 + 1) == 0  # no such process
    assert memory_of([2**22 + 1]) == 0


def test_what_a_program_leaves_running_is_counted_until_it_ends(tmp_path: Path) -> None:
    work = "sum(n * n for n in range(4_000_000))"
    script = tmp_path / "count.py"
    script.write_text(
        "from tests.benchmarks.processor import adopt_orphans, run_to_the_end\n"
        "import sys\n"
        "adopt_orphans()\n"
        f"print(run_to_the_end(['sh', '-c', sys.executable + ' -c \"{work}\" & exit 0']))\n"
    )
    told = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "PYTHONPATH": str(HOME)},
    )  # fmt: skip
    assert float(told.stdout) > 0.05  # the shell was gone long before


def test_a_program_that_fails_is_no_measurement() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from tests.benchmarks.processor import *; run_to_the_end(['false'])"],
        cwd=HOME, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert told.returncode == 1
    assert "CalledProcessError" in told.stderr


@pytest.mark.parametrize("section", CHANGED)
def test_a_preview_is_measured_after_a_change_of_the_section_that_is_named(section: str) -> None:
    scope = scopes.sample().scope
    before, after = (chapters_of(preview_job(each).html) for each in (scope, one_change(scope, section)))
    different = [one.anchors for one, other in zip(before, after, strict=True) if one != other]
    assert any(section in anchors for anchors in different)
    assert len(different) < len(before) / 2 + 1, "a change as it is made, not another document"
