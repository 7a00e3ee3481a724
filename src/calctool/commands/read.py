"""`calctool read`: how a text is understood."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="read",
    summary=Words(
        en="how a text is read: plain, as LaTeX, as a tree", zh="文本如何被读取：纯文本、LaTeX、树"
    ),
    details=Words(
        en="EXPR may be plain, LaTeX, Python, SymPy, Mathematica, Maxima, a sheet's formula or\n"
        "MathML; --notation says which, where its signs do not tell.",
        zh="EXPR 可以是纯文本、LaTeX、Python、SymPy、Mathematica、Maxima、电子表格公式或 MathML；\n"
        "若从记号看不出，可用 --notation 指明。",
    ),
    examples=(
        r'calctool read "\frac{1}{1+e^{-x}}"',
        'calctool read "np.exp(-x**2)"',
        'calctool read "x y" --json',
    ),
    takes_operator=True,
)
