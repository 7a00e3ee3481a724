"""How a least or greatest value is derived: the arguments, and why each line of them holds."""

from calctool.words import Words

ARGUMENTS: dict[str, Words] = {
    "sum-of-parts": Words(
        en="each part of the sum has variables of its own", zh="和式各部分的变量互不相同"
    ),
    "linear-change": Words(
        en="f depends on fewer linear forms than variables", zh="f 只依赖于较少的线性形式"
    ),
    "product-of-parts": Words(en="each factor has variables of its own", zh="各因式的变量互不相同"),
    "inner-function": Words(
        en="f is a function of one inner function", zh="f 是某一内层函数的函数"
    ),
    "independent-inner": Words(
        en="the inner functions are independent variables", zh="各内层函数可作为独立的变量"
    ),
    "least-over-one-variable": Words(
        en="first over one variable, then over the others", zh="先对一个变量求最值，再对其余变量求"
    ),
    "affine-in-one-variable": Words(
        en="f is affine in one variable, so extreme at an end of its interval",
        zh="f 对某一变量是一次的，最值在其区间端点处",
    ),
    "fewer-names": Words(en="with {name} fewer variables are left", zh="代入 {name} 后变量减少"),
    "equation-raised": Words(
        en="without its roots the equation is {equation}", zh="去掉根号后的等式为 {equation}"
    ),
    "unbounded-along-curve": Words(en="f is unbounded along a curve", zh="f 沿某曲线无界"),
    "convex": Words(en="f is convex", zh="f 是凸函数"),
    "concave": Words(en="f is concave", zh="f 是凹函数"),
    "constant-along-direction": Words(
        en="f is constant along a direction", zh="f 沿某一方向为常数"
    ),
    "falls-along-direction": Words(
        en="f is monotone along a direction and tends to a simpler function",
        zh="f 沿某一方向单调，趋于更简单的函数",
    ),
    "am-gm": Words(
        en="inequality of the arithmetic and the geometric mean", zh="算术—几何平均不等式"
    ),
    "log-convex": Words(
        en="a sum of positive monomials, convex in the logarithms of the variables",
        zh="正单项式之和，对各变量的对数是凸函数",
    ),
    "reciprocal": Words(
        en="the reciprocal of a sum of positive monomials", zh="正单项式之和的倒数"
    ),
    "end-of-name": Words(
        en="f is monotonic in a variable that one inequality bounds",
        zh="f 对某变量单调，而该变量只受一个不等式约束",
    ),
    "corners": Words(
        en="a convex or concave function on a polytope: its corners are compared",
        zh="多胞形上的凸（凹）函数：比较各顶点",
    ),
    "squares": Words(en="a sum of squares", zh="平方和"),
    "squares-found": Words(en="a sum of squares", zh="平方和"),
    "union-of-parts": Words(en="the better of the parts of the set", zh="取可行域各部分中的最值"),
    "degree-zero": Words(en="f is homogeneous of degree 0", zh="f 是零次齐次函数"),
    "bounded-by-value": Words(en="a bound that is attained", zh="可取到的界"),
    "exact-range": Words(
        en="all values of a polynomial or rational function", zh="多项式或有理函数的全部取值"
    ),
    "bounded-level-set": Words(
        en="f is beyond one of its values outside of a bounded set",
        zh="在某个有界集之外 f 都劣于它的某个值",
    ),
    "limits-at-edges": Words(
        en="f has a limit at each open edge: points inside and edges are compared",
        zh="f 在每个开边界处有极限：比较内部的点与各边界",
    ),
    "tends-to-bound": Words(en="a bound that f comes near", zh="f 可任意接近的界"),
    "constant": Words(en="f is constant", zh="f 为常数"),
}

# --- one variable -------------------------------------------------------------------------------

AS_WRITTEN = Words(
    en="to be seen from how f is written; and it is a value of f", zh="由表达式可见，且 f 取到此值"
)
TABLE = Words(en="table of {f}", zh="{f} 的变化表")
TABLE_LIMIT = Words(
    en="table of {f}: it tends to {value} as {name} → {to}",
    zh="{f} 的变化表：当 {name} → {to} 时趋于 {value}",
)

