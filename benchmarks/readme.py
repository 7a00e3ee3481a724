"""The README's table of speed, made of the newest figures in history.jsonl."""

from __future__ import annotations

from pathlib import Path

from history import runs
from msgspec import Struct

README = Path(__file__).parent.parent / "README.md"
HEAD = "| measured | ratio |\n|---|---|\n"


class Row(Struct, frozen=True):
    """A line of the table: what it says, and the figures it is made of, to so many digits."""

    says: str
    figures: tuple[str, ...]
    digits: int = 2


def _cold(command: str) -> str:
    return f"calctool {command} / import sympy"


def _doors(says: str) -> tuple[str, ...]:
    return tuple(f"{says} {door}" for door in ("a session", "a call of Python", "a call over MCP"))


ROWS = (
    Row('`calctool diff "1/(1+exp(-x))"`, cold / `python -c "import sympy"`',
        (_cold("diff 1/(1+exp(-x))"),)),
    Row('`calctool limit-def "(2-y)^2"`, cold / import sympy', (_cold("limit-def (2-y)^2"),)),
    Row('`calctool table "3*x**4-4*x**3-12*x**2+32"`, cold / import sympy',
        (_cold("table 3*x**4-4*x**3-12*x**2+32"),)),
    Row('`calctool critical "x^2+y^2"`, cold / import sympy', (_cold("critical x^2+y^2"),)),
    Row('`calctool critical "(x**2+y-11)**2+(x+y**2-7)**2"`, cold / import sympy',
        (_cold("critical (x**2+y-11)**2+(x+y**2-7)**2"),)),
    Row('`calctool lagrange "x+y" --subject-to "x**2+y**2=1"`, cold / import sympy',
        (_cold("lagrange x+y --subject-to x**2+y**2=1"),)),
    Row("`calctool --help` / import sympy", (_cold("--help"),)),
    Row("an unknown function, with its suggestion / import sympy", (_cold("diff 1/(1+sigm(-x))"),)),
    Row("a cold command / a call of the Python interface: `diff`, `table`, `lagrange`",
        tuple(f"a cold command / a call of the Python interface, {name}"
              for name in ("diff", "table", "lagrange")), 0),
    Row("a cold command / the same question in a session, in Python, over MCP",
        _doors("a cold command / the same question in"), 0),
    Row("import sympy / a question in a session, in Python, over MCP",
        _doors("import sympy / a question in"), 0),
    Row("megabytes of a session that waits, with the process that answers",
        ("megabytes of a session that waits",), 0),
    Row("1,000 random expressions: derivation and all checks / plain `sympy.diff`",
        ("derivation and all checks / sympy.diff",), 1),
    Row("random expressions, checked derivations as JSON by `batch -`, one worker / SymPy's parse "
        "+ diff + print without steps, by rate",
        ("checked derivations as JSON / SymPy's parse + diff + print, by rate",)),
    Row("`batch`: milliseconds of processor time added to a problem",
        ("batch: processor ms added to a problem",), 1),
    Row("`batch`: two workers / one worker, mixed problems",
        ("batch: two workers / one worker, mixed problems",), 1),
    Row("`batch`: `diff` with derivation, checks and completeness, problems a second / SymPy's "
        "`diff` + `simplify`", ("batch: diff problems a second / SymPy's diff + simplify",), 1),
)  # fmt: skip


def newest() -> dict[str, float]:
    """Each figure as it was measured last."""
    return {name: value for run in runs() for name, value in run["figures"].items()}


def written(text: str, known: dict[str, float]) -> str:
    """The README with a new table; a line stays as it is where a figure of it is not known."""
    before, rest = text.split(HEAD, 1)
    table, after = rest.split("\n\n", 1)
    lines = [_line(line, known) for line in table.splitlines()]
    body = "\n".join(lines)
    return f"{before}{HEAD}{body}\n\n{after}"


def _line(line: str, known: dict[str, float]) -> str:
    for row in ROWS:
        if line.startswith(f"| {row.says} |") and all(name in known for name in row.figures):
            found = ", ".join(f"{known[name]:.{row.digits}f}" for name in row.figures)
            return f"| {row.says} | {found} |"
    return line


def main() -> None:
    README.write_text(written(README.read_text("utf-8"), newest()), "utf-8")


if __name__ == "__main__":
    main()
