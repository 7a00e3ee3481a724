"""Values read off a table, and all values of a polynomial or rational function."""

from calctool.words import Words

# --- one variable ---------------------------------------------------------------------------------

TABLE = Words(en="table of {f}", zh="{f} 的变化表")
TABLE_LIMIT = Words(
    en="table of {f}: it tends to {value} as {name} → {to}",
    zh="{f} 的变化表：当 {name} → {to} 时趋于 {value}",
)

# --- all values -----------------------------------------------------------------------------------

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
