"""`calctool limit-def`: a derivative from its definition."""

from calctool.commands.record import Command
from calctool.words import Words
from calctool.words.help.cli import ONE_VARIABLE

COMMAND = Command(
    name="limit-def",
    summary=Words(
        en="the derivative worked out from lim (f(x+h) - f(x))/h",
        zh="由导数定义 lim (f(x+Δx) - f(x))/Δx 推导",
    ),
    details=Words(
        en="EXPR is an expression in one variable; with several names --wrt says which.\n"
        "With --at the quotient is taken at that point, from both sides where needed.",
        zh="EXPR 是一个变量的表达式；有多个名称时用 --wrt 指明。\n"
        "给出 --at 时在该点取差商，必要时分左右两侧。",
    ),
    examples=(
        'calctool limit-def "(2-y)^2"',
        'calctool limit-def "sqrt(x)"',
        'calctool limit-def "sin(w*x)" --wrt x',
        'calctool limit-def "|x|" --at 0',
    ),
    first_examples=('calctool limit-def "(2-y)^2"',),
    keys=("wrt", "at", "where", "assume", "function"),
    solved_in="limits",
    sample={"expression": "(2-y)^2"},
    also_called="limit lim definition",
    takes_operator=True,
    options={
        "--wrt": ONE_VARIABLE,
        "--at": Words(en="take the quotient at this point", zh="在该点取差商的极限"),
    },
)
