"""How `check` judges generated answers: right ones in another form, wrong ones with one mistake.

Half of the answers are the derivative rewritten (multiplied out, over one denominator, other
identities), half come of one wrong rule in one place. SymPy writes the forms, and mpmath says with
many digits which answers are right; neither knows how calctool judges.

    python benchmarks/checking.py [PAIRS] [SEED]
"""

from __future__ import annotations

import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator

import mpmath
import sympy
from sympy.parsing.sympy_parser import parse_expr

from calctool.notation.printing.plain import plain
from calctool.notation.reading.typed import read
from calctool.notation.tree import Tree, expression
from calctool.solve.check.answering import answer
from calctool.solve.check.slips.mistaken import Textbook
from calctool.solve.typed import Typed, question
from calctool.solve.typed.record import Judged

X = sympy.Symbol("x", real=True)
FUNCTIONS: dict[str, Callable[..., object]] = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "exp": sympy.exp, "log": sympy.log,
    "sqrt": sympy.sqrt, "atan": sympy.atan, "asin": sympy.asin, "abs": sympy.Abs,
    "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh,
}  # fmt: skip
LOCAL = {**FUNCTIONS, "x": X}
INNER = ("sin", "cos", "exp", "log", "sqrt", "tan", "atan", "abs", "cosh", "sinh", "tanh", "asin")


def linear(r: random.Random) -> str:
    return r.choice(["x", f"{r.randint(2, 9)}*x", f"{r.randint(2, 5)}*x + {r.randint(1, 7)}", "-x"])


def inner(r: random.Random) -> str:
    return r.choice([linear(r), f"x^{r.randint(2, 4)}", f"x^2 + {r.randint(1, 9)}"])


def factor(r: random.Random) -> str:
    kind = r.random()
    if kind < 0.3:
        return f"x^{r.choice([2, 3, 4, 5, -1, -2])}".replace("^-1", "^(-1)").replace("^-2", "^(-2)")
    if kind < 0.42:
        return f"({linear(r)})^{r.randint(2, 6)}"
    if kind < 0.5:
        return f"{r.randint(2, 5)}^({linear(r)})"
    return f"{r.choice(INNER)}({inner(r)})"


def function(r: random.Random) -> str:
    kind = r.random()
    if kind < 0.3:
        return factor(r)
    if kind < 0.55:
        return f"{factor(r)}*{factor(r)}"
    if kind < 0.75:
        return f"({factor(r)})/({r.choice([factor(r), inner(r)])})"
    return f"{r.randint(2, 9)}*{factor(r)} {r.choice('+-')} {factor(r)}"


CHANGES = (
    sympy.expand, sympy.factor, sympy.together, sympy.cancel, sympy.radsimp, sympy.powsimp,
    lambda e: e.rewrite(sympy.exp), lambda e: sympy.expand(e, trig=True), sympy.trigsimp,
    lambda e: e.rewrite(sympy.cos), lambda e: (e * (1 + X**2)).expand() / (1 + X**2),
    lambda e: e + X - X * (sympy.sin(X) ** 2 + sympy.cos(X) ** 2),
)  # fmt: skip
LONGEST = 200
"""Characters of an answer that a person would write."""


def other_form(right: Tree, r: random.Random) -> str:
    """The derivative as people write it: text that calctool reads."""
    own = plain(right)
    if r.random() < 0.2:
        return own
    given = parse_expr(own.replace("^", "**"), LOCAL)
    for change in r.sample(CHANGES, 4):
        try:
            made = change(given)
        except Exception:  # noqa: S112 (SymPy's own troubles are not ours)
            continue
        logarithms = made.atoms(sympy.log) - given.atoms(sympy.log)
        # exp(2*log(x)) for x^2 is nobody's hand, and has no value for x < 0.
        strange = logarithms or made.has(sympy.I, sympy.zoo, sympy.nan)
        if not strange and str(made) != str(given) and len(str(made)) <= LONGEST:
            return str(made)
    return own


