"""The words of extrema by cases of letters: how the cases were found, what is missing."""

from calctool.words import Words

SCALED = Words(
    en="{changes} make of it the question for {there}", zh="令 {changes}，化为 {there} 时的问题"
)
NO_METHOD = Words(
    en="how the points and their kinds change with {names}: no method was found; give a value, for "
    "example {example}",
    zh="点及其类型随 {names} 的变化：未找到方法；请给出数值，例如 {example}",
)
COVERED = Words(en="the cases cover all values of {names}", zh="以上情形取遍 {names} 的一切值")
CAN_CHANGE = Words(en="Where the answer can change", zh="分类的依据")
MORE = Words(en="…", zh="……")
ROWS = Words(en="points that repeat", zh="周期重复的点")

SQUARES = Words(
    en="signs of the completed squares: {positive} positive, {negative} negative",
    zh="配方后有 {positive} 个正平方项、{negative} 个负平方项",
)
SQUARES_REASON = Words(
    en="the equations are linear in the variables; squares were completed",
    zh="方程组关于变量是线性的；已配方",
)
BOUNDED: dict[int, Words] = {
    -1: Words(en="no square has a negative sign", zh="没有负的平方项"),
    1: Words(en="no square has a positive sign", zh="没有正的平方项"),
}
NOT_BOUNDED: dict[int, Words] = {
    -1: Words(
        en="f is not bounded below: along a line it goes to -oo", zh="f 无下界：沿某直线趋于 -oo"
    ),
    1: Words(
        en="f is not bounded above: along a line it goes to oo", zh="f 无上界：沿某直线趋于 oo"
    ),
}
INFEASIBLE = Words(en="no point keeps all constraints", zh="没有点满足全部约束条件")
NOWHERE = Words(en="f has no value anywhere", zh="f 处处没有定义")
CARRIED = Words(
    en="no candidate appears, vanishes or meets another inside the case: leading coefficients and "
    "discriminants are not 0 there",
    zh="在该情形内，候选点既不产生、消失，也不重合：首项系数与判别式不为零",
)
CARRIED_TEST = Words(
    en="the signs of the eigenvalues are those at one value of the case: none of them is 0 in it",
    zh="特征值的符号与该情形内某一取值处相同：其中没有特征值为零",
)
PLACES_OPEN = Words(
    en="candidates without a formula for their coordinates, which are not listed: {count}",
    zh="坐标没有公式而未列出的候选点个数：{count}",
)
DEGENERATE = Words(en="the second derivatives do not decide", zh="二阶导数无法判定")
UNBOUNDED: dict[int, Words] = {
    -1: Words(
        en="the terms of the highest degree are negative in some direction",
        zh="最高次项在某一方向上为负",
    ),
    1: Words(
        en="the terms of the highest degree are positive in some direction",
        zh="最高次项在某一方向上为正",
    ),
}
ATTAINED = Words(
    en="the terms of the highest degree have one sign in all directions, so that there is such a "
    "value, at one of the candidates",
    zh="最高次项在各方向上同号，故最值存在，且在某一候选点处取到",
)
SIGNS: dict[int, Words] = {
    -1: Words(
        en="none of the terms of f in the variables is ever negative, and there all are 0",
        zh="f 中含变量的各项都不为负，且在该处都为零",
    ),
    1: Words(
        en="none of the terms of f in the variables is ever positive, and there all are 0",
        zh="f 中含变量的各项都不为正，且在该处都为零",
    ),
}
EXTREME_OPEN = Words(en="whether there is such a value was not decided", zh="最值是否存在未能判定")
EIGENVALUES = Words(
    en="f lies between the eigenvalues of its matrix times the square of the radius, and is equal "
    "to them on eigenvectors",
    zh="f 介于其矩阵的两个特征值与半径平方的乘积之间，在特征向量方向上取等号",
)
LOG_CONCAVE = Words(
    en="the logarithm of f is concave: its only stationary point is the greatest value (weighted "
    "arithmetic and geometric means)",
    zh="f 的对数是凹函数：唯一的驻点处取最大值（加权算术—几何平均不等式）",
)
TO_THE_EDGE = Words(
    en="f tends to this value as one of the positive numbers tends to 0",
    zh="当其中一个正数趋于 0 时 f 趋于该值",
)
POWER_SUM = Words(
    en="a sum of powers with one exponent bends one way, so that its only stationary point on the "
    "line or plane is its extreme value (Hölder's inequality)",
    zh="同次幂之和处处凸（或处处凹），故其在该直线或平面上唯一的驻点即为最值点（赫尔德不等式）",
)
AT_ONE_ALONE = Words(
    en="the other extreme value belongs to the corners, where one variable alone is not 0",
    zh="另一最值在顶点处取到或趋近：只有一个变量不为零",
)
CHEAPEST = Words(
    en="the set of points whose product of powers is at least as large is strictly convex, so that "
    "a linear function has its least value at the only stationary point",
    zh="幂积不小于该值的点集是严格凸集，故线性函数在唯一的驻点处取最小值",
)
RETURNS: dict[int, Words] = {
    1: Words(
        en="the exponents add up to less than 1, so that f is concave and its only stationary "
        "point is its greatest value",
        zh="各指数之和小于 1，故 f 是凹函数，唯一的驻点处取最大值",
    ),
    -1: Words(
        en="the exponents add up to more than 1: in proportion to all variables f first falls and "
        "then grows beyond all bounds",
        zh="各指数之和大于 1：各变量同比例增大时 f 先减后增，且无上界",
    ),
}
FACTORS: dict[int, Words] = {
    -1: Words(
        en="f goes there as one variable grows and the others stay as they are, or tend to 0",
        zh="某一变量增大而其余不变（或趋于 0）时 f 趋于此",
    ),
    1: Words(
        en="f goes there as all variables grow in proportion", zh="各变量同比例增大时 f 趋于此"
    ),
}
CAUCHY = Words(
    en="on the sphere f lies within the length of its coefficients times the radius, and reaches "
    "these values in their direction only (Cauchy–Schwarz inequality)",
    zh="在球面上，f 与常数项之差的绝对值不超过系数向量的长度与半径之积，"
    "且只在该方向上取等号（柯西—施瓦茨不等式）",
)
ORIGIN_ALONE = Words(
    en="the origin is the only point that keeps the constraint", zh="满足约束条件的点只有原点"
)
ON_SIDES = Words(
    en="on each side f has one stationary point, and inside the case no slack, multiplier or "
    "eigenvalue changes its sign",
    zh="在每条边（面）上 f 有唯一的驻点；在该情形内，各松弛量、乘子与特征值均不变号",
)
NO_MULTIPLIERS = Words(
    en="f bends one way, and at no point all multipliers have the signs of such a value",
    zh="f 处处凸（或处处凹），且没有点处的乘子符号符合最值的条件",
)
FAR_ON_SIDES: dict[int, Words] = {
    -1: Words(
        en="the squares are all negative and the set has no end", zh="平方项全为负，且集合无界"
    ),
    1: Words(
        en="the squares are all positive and the set has no end", zh="平方项全为正，且集合无界"
    ),
}
LEAST = Words(en="the least value", zh="最小值")
GREATEST = Words(en="the greatest value", zh="最大值")
ELIMINATED = Words(
    en="with {given} f is a function of {other} alone", zh="代入 {given}，f 化为 {other} 的一元函数"
)
APART = Words(
    en="f is a sum of functions of one variable each, and the tables of these tell all",
    zh="f 是若干一元函数之和，由各一元函数的变化表得出",
)
EACH_BY_ITSELF = Words(
    en="shown in each of the cases that are told together here", zh="对此处合并的各情形分别证得"
)
LEAST_OR_GREATEST = Words(en="f has its least or greatest value there", zh="f 在该处取到最值")
LOWEST_TERMS = Words(
    en="the terms of the lowest degree near the point decide", zh="由该点附近的最低次项判定"
)
CASE_OPEN = Words(en="the candidates of this case", zh="该情形的候选点")
