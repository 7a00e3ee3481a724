"""A set cut at the points that have a gradient: one set for each kind of its points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from calctool.algebra.domain.reduction import truth
from calctool.notation.tree import Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import PointSet
from calctool.solve.optimum.strata.on_set import Where, all_reduced
from calctool.solve.optimum.strata.reach import shortest


def parted(whole: PointSet, bent: Where) -> Iterator[PointSet]:
    """One set for each kind: in between there are points with a gradient that is not zero."""
    for stretch in whole.kinds:
        apart = bent if stretch.kind == "neither" else ()
        at = dict(_coordinates(stretch.where))
        if all_reduced(tuple(_put_in(each, at) for each in (*whole.equations, *apart))) is None:
            continue
        where = dict.fromkeys((*whole.equations, *shortest((*stretch.where, *apart))))
        equations = tuple(
            each for each in where if each.sign == "=" or truth(_put_in(each, at)) is not True
        )
        part = replace(whole, equations=equations, kinds=(replace(stretch, where=()),))
        yield _placed(part, at)


def _coordinates(where: Where) -> Iterator[tuple[str, Tree]]:
    for each in where:
        if each.sign == "=" and isinstance(each.left, Name) and not each.right.names:
            yield each.left.id, each.right


def _put_in(need: Relation, at: Mapping[str, Tree]) -> Relation:
    return Relation(substitute(need.left, at), need.sign, substitute(need.right, at))


def _placed(part: PointSet, at: Mapping[str, Tree]) -> PointSet:
    """With the coordinates that are known put in for the parameters that they are."""
    points = part.points or ()
    chosen = {tree.id: at[name] for name, tree in points if isinstance(tree, Name) and name in at}
    return replace(
        part,
        points=part.points and tuple((name, substitute(tree, chosen)) for name, tree in points),
        parameters=tuple(each for each in part.parameters if each not in chosen),
    )
