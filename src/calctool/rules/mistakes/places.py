"""Mistakes with points and intervals: variation tables, critical points, extremes."""

from calctool.rules.mistakes.record import mistake

TABLE = (
    mistake(
        "table.pole-missing",
        "the function has a pole there and no value",
        "函数在该处有极点，没有定义",
        ("1/(x - 2)", "decreasing (-oo, oo)"),
    ),
    mistake(
        "table.hole-missing",
        "the function has no value there",
        "函数在该处没有定义",
        ("(x^2 - 1)/(x - 1)", "increasing (-oo, oo)"),
    ),
    mistake(
        "table.jump-missing",
        "the function jumps there",
        "函数在该处跳跃",
        ("floor(x) + x", "increasing (0, 2)"),
    ),
    mistake(
        "table.kink-missing",
        "the function has a kink there and turns",
        "函数在该处有尖点并改变单调性",
        ("abs(x + 2)", "increasing (-oo, oo)"),
    ),
    mistake(
        "table.cusp-missing",
        "the function has a vertical tangent there and turns",
        "函数在该处有竖直切线并改变单调性",
        ("cbrt(x^2)", "increasing (-oo, oo)"),
    ),
    mistake(
        "table.critical-missing",
        "the derivative changes its sign at a zero there",
        "导数在该处为零并变号",
        ("x^2 - 6*x", "increasing (-oo, oo)"),
    ),
    mistake(
        "table.interval-missing",
        "an interval is missing",
        "漏了一个区间",
        ("x^2 - 6*x", "increasing (3, oo)"),
    ),
    mistake(
        "table.sign-flipped",
        "increasing and decreasing are exchanged",
        "增减弄反了",
        ("x^2 - 6*x", "increasing (-oo, 3); decreasing (3, oo)"),
    ),
    mistake(
        "table.domain-ignored",
        "the function has no values on a part of this interval",
        "函数在此区间的一部分上没有定义",
        ("log(x)", "increasing (-oo, oo)"),
    ),
    mistake(
        "table.union-across-pole",
        "monotonic on each of two intervals is not monotonic on their union",
        "在两个区间上分别单调，不等于在并集上单调",
        ("1/x", "decreasing (-oo, 0) U (0, oo)"),
    ),
)

CRITICAL = (
    mistake(
        "critical.missing",
        "a critical point is missing",
        "漏了一个临界点",
        ("x^3 - 12*x", "x = 2: minimum"),
    ),
    mistake(
        "critical.not-critical",
        "the derivative is not 0 there",
        "该处导数不为零",
        ("x^2", "x = 1: minimum"),
    ),
    mistake(
        "critical.kind",
        "the kind of the point is wrong",
        "该点的类型错误",
        ("x^3", "x = 0: minimum"),
    ),
    mistake(
        "critical.kind-swapped",
        "minimum and maximum are exchanged",
        "极小值与极大值弄反了",
        ("x^2", "x = 0: maximum"),
    ),
    mistake(
        "critical.saddle-as-extremum",
        "a saddle point is no extremum",
        "鞍点不是极值点",
        ("x^2 - 3*y^2", "(0, 0): minimum"),
    ),
    mistake(
        "critical.inflection-as-extremum",
        "the derivative does not change its sign there: no extremum",
        "导数在该处不变号，不是极值点",
        ("x^3", "x = 0: minimum"),
    ),
    mistake(
        "critical.inflection-listed",
        "this is a zero of the second derivative, not of the first",
        "这是二阶导数的零点，不是一阶导数的零点",
        ("x^3 - 12*x", "x = 0: neither"),
    ),
    mistake(
        "critical.test-inconclusive",
        "the second derivative is 0 there and says nothing: the point is an extremum all the same",
        "二阶导数在该处为零，不能判定，但该点仍是极值点",
        ("x^4", "x = 0: neither"),
    ),
    mistake(
        "critical.kink-missing",
        "a point without a derivative is critical too",
        "不可导点也是临界点",
        ("abs(x + 2)", "none"),
    ),
    mistake(
        "critical.cusp-missing",
        "a point with a vertical tangent is critical too",
        "有竖直切线的点也是临界点",
        ("cbrt(x^2)", "none"),
    ),
    mistake(
        "critical.divided-by-variable",
        "the equation was divided by a factor that can be 0",
        "方程两边除以了可能为零的因式",
        ("x^4 - 4*x^3", "x = 3: minimum"),
    ),
    mistake(
        "critical.outside-domain",
        "the point is not in the domain",
        "该点不在定义域内",
        ("sqrt(x)*(x - 3)", "x = -1: minimum"),
    ),
    mistake(
        "critical.endpoint-missing",
        "an end of the domain is missing",
        "漏了定义域的端点",
        ("x^2 on [0, 2]", "x = 0: minimum"),
    ),
    mistake(
        "critical.family-missing",
        "the points repeat: one or some of infinitely many are given",
        "这些点周期性重复，只给出了其中一部分",
        ("sin(x)", "x = pi/2: maximum"),
    ),
    mistake(
        "critical.set-missing",
        "a whole curve of critical points is missing",
        "漏了一整条由临界点组成的曲线",
        ("(x - y)^2", "(0, 0): minimum"),
    ),
)

