"""Sorting the command line: an expression may begin with a minus."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool.cli import commands
from calctool.cli.argv import Sorted, is_option, sort
from calctool.notation.problem import Problem

TAKES_VALUE = {"--at": True, "--json": False, "--output": True, "--help": False}


@pytest.mark.parametrize(
    "expression", ["-cos(x)", "-omega*x", "-oo", "-h*x", "-x*h", "-x**2", "-", "-o2", "-1"]
)
def test_an_expression_may_begin_with_a_minus(expression: str) -> None:
    assert sort(["diff", expression, "--json"], TAKES_VALUE) == Sorted(
        (("--json", None),), ("diff", expression)
    )


@pytest.mark.parametrize(
    ("arguments", "options", "operands"),
    [
        (["--at", "-1", "x"], (("--at", "-1"),), ("x",)),
        (["--at=-1", "x"], (("--at", "-1"),), ("x",)),
        (["--at=x=1", "x"], (("--at", "x=1"),), ("x",)),
        (["-o", "f", "-h"], (("--output", "f"), ("--help", None)), ()),
        (["--json", "--", "-o", "--at"], (("--json", None),), ("-o", "--at")),
        (["--at=", "x"], (("--at", ""),), ("x",)),
        (["--at", "1", "--at", "2"], (("--at", "1"), ("--at", "2")), ()),
    ],
)
def test_options_may_stand_anywhere(
    arguments: list[str], options: tuple[object, ...], operands: tuple[str, ...]
) -> None:
    assert sort(arguments, TAKES_VALUE) == Sorted(options, operands)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        (["--jsn"], "usage.unknown-option"),
        (["---"], "usage.unknown-option"),
        (["--at"], "usage.missing-value"),
        (["--at", "--json"], "usage.missing-value"),
        (["-o"], "usage.missing-value"),
        (["--json=1"], "usage.unexpected-value"),
    ],
)
def test_wrong_options(arguments: list[str], id: str) -> None:
    with pytest.raises(Problem) as caught:
        sort(arguments, TAKES_VALUE)
    assert caught.value.id == id


@given(st.lists(st.text(max_size=6)))
def test_sorting_loses_nothing(arguments: list[str]) -> None:
    arguments = [argument for argument in arguments if not is_option(argument)]
    assert sort(arguments, TAKES_VALUE) == Sorted((), tuple(arguments))
    assert sort(["--", *arguments], TAKES_VALUE) == Sorted((), tuple(arguments))


def test_a_command_without_an_expression_has_letters_behind_its_name() -> None:
    assert commands.sorted_out(["repl", "-l", "zh", "-t", "5"]).options == (
        ("--lang", "zh"),
        ("--timeout", "5"),
    )
    assert commands.sorted_out(["sheet", "p.txt", "-l", "zh"]).last("--lang") == "zh"
    assert commands.sorted_out(["diff", "-l"]).operands == ("diff", "-l")
