"""What the JSON forms of `critical` and `lagrange` share: points, sets, extremes, tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from calctool.notation.printing.plain import plain
from calctool.notation.tree import Applied, Relation
from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import step, whole
from calctool.render.wire.formula import Formulas, ranges
from calctool.render.wire.variation.records import boundary
from calctool.render.wire.variation.rows import recurring, with_row
from calctool.solve.candidates import (
    CandidatePoint,
    Curve,
    Extreme,
    Place,
    PointFamily,
    PointSet,
    ProofLine,
)
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosure
from calctool.solve.optimum.record import OptimumAnswer
from calctool.verify.verdict import Verdict
from calctool.words import Language
from calctool.words.extrema import optimum as words

_UNFINISHED = "undecided"


def names_in(given: OptimumAnswer) -> frozenset[str]:
    """Every name that a reader must hand SymPy as a real symbol."""
    asked = given.question
    families = (name for family in given.families for name in family.integers)
    sets = {name for found in given.sets for name in found.parameters}
    sets |= {letter for found in given.sets for letter, _ in found.repeats}
    named = (name for name, _ in given.names)
    proofs = (name for found in (given.minimum, given.maximum) for name in _names_of(found))
    return asked.statement.names.union(asked.wrt, families, sets, named, proofs)


def _names_of(found: Extreme | None) -> Iterator[str]:
    """Those of a derivation: new variables, the parameter of a curve."""
    if found is None:
        return
    for line in found.proof:
        for relation in line.says:
            yield from relation.names
    if found.approached is not None:
        yield found.approached.parameter


class Parts(Struct, frozen=True):
    given: OptimumAnswer
    formulas: Formulas
    function: str
    language: Language

    def exact(self, value: Exact | None) -> wire.Math | None:
        return None if value is None else self.formulas.exact(value)

    def place(self, at: Place) -> dict[str, wire.Math]:
        return {name: self.formulas.exact(value) for name, value in at}

    def family(self, found: PointFamily) -> wire.Family:
        at = {name: self.formulas.math(tree) for name, tree in found.at}
        for name, place in found.rounded:
            at[name].enclosure = self.formulas.exact(place).enclosure
        plainly = wire.Family(
            at=at or None,
            integers=list(found.integers),
            kind=found.kind,
            value=self.exact(found.value),
            range=ranges(found.ranges),
        )
        return with_row(plainly, found.row, self.formulas)

    def set(self, found: PointSet) -> wire.Set:
        points = found.points
        value = self.exact(found.value)
        if value is None and found.value_tree is not None:
            value = self.formulas.math(found.value_tree)
        return wire.Set(
            equations=[plain(equation) for equation in found.equations],
            points=None
            if points is None
            else {name: self.formulas.math(tree) for name, tree in points},
            kinds=[
                wire.PartOfSet(where=together(part.where), kind=part.kind) for part in found.kinds
            ],
            value=value,
            range=list(map(together, found.ranges)) or msgspec.UNSET,
            integers=ranges(found.repeats) or msgspec.UNSET,
            solved=list(map(plain, found.solved)) or msgspec.UNSET,
            enclosures={
                plain(at): around
                for at, place in found.rounded
                if (around := enclosure(place)) is not None
            }
            or msgspec.UNSET,
        )

    def extreme_of(self, shown: OptimumAnswer, found: Extreme | None) -> wire.OptimumExtreme | None:
        """None where there are several answers."""
        return None if is_divided(shown) else self.extreme(found)

    def extreme(self, found: Extreme | None) -> wire.OptimumExtreme:
        """One that was not come to is one that is not decided."""
        if found is None:
            found = Extreme(None, None, _UNFINISHED, self.given.completeness.reason)
        return wire.OptimumExtreme(
            attained=found.attained,
            value=self.exact(found.value),
            at=[self.place(at) for at in found.at],
            families=list(found.families),
            sets=list(found.sets),
            argument=found.argument,
            reason=found.reason.say(self.language),
            members=list(found.members) or msgspec.UNSET,
            endless=recurring(found.endless),
            approached=None if found.approached is None else self.approach(found.approached),
            proof=[self.proof_line(line) for line in found.proof],
            open=None if found.open is None else found.open.say(self.language),
        )

    def approach(self, curve: Curve) -> wire.Approach:
        return wire.Approach(
            at={name: self.formulas.math(tree) for name, tree in curve.points},
            parameter=curve.parameter,
            value=None if curve.value is None else self.formulas.math(curve.value),
        )

    def proof_line(self, line: ProofLine) -> wire.Step:
        """From the left of its last relation to the right; one in words alone says it of f."""
        f = self.given.question.statement
        ends = (line.says[-1].left, line.says[-1].right) if line.says else (f, f)
        return wire.Step(
            rule=line.rule,
            title=line.why.say(self.language),
            before=self.formulas.math(ends[0]),
            after=self.formulas.math(ends[1]),
            bindings={},
            where=[plain(each) for each in line.says],
            verdict=line.verdict.value,
            steps=[],
        )

    # --- steps ---

    def steps(self) -> Iterator[wire.Step]:
        """The partial derivatives, the solution of the system, and what each point is; where the
        answer has cases, the last two for each of them, with its condition."""
        for one in self.given.gradient:
            for derivation in one.derivations:
                yield whole(derivation, one.wrt[0], self.formulas, self.language)
        yield from self.of_points()
        for case in self.given.cases:
            if isinstance(case.answer, OptimumAnswer):
                holds = " or ".join(together(group) for group in case.when)
                for each in msgspec.structs.replace(self, given=case.answer).of_points():
                    each.where.append(holds)
                    yield each

    def of_points(self) -> Iterator[wire.Step]:
        """How the system was solved, and what each point is."""
        for derivation in self.given.solving:
            yield wire.Step(
                rule="solve-system",
                title=words.SOLVING.say(self.language),
                before=self.formulas.math(derivation.start),
                after=self.formulas.math(derivation.end),
                bindings={},
                where=[plain(condition) for condition in derivation.where],
                verdict=derivation.verdict.value,
                steps=[step(each, self.formulas, self.language) for each in derivation.steps],
            )
        for point in self.given.points:
            if point.value is not None:
                yield self.classified(point, point.value)

    def classified(self, point: CandidatePoint, value: Exact) -> wire.Step:
        """The value at a point; the entries of its matrix and the minors are the bindings."""
        at = tuple(coordinate.expr for _, coordinate in point.at)
        f = Applied(self.function, at, (0,) * len(at))
        entries = {
            f"H{row}{column}": self.formulas.exact(entry)
            for row, line in enumerate(point.test.matrix, start=1)
            for column, entry in enumerate(line, start=1)
        }
        minors = {
            f"Delta{place}": self.formulas.exact(minor)
            for place, minor in enumerate(point.test.minors, start=1)
        }
        verdict = Verdict.UNDECIDED if point.kind == "undecided" else Verdict.PROVED
        return wire.Step(
            rule=point.test.id,
            title=point.test.reason.say(self.language),
            before=self.formulas.at_place(f, point.at, value),
            after=self.formulas.exact(value),
            bindings=entries | minors,
            where=[],
            verdict=verdict.value,
            steps=[],
        )


def is_divided(given: OptimumAnswer) -> bool:
    """Whether nothing is said of one answer, for there are several."""
    return len(given.cases) > 1 and given.minimum is None


def only(given: OptimumAnswer) -> OptimumAnswer:
    """The only case, or the answer itself."""
    found = given.cases[0].answer if len(given.cases) == 1 else None
    return found if isinstance(found, OptimumAnswer) else given


def of_letters(given: OptimumAnswer, formulas: Formulas) -> dict[str, Any]:
    """What is there only where names stand for any number."""
    asked = given.question
    if given.sample:
        return {"sample": {name: formulas.math(value) for name, value in given.sample}}
    if not asked.parameters:
        return {}
    return {
        "parameters": list(asked.parameters),
        "boundaries": [boundary(each, formulas) for each in given.boundaries]
        if len(asked.parameters) == 1
        else None,
    }


def together(relations: Iterable[Relation]) -> str:
    return ", ".join(plain(relation) for relation in relations)
