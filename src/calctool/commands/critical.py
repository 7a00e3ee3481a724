"""`calctool critical`: critical points."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="critical",
    summary=Words(
        en="all critical points of a function of one or more variables; least, greatest value",
        zh="一元或多元函数的全部临界点、极值与最值",
    ),
    details=Words(
        en="EXPR is an expression in one or more variables. --wrt names the variables; all other\n"
        "names are parameters: the answer has a case for each of the values that matter.\n"
        "--domain is given for each variable: x:[0,1], y:(0,oo).",
        zh="EXPR 是一个或多个变量的表达式。--wrt 指明变量，其余名称为参数，对其分类讨论。\n"
        "--domain 对每个变量分别给出：x:[0,1]，y:(0,oo)。",
    ),
    examples=(
        'calctool critical "x^2+y^2"',
        'calctool critical "x^4+y^4-4*x*y+1"',
        'calctool critical "x^3-x" --domain "[-2, 2]"',
        'calctool critical "x^3+y^3-3*a*x*y" --wrt x,y',
    ),
    first_examples=('calctool critical "x^2+y^2"',),
    keys=("wrt", "domain", "where", "assume", "members"),
    sample={"expression": "x^2+y^2"},
    also_called="extrema extremum optimize maximize minimize maximum minimum stationary max min",
)
