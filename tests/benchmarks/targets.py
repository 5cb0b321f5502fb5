"""What is measured in which group, against what, and which figure is the target."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from .rounds import Results

QUIET = 0.05  # the share of the machine that others may use where wall time is compared
Figure = Callable[[Results], float | None]


@dataclass(frozen=True, slots=True)
class Target:
    """One line of the table: what, against what, the figure, and what it has to be.

    `limit` None: the figure is told and nothing is asked of it. `least`: it has to be at least the limit.
    `series` gives the figure of each round, for its spread; `untold` is said where there is no figure.
    """

    what: str
    against: str
    figure: Figure
    limit: float | None = None
    least: bool = False
    form: str = "{:.2f}"
    series: Callable[[Results], list[float]] | None = None
    untold: str = "left out"

    def met(self, figure: float) -> bool | None:
        """Whether the figure is what it has to be; None where nothing is asked."""
        if self.limit is None:
            return None
        return figure >= self.limit if self.least else figure <= self.limit

    @property
    def asked(self) -> str:
        """The target in words."""
        if self.limit is None:
            return ""
        return f"at {'least' if self.least else 'most'} {self.form.format(self.limit)}"


@dataclass(frozen=True, slots=True)
class Group:
    """What is asked for together with `--only`: contestants that print in rounds, those that are weighed."""

    printing: Sequence[str]
    targets: Sequence[Target]
    weighed: Sequence[str] = ()


def _ratio(one: str, other: str, limit: float | None, what: str, against: str) -> Target:
    def figure(results: Results) -> float | None:
        upper, lower = results.median(one), results.median(other)
        return upper / lower if upper and lower else None

    def series(results: Results) -> list[float]:
        pairs = zip(results.values(one), results.values(other), strict=True)
        return [upper / lower for upper, lower in pairs] if results.values(other) else []

    return Target(what, against, figure, limit, series=series)


def _memory(other: str, limit: float, against: str) -> Target:
    def figure(results: Results) -> float | None:
        if "ours" not in results.peaks or other not in results.peaks:
            return None
        return results.peaks["ours"] / results.peaks[other]

    return Target("peak memory of the printer", against, figure, limit, form="{:.3f}")


def growth(results: Results) -> float | None:
    """The exponent of processor time over duties, between 160 and 640."""
    small, large = results.median("ours-160"), results.median("ours-640")
    return math.log(large / small) / math.log(640 / 160) if small and large else None


def _milliseconds(name: str, limit: float | None, what: str) -> Target:
    def figure(results: Results) -> float | None:
        found = results.median(name)
        return found * 1000 if found is not None else None

    def series(results: Results) -> list[float]:
        return [value * 1000 for value in results.values(name)]

    return Target(what, "processor time, ms", figure, limit, form="{:.1f}", series=series)


def _exponent(small: str, large: str, times: float, what: str) -> Target:
    def series(results: Results) -> list[float]:
        pairs = zip(results.values(small), results.values(large), strict=True)
        return [math.log(more / less) / math.log(times) for less, more in pairs]

    def figure(results: Results) -> float | None:
        return median(series(results)) if results.values(small) else None

    return Target(what, "exponent of processor time", figure, series=series)


def _growths(results: Results) -> list[float]:
    pairs = zip(results.values("ours-160"), results.values("ours-640"), strict=True)
    return [math.log(large / small) / math.log(4) for small, large in pairs]


def _gains(results: Results) -> list[float]:
    """What a second printer brought, in those rounds in which nearly all of the machine was ours."""
    samples = results.samples.get("ours-two", [])
    return [sample["gain"] for sample in samples if sample["others"] <= QUIET]


def _megabytes(results: Results) -> float | None:
    peak = results.peaks.get("ours-640")
    return peak / 1e6 if peak else None


def _kilobytes(results: Results) -> float | None:
    size = results.median("ours", "size")
    return size / 1000 if size else None


def _page(one: str, other: str, limit: float | None, what: str, against: str) -> Target:
    def series(results: Results) -> list[float]:
        pairs = zip(results.values("pages", one), results.values("pages", other), strict=True)
        return [upper / lower for upper, lower in pairs]

    def figure(results: Results) -> float | None:
        upper, lower = results.median("pages", one), results.median("pages", other)
        return upper / lower if upper and lower else None

    return Target(what, against, figure, limit, form="{:.1f}", series=series)


GROUPS = {
    "render": Group(
        ["ours", "bare", "ordinary", "careless"],
        [
            _ratio("ours", "bare", 0.90, "render, warm, our press", "bare WeasyPrint, our HTML"),
            _ratio("bare", "ordinary", 0.82, "our HTML and CSS, bare", "bare, naive document"),
            _ratio("ours", "ordinary", 0.72, "both together", "bare, naive document"),
            _ratio("ours", "careless", None, "both together", "bare, careless document"),
        ],
    ),
    "whole": Group(
        ["ours", "whole"],
        [_ratio("whole", "ours", 1.08, "whole way: snapshot to HTML to PDF", "our press alone")],
    ),
    "preview": Group(
        ["ours", "preview", "preview-section", "chromium", "chromium-page"],
        [
            _ratio("preview", "ours", 0.50, "preview after one change", "our whole render"),
            _ratio("preview-section", "ours", 0.25, "the changed section alone", "our whole render"),
            _ratio("preview", "chromium", 0.85, "preview after one change", "headless Chromium, warm"),
            _ratio(
                "preview",
                "chromium-page",
                0.85,
                "preview after one change",
                "headless Chromium, warm, a new page each",
            ),
        ],
    ),
    "chromium": Group(
        ["ours", "chromium", "chromium-page", "chromium-cold"],
        [
            _ratio("ours", "chromium", 1.6, "whole document", "headless Chromium, warm"),
            _ratio(
                "ours", "chromium-page", 1.6, "whole document", "headless Chromium, warm, a new page each"
            ),
            _ratio("ours", "chromium-cold", 0.35, "whole document, warm", "headless Chromium, cold"),
        ],
    ),
    "libreoffice": Group(
        ["ours", "libreoffice", "libreoffice-cold"],
        [
            _ratio(
                "ours", "libreoffice-cold", 0.50, "whole document, warm", "docx template + LibreOffice, cold"
            ),
            _ratio("ours", "libreoffice", None, "whole document", "docx template + LibreOffice, warm"),
        ],
    ),
    "growth": Group(
        ["ours-160", "ours-640"],
        [
            Target("growth, 160 to 640 duties", "exponent of CPU over duties", growth, 0.95, series=_growths),
        ],
    ),
    "long": Group(
        ["ours", "ours-long"],
        [
            _ratio("ours-long", "ours", None, "four texts of 10,000 characters", "our press, reference"),
            Target(
                "the same, seconds of wall time",
                "the press's hard limit",
                lambda results: results.median("ours-long", "wall"),
                10.0,
                form="{:.1f}",
                series=lambda results: results.values("ours-long", "wall"),
            ),
        ],
    ),
    "memory": Group(
        [],
        [
            _memory("chromium", 1 / 6, "Chromium, warm"),
            _memory("libreoffice", 1 / 3, "LibreOffice, warm"),
            Target("640 duties, peak memory of the printer, MB", "", _megabytes, 300, form="{:.0f}"),
        ],
        weighed=["ours", "bare", "chromium", "libreoffice", "ours-640"],
    ),
    "file": Group(["ours"], [Target("the file, kB", "", _kilobytes, 90, form="{:.0f}")]),
    "economics": Group(
        ["risk", "risk-45", "risk-180", "risk-40000", "rules"],
        [
            _milliseconds("risk", 25, "risk of 90 duties, 24 months, 10,000 scenarios, with percentiles"),
            _exponent("risk-45", "risk-180", 4, "risk, 45 to 180 duties"),
            _exponent("risk", "risk-40000", 4, "risk, 10,000 to 40,000 scenarios"),
            _milliseconds("rules", None, "findings of 90 duties"),
        ],
    ),
    "web": Group(
        ["pages"],
        [
            _page("board", "empty", 25, "board of 90 duties", "an empty view"),
            _page("row", "empty", 5, "one row, shown", "an empty view"),
            _page("row_saved", "empty", 9, "one row, saved and shown", "an empty view"),
            _page("panel", "row_saved", 2, "a row saved, with the panel, less the risk", "the row alone"),
            _page("saved", "row_saved", None, "the same, with the risk", "the row alone"),
            _page("details", "empty", None, "all fields of a duty, opened in place", "an empty view"),
        ],
    ),
    "throughput": Group(
        ["ours-two"],
        [
            Target(
                "two printers, documents a second",
                "one printer",
                lambda results: median(_gains(results)) if _gains(results) else None,
                1.85,
                least=True,
                series=_gains,
                untold="not told: others used the machine",
            )
        ],
    ),
}
