"""How the time of an answer, its JSON included, grows with what is distinct in the question."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace
from timing import report

from calctool.notation.walk import walk
from calctool.render import wire
from calctool.run import alarm
from calctool.run.child import confine, solver_for
from calctool.solve.typed import Typed, question

PATIENCE = 20.0
"""Seconds after which a question is given up here, and larger ones are not asked."""


class Family(Struct, frozen=True):
    """Questions that grow: `text` makes the expression, `parts` says how much is distinct in it."""

    name: str
    command: str
    text: Callable[[int], str]
    sizes: tuple[int, ...]
    parts: Callable[[int], int] | None = None
    sides: Callable[[int], str] | None = None
    wrt: tuple[str, ...] = ()

    def typed(self, n: int) -> Typed:
        sides = (self.sides(n),) if self.sides else ()
        return Typed(self.text(n), wrt=self.wrt, subject_to=sides)


def added(terms: Iterable[str]) -> str:
    return " + ".join(terms)


def names(n: int) -> list[str]:
    return ["x", "y", "z", "u", "v", "w"][:n]


def inside(n: int, shell: str) -> str:
    """x in n shells, as sin(…) or sqrt(1 + …)."""
    opening, closing = shell.split("…")
    return opening * n + "x" + closing * n


FAMILIES = (
    Family("(x-1)(x-2)…", "diff", lambda n: "*".join(f"(x-{k + 1})" for k in range(n)),
           (8, 16, 32, 64, 128)),
    Family("sin(x)·sin(2x)·…", "diff", lambda n: "*".join(f"sin({k + 1}*x)" for k in range(n)),
           (8, 16, 32, 64, 128)),
    Family("sin(sin(…x))", "diff", lambda n: inside(n, "sin(…)"), (4, 8, 16, 32, 62)),
    Family("x + x² + …", "diff", lambda n: added(f"x^{k + 1}" for k in range(n)),
           (10, 30, 100, 300)),
    Family("sin(x) + sin(2x) + …", "diff", lambda n: added(f"sin({k + 1}*x)" for k in range(n)),
           (10, 30, 100)),
    Family("sqrt(1 + sqrt(1 + … x))", "diff", lambda n: inside(n, "sqrt(1+…)"), (8, 16, 32)),
    Family("tan(sqrt(1 + tan(…)))", "diff", lambda n: inside(n, "tan(sqrt(1+…))"), (2, 4, 6, 8)),
    Family("trinomial of degree n", "table", lambda n: f"x^{n}-3*x^{n // 2}+1",
           (10, 50, 100, 200), parts=lambda n: n),
    Family("(x-1)(x-2)…", "table", lambda n: "*".join(f"(x-{k + 1})" for k in range(n)),
           (6, 10, 15, 20, 30)),
    Family("sin(x), n points", "table", lambda _n: "sin(x)", (10, 20, 50, 100),
           parts=lambda n: n),
    Family("(a-1)(a-2)…x, 2n + 1 cases", "table",
           lambda n: "*".join(f"(a-{k + 1})" for k in range(n)) + "*x", (2, 4, 8, 11),
           parts=lambda n: 2 * n + 1, wrt=("x",)),
    Family("Σ(x⁴ − 2x²), 3ⁿ points", "critical",
           lambda n: added(f"{x}^4-2*{x}^2" for x in names(n)), (2, 3, 4, 5),
           parts=lambda n: 3**n),
    Family("Σx on a sphere, n names", "lagrange", lambda n: added(names(n)), (2, 3, 4, 5, 6),
           parts=lambda n: n, sides=lambda n: added(f"{x}^2" for x in names(n)) + "=1"),
)  # fmt: skip


def domain(family: Family, n: int) -> tuple[str, ...]:
    """Where sin x has so many points: zeros and extremes are π/2 apart."""
    return (f"[0,{n / 2}*pi]",) if family.text(n) == "sin(x)" else ()


def measure(family: Family, n: int) -> tuple[float, int]:
    """Seconds of the processor, and how many parts are distinct."""
    asked = question(family.command, replace(family.typed(n), domain=domain(family, n)))
    start = time.process_time()
    *_, last = solver_for(family.command)(asked)
    wire.text(wire.wired(last, "en"))
    took = time.process_time() - start
    if family.parts is not None:
        return took, family.parts(n)
    return took, sum(1 for _ in walk(asked.statement))


def measured(family: Family) -> list[tuple[int, float, int]]:
    measure(family, family.sizes[0])
    found = []
    for n in family.sizes:
        try:
            with alarm.at_most(PATIENCE):
                found.append((n, *measure(family, n)))
        except alarm.OutOfTime:
            break
    return found


def exponent(found: list[tuple[int, float, int]]) -> float:
    """k where time goes as parts^k, over the larger half of the sizes."""
    (_, short, few), (_, long, many) = found[(len(found) - 1) // 2], found[-1]
    return math.log(long / short) / math.log(many / few)


def main() -> None:
    confine(4096, None, None)
    for family in FAMILIES:
        found = measured(family)
        times = ", ".join(f"{took:.2f}" for _, took, _ in found)
        sizes = ", ".join(str(n) for n, _, _ in found)
        missing = family.sizes[len(found) :]
        left = f"; n = {missing[0]} takes over {PATIENCE:.0f} s" if missing else ""
        name = f"exponent of growth by distinct parts: {family.command} {family.name}"
        report(name, exponent(found), "about 1", f" (n = {sizes}: {times} s{left})")


if __name__ == "__main__":
    main()
