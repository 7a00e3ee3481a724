"""`calctool table`: the variation table."""

from calctool.commands.record import Command
from calctool.words import Words
from calctool.words.help.cli import ONE_VARIABLE

COMMAND = Command(
    name="table",
    summary=Words(
        en="variation table: domain, signs, trends, extrema, limits, concavity",
        zh="增减表：定义域、符号、增减、极值、极限、凹凸",
    ),
    details=Words(
        en="EXPR is an expression in one variable; other names get values with --where. The whole\n"
        "line is examined, or the interval of --domain. - reads EXPR from standard input.",
        zh="EXPR 是一个变量的表达式；其余名称用 --where 代入数值。考察整条数轴，\n"
        "或 --domain 指定的区间。- 表示从标准输入读取 EXPR。",
    ),
    examples=(
        'calctool table "3*x**4-4*x**3-12*x**2+32"',
        'calctool table "x*exp(-x)" --plot',
        'calctool table "sin(x)+cos(2x)" --domain "[0, 2*pi)"',
        'calctool table "a*x^2+b*x" --wrt x --where a=1,b=-2',
    ),
    first_examples=('calctool table "3x^4-4x^3-12x^2+32" --plot',),
    keys=("wrt", "domain", "where"),
    sample={"expression": "x^3-3*x"},
    also_called="variation variations plot study analyze tabvar",
    options={
        "--wrt": ONE_VARIABLE,
    },
)
