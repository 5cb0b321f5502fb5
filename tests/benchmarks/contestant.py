"""One contestant's process: `python -m tests.benchmarks.contestant NAME`.

It reads one question a line from its standard input and answers each with one line, both JSON: `{"folder":
...}` prints the document there, `{"folder": ..., "save": ...}` keeps the PDF too, `{"roots": true}` names
the processes whose memory is its own.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from . import surroundings  # before any contestant: it sets Django up


def main() -> None:
    """Answer until there is no further question."""
    from .contestants.entered import ENTRIES

    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else is printed is no answer
    contestant = ENTRIES[sys.argv[1]].make()
    try:
        for line in sys.stdin:
            answers.write(json.dumps(_answer(contestant, json.loads(line))) + "\n")
            answers.flush()
    finally:
        contestant.end()


def _answer(contestant: Any, question: dict[str, Any]) -> dict[str, Any]:
    if question.get("roots"):
        return {"roots": list(contestant.roots())}
    taken = contestant.print(Path(question["folder"]))
    if question.get("save"):
        Path(question["save"]).write_bytes(taken.pdf)
    return {"cpu": taken.cpu, "wall": taken.wall, "size": len(taken.pdf), **taken.more}


if __name__ == "__main__":
    surroundings.set_up()
    main()
