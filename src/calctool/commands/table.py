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
        en="EXPR is an expression in one variable. With --wrt all other names are parameters: the\n"
        "answer is a table for each case of them; --where gives them values. The whole line is\n"
        "examined, or the interval of --domain. - reads EXPR from standard input.",
        zh="EXPR 是一个变量的表达式。给出 --wrt 时，其余名称为参数：对参数分类讨论，\n"
        "每种情形一张表；也可用 --where 代入数值。考察整条数轴，或 --domain 指定的区间。\n"
        "- 表示从标准输入读取 EXPR。",
    ),
    examples=(
        'calctool table "3*x**4-4*x**3-12*x**2+32"',
        'calctool table "x*exp(-x)" --plot',
        'calctool table "sin(x)+cos(2x)" --domain "[0, 2*pi)"',
        'calctool table "a*x^2+b*x" --wrt x --where a=1,b=-2',
        'calctool table "x^3-3*a*x+1" --wrt x --assume "a>0"',
        'calctool table "x*exp(-x)-a" --wrt x --zeros',
        'calctool table "exp(x)-a*x" --wrt x --when "f>=0"',
    ),
    first_examples=('calctool table "3x^4-4x^3-12x^2+32" --plot',),
    keys=("wrt", "domain", "where", "assume", "zeros", "when", "members"),
    sample={"expression": "x^3-3*x"},
    also_called="variation variations plot study analyze tabvar",
    options={
        "--wrt": ONE_VARIABLE,
    },
)
