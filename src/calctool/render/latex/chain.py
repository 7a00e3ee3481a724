"""A chain of equalities as align*: reasons beside the formulas, or under them."""

from collections.abc import Iterator

from calctool.present.document import Chain, Link
from calctool.render.latex.measure import LINE, broken, ems, fitted
from calctool.render.latex.words import Writing
from calctool.render.signs import TEX_LINKS
from calctool.verify.verdict import Verdict

MARKS = {
    Verdict.PROVED: r"\checkmark",
    Verdict.SAMPLED: r"\sim",
    Verdict.UNDECIDED: r"\text{?}",
    Verdict.REFUTED: r"\times",
}
_REASON = 0.36
"""The part of a line that reasons have where they stand beside the formulas."""
_ALONE = 0.54
"""The part that words have where other lines have formulas with reasons beside them."""
_BESIDE = LINE * (1 - _REASON) - 4
_WHOLE = LINE - 4


def chain(chain: Chain, writing: Writing) -> str:
    known = (link.after for link in chain.links)
    formulas = ["" if after is None else writing.formula(after) for after in known]
    beside = all(ems(formula) <= _BESIDE for formula in formulas)
    rows: list[str] = []
    if chain.start is not None:
        rows += _lines(writing.formula(chain.start), "&", _WHOLE)
    for link, formula in zip(chain.links, formulas, strict=True):
        rows += _link(link, formula, writing, beside=beside)
    # Page breaks are allowed here without allowing them everywhere else.
    inside = " \\\\\n".join(rows)
    return f"{{\\allowdisplaybreaks\n\\begin{{align*}}\n{inside}\n\\end{{align*}}}}"


def _link(link: Link, formula: str, writing: Writing, *, beside: bool) -> Iterator[str]:
    sign = f"{TEX_LINKS[link.sign]} &"
    mark, why = MARKS[link.verdict], writing.words(link.why)
    if link.after is None:
        if beside:
            yield f"{sign} {_box(why, _ALONE)} && && {mark}"
        else:
            yield f"& {_box(why, 0.7)} && {mark}"
        return
    if beside:
        yield f"{sign} {formula} && {_box(why, _REASON)} && {mark}"
        return
    *more, last = _lines(formula, sign, _WHOLE)
    yield from more
    yield f"{last} && {mark}"
    yield f"& \\quad {_box(why, 0.7)}"


def _lines(formula: str, sign: str, room: float) -> Iterator[str]:
    first, *more = (fitted(line, room) for line in broken(formula, room))
    yield f"{sign} {first}"
    for line in more:
        yield rf"& \qquad {{}} {line}"


def _box(words: str, share: float) -> str:
    return rf"\parbox[t]{{{share}\linewidth}}{{\raggedright\small {words}}}"