# --- parts --------------------------------------------------------------------------------------

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

# --- inner functions ----------------------------------------------------------------------------

FUNCTION_OF = Words(en="f is a function of it alone", zh="f 只是它的函数")
INTERVAL = Words(en="{g} is continuous: it takes all values between", zh="{g} 连续，取遍其间一切值")
ALL_VALUES = Words(en="{g} takes all real values", zh="{g} 取遍一切实数")
OF_INNER = Words(en="these are the values of f", zh="这就是 f 的取值")
NEW_VARIABLES = Words(
    en="each stands for a function of a variable that occurs nowhere else",
    zh="各代表某变量的函数，该变量不在别处出现",
)
OF_NEW = Words(en="f takes the same values", zh="f 的取值相同")

# --- over one variable first --------------------------------------------------------------------

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

# --- constraints --------------------------------------------------------------------------------

SOLVED_FOR = Words(en="{equation} solved for {name}", zh="由 {equation} 解出 {name}")
RAISED = Words(
    en="both sides of {equation} to the power {power}", zh="等式 {equation} 两边取 {power} 次幂"
)

# --- convex -------------------------------------------------------------------------------------

CONVEX = {
    -1: Words(en="{parts} are convex, so f is", zh="{parts} 都是凸函数，故 f 是凸函数"),
    1: Words(en="{parts} are concave, so f is", zh="{parts} 都是凹函数，故 f 是凹函数"),
}
FLAT = {
    -1: Words(
        en="a convex f has its least value wherever ∇f = 0", zh="凸函数在 ∇f = 0 的点处取最小值"
    ),
    1: Words(
        en="a concave f has its greatest value wherever ∇f = 0", zh="凹函数在 ∇f = 0 的点处取最大值"
    ),
}
NO_FLAT_POINT = Words(
    en="f is convex or concave; not shown: a point with ∇f = 0",
    zh="f 是凸（凹）函数；未求出 ∇f = 0 的点",
)
NO_RECESSION = Words(
    en="f is convex or concave; how it goes far out was not shown",
    zh="f 是凸（凹）函数；其在无穷远处的性态未判定",
)
NO_CANDIDATE = {
    -1: Words(
        en="f is convex and has a least value; where was not found",
        zh="f 是凸函数且有最小值；未求出取到它的点",
    ),
    1: Words(
        en="f is concave and has a greatest value; where was not found",
        zh="f 是凹函数且有最大值；未求出取到它的点",
    ),
}
NOT_COMPARED = Words(en="the values could not be compared", zh="各值未能比较大小")
NO_DIRECTION = {
    -1: Words(
        en="f falls for ever in no direction (linear programme over Q), so it has a least value",
        zh="沿任何方向 f 都不会一直下降（有理数域上的线性规划），故有最小值",
    ),
    1: Words(
        en="f grows for ever in no direction (linear programme over Q), so it has a greatest value",
        zh="沿任何方向 f 都不会一直上升（有理数域上的线性规划），故有最大值",
    ),
}
BEST = {
    -1: Words(en="the least of all candidates", zh="所有候选点中的最小值"),
    1: Words(en="the greatest of all candidates", zh="所有候选点中的最大值"),
}
CONSTANT_ALONG = Words(
    en="f is constant along {direction}, so all its values occur where {name}",
    zh="f 沿 {direction} 为常数，故在 {name} 处取遍一切值",
)
FALLS_TO = {
    -1: Words(
        en="along {direction} f falls to {limit} from every point",
        zh="从任一点沿 {direction}，f 递减趋于 {limit}",
    ),
    1: Words(
        en="along {direction} f rises to {limit} from every point",
        zh="从任一点沿 {direction}，f 递增趋于 {limit}",
    ),
}
SAME_INFIMUM = {
    -1: Words(en="both have the same infimum", zh="二者的下确界相同"),
    1: Words(en="both have the same supremum", zh="二者的上确界相同"),
}

# --- means --------------------------------------------------------------------------------------

