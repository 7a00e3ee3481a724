"""The order of the arguments for least and greatest values, each imported when it is its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn

Rung = Callable[[Task, Turn, Ask], Bound | Lacks | None]


def rungs() -> Iterator[Rung]:
    """What a second-year student reads most easily comes first."""
    from calctool.solve.optimum.arguments.existence.compact import all_points, constant

    yield from (constant, all_points)

    from calctool.solve.optimum.arguments.far_out import bounded_by_value

    yield bounded_by_value

    from calctool.solve.optimum.arguments.existence.compact import compact, compact_closure

    yield from (compact, compact_closure)

    from calctool.solve.optimum.arguments.existence.multipliers import convex_problem

    yield convex_problem

    from calctool.solve.optimum.arguments.existence.growth import coercive

    yield coercive

    from calctool.solve.optimum.arguments.existence.periods import periodic

    yield periodic

    from calctool.solve.optimum.arguments.existence.growth import vanishing

    yield vanishing

    from calctool.solve.optimum.arguments.one_variable import one_variable

    yield one_variable

    from calctool.solve.optimum.arguments.smaller.branches import table_of_branches

    yield table_of_branches

    from calctool.solve.optimum.arguments.existence.growth import grows_on_set

    yield grows_on_set

    from calctool.solve.optimum.arguments.far_out import unbounded_along_curve

    yield unbounded_along_curve

    from calctool.solve.optimum.arguments.smaller.branches import fewer_variables

    yield fewer_variables

    from calctool.solve.optimum.arguments.smaller.solved import equation_solved

    yield equation_solved

    from calctool.solve.optimum.arguments.smaller.raised import equation_raised

    yield equation_raised

    from calctool.solve.optimum.arguments.smaller.unions import formulas_of_parts, product_is_zero

    yield from (product_is_zero, formulas_of_parts)

    from calctool.solve.optimum.arguments.smaller.eliminated import bound_of_name

    yield bound_of_name

    from calctool.solve.optimum.arguments.smaller.parts import sum_of_parts

    yield sum_of_parts

    from calctool.solve.optimum.arguments.smaller.products import product_of_parts

    yield product_of_parts

    from calctool.solve.optimum.arguments.smaller.inner import composition

    yield composition

    from calctool.solve.optimum.arguments.inequalities.squares import squares_as_written

    yield squares_as_written

    from calctool.solve.optimum.arguments.inequalities.am_gm import means_of_terms

    yield means_of_terms

    from calctool.solve.optimum.arguments.inequalities.convex import convex

    yield convex

    from calctool.solve.optimum.arguments.inequalities.vertices import corners

    yield corners

    from calctool.solve.optimum.arguments.existence.levels import bounded_level_set

    yield bounded_level_set

    from calctool.solve.optimum.arguments.smaller.edges import open_edges

    yield open_edges

    from calctool.solve.optimum.arguments.smaller.over_one import over_one_variable

    yield over_one_variable

    from calctool.solve.optimum.arguments.smaller.homogeneous import homogeneous

    yield homogeneous

    from calctool.solve.optimum.arguments.smaller.inner import independent_inner

    yield independent_inner

    from calctool.solve.optimum.arguments.existence.multipliers import convex_by_minors

    yield convex_by_minors

    from calctool.solve.optimum.arguments.existence.levels import level_set_by_growth

    yield level_set_by_growth

    from calctool.solve.optimum.arguments.far_out import tends_to_bound, unbounded_on_lines

    yield from (tends_to_bound, unbounded_on_lines)

    from calctool.solve.optimum.arguments.inequalities.together import terms_together

    yield terms_together

    from calctool.solve.optimum.arguments.inequalities.sum_of_squares import sum_of_squares

    yield sum_of_squares

    from calctool.solve.optimum.arguments.existence.enclosed import enclosed_values

    yield enclosed_values

    from calctool.solve.optimum.arguments.all_values import all_values

    yield all_values
