"""A quick sample of the attack suite; `make attacks` runs all of it."""

import sys

import pytest

from attacks.case import cases
from attacks.run import attack

SAMPLE = {
    "probe-001", "probe-007", "probe-008", "probe-016", "probe-017", "code-002", "code-052",
    "bomb-002", "bomb-104", "size-018", "size-030", "uni-016", "uni-018", "uni-082", "uni-084",
    "uni-088", "out-018", "out-026", "out-030", "env-003", "env-039", "env-041", "env-045",
    "env-047", "cli-001", "cli-003", "cli-017", "probe-009", "batch-004", "batch-012", "batch-020",
    "batch-022", "batch-030", "files-001", "files-037", "files-055", "files-057", "streams-001",
    "streams-033", "signals-001", "signals-010", "around-005", "around-008", "inject-020",
    "inject-085", "inject-111",
}  # fmt: skip


@pytest.mark.parametrize("case", [c for c in cases() if c.id in SAMPLE], ids=lambda case: case.id)
def test_every_promise_is_kept(case) -> None:
    outcome, promises = attack(case, [sys.executable, "-m", "calctool"], slack=30)
    assert promises == [], f"{outcome.out}\n{outcome.err}"


def test_the_sample_is_there() -> None:
    assert {case.id for case in cases()} >= SAMPLE
