"""A line of a batch as the contract has it: the question of one problem."""

from typing import TYPE_CHECKING, Any, Literal

from calctool.commands import ANSWERED, QUESTIONS
from calctool.render.wire.contract import Record

if TYPE_CHECKING:
    _Name = str
else:
    _Name = Literal[ANSWERED]


class BatchLine(Record):
    """The keys are the options' names; null says the same as leaving a key out."""

    command: _Name
    expr: str
    id: Any = None
    wrt: str | list[str] | None = None
    order: int | str | None = None
    mixed: str | list[str] | None = None
    of: str | None = None
    at: str | int | float | None = None
    domain: str | list[str] | None = None
    where: str | list[str] | None = None
    function: str | list[str] | None = None
    subject_to: str | list[str] | None = None
    assume: str | list[str] | None = None
    zeros: bool | None = None
    when: str | None = None
    members: int | str | None = None
    question: Literal[QUESTIONS] | None = None  # type: ignore[valid-type]
    answer: Any = None
    lines: list[str] | None = None
    hide_right: bool | None = None
    hide_witness: bool | None = None
    accept: str | list[str] | None = None
    form: Literal["factored", "expanded"] | None = None
    notation: str | None = None
    digits: int | str | None = None
    lang: Literal["en", "zh"] | None = None
    timeout: int | float | str | None = None