def values(text: str) -> Callable[[float], mpmath.mpf | None]:
    made = parse_expr(text.replace("^", "**"), LOCAL)
    fast = sympy.lambdify(X, made, "mpmath")

    def at(place: float) -> mpmath.mpf | None:
        try:
            value = fast(mpmath.mpf(place))
        except (ValueError, ZeroDivisionError, OverflowError, TypeError):
            return None
        return None if isinstance(value, mpmath.mpc) and value.imag != 0 else mpmath.re(value)

    return at


def agrees(f: str, claimed: str) -> bool | None:
    """By difference quotients at 60 digits; None where no point could be used."""
    mpmath.mp.dps = 60
    try:
        of_f, of_claim = values(f), values(claimed)
    except Exception:
        return None
    seen = 0
    for place in (0.3137, 0.7713, 1.2171, 1.83, 2.71, 5.37, -0.417, -1.313, -2.77, -6.11):
        h = mpmath.mpf(10) ** -20
        sides = [of_f(place - h), of_f(place + h)]
        value = of_claim(place)
        if None in sides or value is None:
            continue
        slope = (sides[1] - sides[0]) / (2 * h)
        seen += 1
        if abs(slope - value) > mpmath.mpf(10) ** -12 * (1 + abs(slope)):
            return False
    return True if seen >= 2 else None


def pairs(count: int, seed: int) -> Iterator[tuple[str, str, str | None]]:
    """(f, answer, the mistake in it or None), half and half."""
    r = random.Random(seed)  # noqa: S311
    made = 0
    while made < count:
        f = function(r)
        try:
            tree = expression(read(f).statement)
            book = Textbook(tree, "x")
        except Exception:  # noqa: S112
            continue
        if made % 2 == 0:
            text, id = other_form(book.derivative, r), None
        else:
            slips = list(book.slips())
            if not slips:
                continue
            slip = r.choice(slips)
            text, id = plain(book.mistaken((slip,))), slip.mistake.id
        made += 1
        yield f, text, id


def until_interrupted(
    listed: Iterator[tuple[str, str, str | None]],
) -> Iterator[tuple[str, str, str | None]]:
    while True:
        try:
            yield next(listed)
        except (StopIteration, KeyboardInterrupt):
            return


def main() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    tally: Counter[str] = Counter()
    seconds = 0.0
    slow: list[tuple[float, str, str]] = []
    for f, text, id in until_interrupted(pairs(count, seed)):
        notation = "sympy" if "**" in text else "auto"
        began = time.process_time()
        tally["pairs"] += 1
        if tally["pairs"] % 50 == 0:
            print(dict(tally), f"{seconds:.1f} s", flush=True)
        try:
            asked = question(
                "check", Typed(f, wrt=(), notation="auto", judged=Judged("diff", text))
            )
            *_, found = answer(asked)
        except Exception as trouble:
            tally["refused"] += 1
            if "nowhere" in str(trouble):
                continue
            print("refused", f, "|", text[:200], "|", repr(trouble)[:80], notation)
            continue
        spent = time.process_time() - began
        seconds += spent
        slow.append((spent, f, text))
        verdict = found.judgement.verdict
        right = verdict in ("right", "right-on-part")
        if right is not (id is None) and agrees(f, text) is not (id is None):
            # The form is not the derivative, or the mistake changes nothing.
            tally["set aside"] += 1
            continue
        tally["right" if id is None else "wrong"] += 1
        tally[f"verdict {verdict}"] += 1
        if id is None and verdict == "wrong":
            tally["false wrong"] += 1
            print("FALSE WRONG", f, "|", text)
        elif id is not None and right:
            tally["false right"] += 1
            print("FALSE RIGHT", f, "|", text, "|", id)
        elif verdict == "undecided":
            tally["undecided"] += 1
            print("undecided", f, "|", text, "|", found.judgement.reason.say("en")[:60])
        elif id is not None:
            named = [each.mistake.id for each in found.judgement.mistakes]
            tally["named" if id in named else "other named" if named else "nothing named"] += 1
            tally["certain and right"] += named == [id]
            if id not in named:
                print("named", named, "not", id, "|", f, "|", text)
    print(dict(tally))
    print(f"{(tally['right'] + tally['wrong']) / seconds:.1f} answers a cpu-second")
    for spent, f, text in sorted(slow, reverse=True)[:5]:
        print(f"{spent:.2f} s", f, "|", text)


if __name__ == "__main__":
    main()
