"""`calctool lagrange`: extrema under constraints."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="lagrange",
    summary=Words(
        en="extrema under constraints: multipliers, singular points, inequalities",
        zh="条件极值：拉格朗日乘数法、奇异点、不等式约束",
    ),
    details=Words(
        en="EXPR is the objective function; each --subject-to is one constraint with =, <= or >=.\n"
        "Without --wrt every name of the objective and of the constraints is a variable; with it\n"
        "all others are parameters, of which --assume says what is known.\n"
        '--domain restricts variables, open sides included: x,y:(0,oo), or "x,y>0".',
        zh="EXPR 是目标函数；每个 --subject-to 给出一个约束条件，使用 =、<= 或 >=。\n"
        "不给 --wrt 时，目标函数与约束条件中的所有名称都是变量；给出时其余名称为参数，\n"
        "--assume 说明其范围。\n"
        '--domain 限制变量的取值，可为开区间：x,y:(0,oo)，或 "x,y>0"。',
    ),
    examples=(
        'calctool lagrange "x+y" --subject-to "x**2+y**2=1"',
        'calctool lagrange "x*y*z" -s "x+y+z=1" -s "x^2+y^2+z^2=1"',
        'calctool lagrange "x*y" -s "x+2*y<=4" -s "x>=0" -s "y>=0"',
        'calctool lagrange "x+y" -s "x*y=1" --domain "x,y>0"',
        'calctool lagrange "x*y" -s "x^2+y^2=r^2" --wrt x,y --assume "r>0"',
    ),
    first_examples=('calctool lagrange "x+y" --subject-to "x^2+y^2=1"',),
    keys=("subject_to", "wrt", "domain", "where", "assume"),
    sample={"expression": "x+y", "subject_to": ("x^2+y^2=1",)},
    also_called="constrained constraint multipliers",
)