EXTREMES = (
    mistake(
        "extreme.local-as-global",
        "a local extremum is not the greatest or least value",
        "局部极值不是最值",
        ("x^3 - 12*x", "min -16"),
    ),
    mistake(
        "extreme.unbounded",
        "the function is not bounded: there is no greatest or least value",
        "函数无界，没有最值",
        ("x^2", "max 0"),
    ),
    mistake(
        "extreme.not-attained",
        "the bound is approached and not attained",
        "界只能逼近而不能取到",
        ("1/(1 + x^2)", "min 0"),
    ),
    mistake(
        "extreme.value", "the value of the extreme is wrong", "最值的数值错误", ("x^2", "min 1")
    ),
)

LAGRANGE = (
    mistake(
        "lagrange.missing",
        "a point is missing",
        "漏了一个点",
        ("x - y with x^2 + y^2 = 2", "(1, -1)"),
    ),
    mistake(
        "lagrange.root-sign-missing",
        "a square root has two signs: the opposite point is missing",
        "开平方有正负两个值：漏了相反的点",
        ("x - y with x^2 + y^2 = 2", "(1, -1)"),
    ),
    mistake(
        "lagrange.divided-by-variable",
        "the equation was divided by a variable that can be 0",
        "方程两边除以了可能为零的变量",
        ("x*y^2 with x^2 + y^2 = 3", "(1, sqrt(2))"),
    ),
    mistake(
        "lagrange.singular-missing",
        "the gradient of the constraint is 0 there: such points are found without multipliers",
        "约束的梯度在该处为零：这样的点不能由乘数求得",
        ("y with x^2 = y^3", "none"),
    ),
    mistake(
        "lagrange.swapped",
        "maximum and minimum are exchanged",
        "最大值与最小值弄反了",
        ("x - y with x^2 + y^2 = 2", "max -2; min 2"),
    ),
    mistake(
        "lagrange.off-constraint",
        "the point does not satisfy the constraints",
        "该点不满足约束条件",
        ("x - y with x^2 + y^2 = 2", "(2, 2)"),
    ),
    mistake(
        "lagrange.value-not-at-point",
        "the value of the function at this point is another one",
        "函数在该点的值不是这个数",
        ("x - y with x^2 + y^2 = 2", "max 3 at (1, -1)"),
    ),
    mistake(
        "lagrange.boundary-missing",
        "points on the boundary are missing",
        "漏了边界上的点",
        ("x with x^2 + y^2 <= 1", "none"),
    ),
    mistake(
        "lagrange.interior-missing",
        "points in the interior are missing",
        "漏了内部的点",
        ("x^2 + y^2 with x^2 + y^2 <= 1", "x^2 + y^2 = 1"),
    ),
)