POSITIVE_TERMS = Words(en="{terms} are positive", zh="{terms} 均为正")
MEANS = Words(
    en="AM ≥ GM with the weights {weights}: the powers of the variables cancel",
    zh="取权 {weights} 的算术—几何平均不等式，各变量的幂相消",
)
EQUAL_MEANS = Words(en="equality just there", zh="等号当且仅当此时成立")
LOG_CONVEX = Words(
    en="a sum of positive monomials: with x = eᵘ and so on it is a sum of exponentials, convex",
    zh="正单项式之和：令 x = eᵘ 等，化为指数函数之和，是凸函数",
)
RECIPROCAL = Words(en="a sum of positive terms", zh="正项之和")
LEAST_OF_RECIPROCAL = Words(
    en="f is greatest where its reciprocal is least", zh="倒数最小处 f 最大"
)
TO_ZERO = Words(en="f is positive; its reciprocal is not bounded", zh="f 为正，其倒数无上界")

# --- squares, unions, degree 0 ------------------------------------------------------------------

SUM_OF_SQUARES = {
    -1: Words(
        en="a quadratic form in {parts}, positive semidefinite: squares completed in turn",
        zh="关于 {parts} 的半正定二次型，依次配方",
    ),
    1: Words(
        en="a quadratic form in {parts}, negative semidefinite: squares completed in turn",
        zh="关于 {parts} 的半负定二次型，依次配方",
    ),
}
SQUARES_VANISH = Words(
    en="no square is negative; = where all of them vanish", zh="平方非负；各平方同时为零处取等号"
)
SQUARES_FOUND = Words(
    en="multiply out: both sides are the same polynomial", zh="展开可知两边是同一多项式"
)
SQUARES_ON_SET = Words(
    en="multiply out: both sides are the same polynomial; on the set {conditions}",
    zh="展开可知两边是同一多项式；在可行域上 {conditions}",
)
SQUARES_OVER = Words(
    en="multiply out: both sides are the same polynomial; the first factor is positive, except at "
    "one point at most, where the bound follows because f is continuous",
    zh="展开可知两边是同一多项式；左边第一个因式除至多一点外恒为正，在该点处由 f 的连续性得同一界",
)
SQUARES_BOUND = Words(
    en="no term is negative; the value is that of a listed point", zh="各项非负；该值在所列点处取到"
)
NO_COMMON_ZERO = Words(
    en="f is a sum of squares; not shown: a point where all of them vanish",
    zh="f 是平方和；未求出各平方同时为零的点",
)
PRODUCT_IS_ZERO = Words(en="{equation}: one of the factors is 0", zh="{equation}：有一因式为零")
BEST_PART = {
    -1: Words(en="the least over all parts", zh="取各部分中的最小者"),
    1: Words(en="the greatest over all parts", zh="取各部分中的最大者"),
}
DEGREE_ZERO = Words(
    en="f does not change when all variables are multiplied by one number: it is enough to look at "
    "{places}",
    zh="所有变量同乘一数时 f 不变，只需考虑 {places}",
)

# --- all values ---------------------------------------------------------------------------------

NEAREST = Words(
    en="each value c is taken at a point with f = c that is nearest to a fixed point; there the "
    "gradients of f and of the active constraints and the direction to it are dependent",
    zh="每个值 c 都在 f = c 上离某定点最近的点取到；"
    "在该点 f 与起作用约束的梯度及指向定点的方向线性相关",
)
NO_LIMITS = Words(
    en="by elimination: f tends to no number beyond its values at candidates along such points "
    "that run to infinity",
    zh="用消元法：沿这些点趋于无穷时，f 不趋于候选点函数值之外的任何数",
)
LIMITS = Words(
    en="by elimination: along such points that run to infinity f tends, beyond its values at "
    "candidates, at most to {values}",
    zh="用消元法：沿这些点趋于无穷时，在候选点的函数值之外 f 至多趋于 {values}",
)
BETWEEN = Words(
    en="values end only at these numbers and at values of candidates; between two of them all "
    "numbers are values, or none is",
    zh="取值的端点只能是这些数或候选点的函数值；相邻两数之间要么全取到，要么全取不到",
)
SOLVED = Words(en="has a solution", zh="有解")
UNSOLVED = Words(en="has no solution", zh="无解")
NO_END = {
    -1: Words(en="so f takes arbitrarily small values", zh="故 f 可取任意小的值"),
    1: Words(en="so f takes arbitrarily large values", zh="故 f 可取任意大的值"),
}
AT_CANDIDATE = Words(en="the value at a candidate", zh="在候选点取到")
AT_NO_CANDIDATE = Words(
    en="f comes as close as one likes, and no candidate has the value",
    zh="f 可任意接近此值，而没有候选点取此值",
)
MAYBE_AT_CANDIDATE = Words(
    en="f comes as close as one likes; whether a candidate has the value is open",
    zh="f 可任意接近此值；是否有候选点取此值未判定",
)

