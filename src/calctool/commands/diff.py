"""`calctool diff`: derivatives of every kind."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="diff",
    summary=Words(
        en="derivative, partial, higher and mixed derivatives, implicit derivative",
        zh="导数、偏导数、高阶与混合偏导数、隐函数求导",
    ),
    details=Words(
        en="EXPR is an expression such as 2x^3 or sin(x)*exp(-x), or an equation with --of;\n"
        "- reads it from standard input. Names that are not variables are constants.",
        zh="EXPR 是表达式，如 2x^3 或 sin(x)*exp(-x)；配合 --of 可以是方程；\n"
        "- 表示从标准输入读取。不是变量的名称都视为常数。",
    ),
    examples=(
        'calctool diff "1/(1+exp(-x))"',
        'calctool diff "w1*x1+w2*x2+b" --wrt x1,w1,b',
        'calctool diff "x^2*sin(x)" --order 2',
        'calctool diff "x^2+y^2=1" --wrt x --of y',
        'calctool diff "|x|" --at 0',
    ),
    first_examples=('calctool diff "1/(1+exp(-x))"', 'calctool diff "w1*x1+w2*x2+b" --wrt x1,w1,b'),
    keys=("wrt", "order", "mixed", "of", "at", "where", "assume", "function"),
    sample={"expression": "sin(x)^2/(1+exp(-x))"},
    also_called="derivative derive differentiate deriv partial gradient grad d",
    takes_operator=True,
)
