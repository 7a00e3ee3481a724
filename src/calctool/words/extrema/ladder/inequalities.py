"""Convex functions, means, squares: inequalities that hold everywhere."""

from calctool.words import Words

# --- convex ---------------------------------------------------------------------------------------

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

# --- means ----------------------------------------------------------------------------------------

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

# --- squares --------------------------------------------------------------------------------------

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

# --- corners --------------------------------------------------------------------------------------

CORNERS = Words(
    en="the set is a polytope; f at its corners, or its limit there",
    zh="可行域为多胞形；f 在各顶点的值或极限",
)
CORNER = {
    -1: Words(en="a concave f comes lowest at a corner", zh="凹函数在顶点处最小"),
    1: Words(en="a convex f comes highest at a corner", zh="凸函数在顶点处最大"),
}
TERMS = Words(en="one term after the other: {terms}", zh="逐项考虑：{terms}")
TOGETHER = {
    -1: Words(
        en="the least values add up, as one point has them all",
        zh="各项的最小值在同一点取得，可以相加",
    ),
    1: Words(
        en="the greatest values add up, as one point has them all",
        zh="各项的最大值在同一点取得，可以相加",
    ),
}
