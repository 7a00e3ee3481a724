"""A short look for inputs that break a promise, and those that did; `make fuzz` looks longer."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.targets import TARGETS, found_rows

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_promise(name: str) -> None:
    target = TARGETS[name]

    examples = settings().max_examples // target.weight

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(st.deferred(target.inputs))
    def check(found: Any) -> None:
        target.check(found)

    check()


@pytest.mark.parametrize(("name", "found"), found_rows())
def test_what_broke_one_no_longer_does(name: str, found: Any) -> None:
    TARGETS[name].check(found)