# --- bounds of a name, corners ------------------------------------------------------------------

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
CORNERS = Words(
    en="the set is a polytope; f at its corners, or its limit there",
    zh="可行域为多胞形；f 在各顶点的值或极限",
)
CORNER = {
    -1: Words(en="a concave f comes lowest at a corner", zh="凹函数在顶点处最小"),
    1: Words(en="a convex f comes highest at a corner", zh="凸函数在顶点处最大"),
}

# --- level sets ---------------------------------------------------------------------------------

LEVEL_SET = {
    -1: Words(
        en="{level} holds somewhere, and only inside {box}: a closed bounded set, on which the "
        "continuous f has a least value",
        zh="{level} 在某处成立，且只在 {box} 内成立：这是有界闭集，连续函数 f 在其上取得最小值",
    ),
    1: Words(
        en="{level} holds somewhere, and only inside {box}: a closed bounded set, on which the "
        "continuous f has a greatest value",
        zh="{level} 在某处成立，且只在 {box} 内成立：这是有界闭集，连续函数 f 在其上取得最大值",
    ),
}
LEVEL_SET_EDGES = {
    -1: Words(
        en="{level} holds somewhere, and only inside {box} and at a distance from the edges of "
        "{edges}: a closed bounded set, on which the continuous f has a least value",
        zh="{level} 在某处成立，且只在 {box} 内、离 {edges} 的边界有一定距离处成立："
        "这是有界闭集，连续函数 f 在其上取得最小值",
    ),
    1: Words(
        en="{level} holds somewhere, and only inside {box} and at a distance from the edges of "
        "{edges}: a closed bounded set, on which the continuous f has a greatest value",
        zh="{level} 在某处成立，且只在 {box} 内、离 {edges} 的边界有一定距离处成立："
        "这是有界闭集，连续函数 f 在其上取得最大值",
    ),
}
GROWTH_COMPARED = Words(
    en="what grows in each variable alone, by its table, and the size of all other terms",
    zh="由变化表得各变量单独的增长，并估计其余各项的大小",
)
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
LEVEL_SET_CLOSURE = {
    -1: Words(
        en="{level} holds somewhere, and only inside {box}; with the edges of {edges} this is a "
        "closed bounded set, on which the continuous f has a least value",
        zh="{level} 在某处成立，且只在 {box} 内成立；添上 {edges} 的边界后这是有界闭集，"
        "连续函数 f 在其上取得最小值",
    ),
    1: Words(
        en="{level} holds somewhere, and only inside {box}; with the edges of {edges} this is a "
        "closed bounded set, on which the continuous f has a greatest value",
        zh="{level} 在某处成立，且只在 {box} 内成立；添上 {edges} 的边界后这是有界闭集，"
        "连续函数 f 在其上取得最大值",
    ),
}
REPEATS = Words(
    en="f and all conditions stay the same with {moved} for {names}, so that all values occur "
    "where {cell}",
    zh="将 {names} 换成 {moved} 时 f 与各条件不变，故一切值都在 {cell} 中取到",
)
REPEATS_WITH = Words(
    en="with {given}, f and all conditions stay the same with {moved} for {names}, so that all "
    "values occur where {cell}",
    zh="代入 {given} 后，将 {names} 换成 {moved} 时 f 与各条件不变，故一切值都在 {cell} 中取到",
)
TENDS_TO_BOUND = Words(
    en="f {sign} {value} everywhere, as it is written, and f comes as close as one likes",
    zh="由表达式可见处处有 f {sign} {value}，且 f 可任意接近此值",
)
