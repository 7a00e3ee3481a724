"""How a question of extremes becomes one with fewer variables, or several smaller ones."""

from calctool.words import Words

# --- parts ----------------------------------------------------------------------------------------

SEPARATE = Words(en="each part has its own variables: {parts}", zh="各部分的变量互不相同：{parts}")
NEW_NAMES = Words(en="new variables; the old ones follow from them", zh="作可逆线性变量替换")
IN_NEW_NAMES = Words(en="f in the new variables", zh="用新变量表示 f")
SAME_BOUND = Words(en="the new variables take all real values", zh="新变量可取一切实数")
SUM_ATTAINED = {
    -1: Words(en="the least values add up", zh="各最小值相加"),
    1: Words(en="the greatest values add up", zh="各最大值相加"),
}
SUM_OPEN = {
    -1: Words(en="the infima add up; one is not attained", zh="各下确界相加，其中有取不到的"),
    1: Words(en="the suprema add up; one is not attained", zh="各上确界相加，其中有取不到的"),
}
SUM_INFINITE = {
    -1: Words(en="a part is not bounded below, so neither is f", zh="有一部分无下界，故 f 无下界"),
    1: Words(en="a part is not bounded above, so neither is f", zh="有一部分无上界，故 f 无上界"),
}
FACTORS = Words(en="factors in separate variables: {parts}", zh="各因式的变量互不相同：{parts}")
RANGE_OF_FACTOR = Words(en="values of {part}", zh="{part} 的取值")
PRODUCT = {
    -1: Words(en="the least of the products of the ends", zh="取端点值各乘积中的最小者"),
    1: Words(en="the greatest of the products of the ends", zh="取端点值各乘积中的最大者"),
}

# --- inner functions ------------------------------------------------------------------------------

FUNCTION_OF = Words(en="f is a function of it alone", zh="f 只是它的函数")
INTERVAL = Words(en="{g} is continuous: it takes all values between", zh="{g} 连续，取遍其间一切值")
ALL_VALUES = Words(en="{g} takes all real values", zh="{g} 取遍一切实数")
OF_INNER = Words(en="these are the values of f", zh="这就是 f 的取值")
NEW_VARIABLES = Words(
    en="each stands for a function of a variable that occurs nowhere else",
    zh="各代表某变量的函数，该变量不在别处出现",
)
OF_NEW = Words(en="f takes the same values", zh="f 的取值相同")

# --- over one variable first ----------------------------------------------------------------------

SQUARE = Words(en="complete the square in {name}", zh="对 {name} 配方")
LEADING = {
    -1: Words(en="the coefficient of the square is positive", zh="平方项的系数为正"),
    1: Words(en="the coefficient of the square is negative", zh="平方项的系数为负"),
}
LEAST_OVER = {
    -1: Words(en="the least over {name}, at {at}", zh="对 {name} 的最小值，在 {at} 处"),
    1: Words(en="the greatest over {name}, at {at}", zh="对 {name} 的最大值，在 {at} 处"),
}
OVER_ONE = {
    -1: Words(en="f comes as low as {m} does", zh="f 与 {m} 有相同的下确界"),
    1: Words(en="f comes as high as {m} does", zh="f 与 {m} 有相同的上确界"),
}
VALLEY = {
    -1: Words(
        en="f falls in {name} up to {at}, then rises", zh="f 对 {name} 先减后增，转折于 {at}"
    ),
    1: Words(en="f rises in {name} up to {at}, then falls", zh="f 对 {name} 先增后减，转折于 {at}"),
}
MONOTONIC = {
    1: Words(
        en="f grows in {name} all along: look at {at}", zh="f 对 {name} 单调递增，只需考虑 {at}"
    ),
    -1: Words(
        en="f falls in {name} all along: look at {at}", zh="f 对 {name} 单调递减，只需考虑 {at}"
    ),
}
AFFINE = Words(
    en="f is affine in {name}: extreme at an end of its interval",
    zh="f 对 {name} 是一次的，最值在区间端点处",
)
BETTER_END = {
    -1: Words(en="the lesser of the two ends", zh="取两端点处较小者"),
    1: Words(en="the greater of the two ends", zh="取两端点处较大者"),
}
ALONG = {
    -1: Words(en="f → -∞ as t → ∞", zh="当 t → ∞ 时 f → -∞"),
    1: Words(en="f → ∞ as t → ∞", zh="当 t → ∞ 时 f → ∞"),
}

# --- constraints ----------------------------------------------------------------------------------

SOLVED_FOR = Words(en="{equation} solved for {name}", zh="由 {equation} 解出 {name}")
RAISED = Words(
    en="both sides of {equation} to the power {power}", zh="等式 {equation} 两边取 {power} 次幂"
)

# --- unions, degree 0 -----------------------------------------------------------------------------

PRODUCT_IS_ZERO = Words(en="{equation}: one of the factors is 0", zh="{equation}：有一因式为零")
SWITCHES = Words(
    en="{part} has one formula on either side of {switch} = 0, and both hold there",
    zh="{part} 在 {switch} = 0 的两侧各有一个表达式，在其上两者一致",
)
ON_PART = Words(en="what follows holds on this part of the set", zh="以下各行在这一部分上成立")
BEST_PART = {
    -1: Words(en="the least over all parts", zh="取各部分中的最小者"),
    1: Words(en="the greatest over all parts", zh="取各部分中的最大者"),
}
DEGREE_ZERO = Words(
    en="f does not change when all variables are multiplied by one number: it is enough to look at "
    "{places}",
    zh="所有变量同乘一数时 f 不变，只需考虑 {places}",
)

# --- bounds of a name -----------------------------------------------------------------------------

END_OF_NAME = {
    -1: Words(
        en="f is monotonic in {name}, and least at the end that this sets: {end}",
        zh="f 对 {name} 单调，在此约束给出的端点 {end} 处最小",
    ),
    1: Words(
        en="f is monotonic in {name}, and greatest at the end that this sets: {end}",
        zh="f 对 {name} 单调，在此约束给出的端点 {end} 处最大",
    ),
}
OVER_ONE_END = Words(en="the same bound for f", zh="f 的界相同")

# --- edges ----------------------------------------------------------------------------------------

LIMIT_AT_EDGE = Words(
    en="{limit} is the limit of f at {edge}, for u·log(u) → 0 as u → 0",
    zh="因 u → 0 时 u·log(u) → 0，f 在 {edge} 处的极限为 {limit}",
)
INSIDE_OR_EDGE = Words(
    en="with its limits f is continuous on a closed bounded set; the points inside and the edges "
    "are compared",
    zh="补上极限后 f 在有界闭集上连续；比较内部的点与各边界",
)
AT_EDGE_ONLY = Words(
    en="with its limits f is continuous on a closed bounded set; only edges have this value, and "
    "they do not belong to the set",
    zh="补上极限后 f 在有界闭集上连续；只有不属于该集合的边界具有此值",
)
