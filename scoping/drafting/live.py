"""What of a step's page is drawn anew with each save: stakes, panel, undo, the word for whoever listens."""

from typing import Any

from .draft import Draft

LIVE = [
    "components/steps.html",
    "drafting/_row_panel.html",
    "drafting/_saved.html",
    "drafting/_undo.html",
    "drafting/_said.html",
]


def live(draft: Draft, said: str) -> dict[str, Any]:
    """What those parts want. `said` is said once, to whoever cannot see what changed; it may be empty."""
    return {
        "draft": draft,
        "steps": draft.steps,
        "observations": draft.observations_of_no_row,
        "said": said,
        "internal": draft.internal_pages,
    }
