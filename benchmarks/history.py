"""The figures of every run, one line each in history.jsonl, and what got slower since."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from timing import FIGURES, Figure

FILE = Path(__file__).with_name("history.jsonl")
LAST = 8
"""Runs that a new one is compared with; of the same Python and the same number of cores."""
NOISE = 0.2
"""Part by which a ratio changes from run to run on a busy machine; more if earlier runs say so."""


def main() -> None:
    now = {**_circumstances(), "figures": {name: round(f.value, 4) for name, f in FIGURES.items()}}
    earlier = [run for run in runs() if _are_comparable(run, now)][-LAST:]
    for line in slower(FIGURES, [run["figures"] for run in earlier]):
        print(line)
    with FILE.open("a", encoding="utf-8") as file:
        file.write(json.dumps(now, ensure_ascii=False) + "\n")


def slower(figures: dict[str, Figure], earlier: list[dict[str, float]]) -> Iterator[str]:
    """A line for each figure that is worse than the earlier ones by more than they differ."""
    for name, (value, more_is_better) in figures.items():
        known = [run[name] for run in earlier if run.get(name)]
        if not known or not value:
            continue
        usual = statistics.median(known)
        spread = max(abs(one / usual - 1) for one in known)
        worse = (usual / value if more_is_better else value / usual) - 1
        if worse > max(NOISE, spread):
            yield f"slower: {name}: {value:.2f}, was {usual:.2f} (of {len(known)} runs)"


def _circumstances() -> dict[str, Any]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="minutes"),
        "revision": _git("rev-parse", "--short", "HEAD") + ("+" if _git("diff", "HEAD") else ""),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "cores": os.cpu_count(),
    }


def _git(*arguments: str) -> str:
    """What git says, nothing where there is none."""
    command = ["git", "-C", str(FILE.parent), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return ran.stdout.strip()


def runs() -> list[dict[str, Any]]:
    if not FILE.exists():
        return []
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def _are_comparable(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one[key] == other[key] for key in ("python", "cores"))


if __name__ == "__main__":
    main()
