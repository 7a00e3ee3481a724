"""How each check was made, by the method ids that findings carry, and what it showed."""

from calctool.words import Words

METHODS: dict[str, Words] = {
    "answer-compared": Words(
        en="compared with the right answer: exactly, or in ball arithmetic",
        zh="与正确答案比较：精确比较，或用区间算术",
    ),
    "same": Words(en="both sides are the same", zh="两边相同"),
    "identity": Words(
        en="both sides are the same rational function of their elementary parts",
        zh="两边是各初等部分的同一个有理函数",
    ),
    "substitution": Words(
        en="equals put for equals, each of them checked", zh="等量代换，每个等式均已检验"
    ),
    "each-step": Words(en="each line of the derivation was checked", zh="推导的每一行都已检验"),
    "balls": Words(
        en="both sides compared in ball arithmetic at {points} random points",
        zh="在 {points} 个随机点用区间算术比较两边",
    ),
    "taylor-balls": Words(
        en="compared with automatic differentiation in ball arithmetic at {points} random points",
        zh="在 {points} 个随机点与区间算术的自动微分比较",
    ),
    "limit-laws": Words(
        en="both sides agree by the limits of sums, products and quotients",
        zh="由和、积、商的极限法则，两边相等",
    ),
    "continuity": Words(en="the limit of a continuous function", zh="连续函数的极限"),
    "fundamental-limit": Words(en="a limit that is a theorem", zh="由已证明的重要极限"),
    "tiny-increments": Words(
        en="compared at tiny increments in ball arithmetic at {points} random points",
        zh="在 {points} 个随机点取微小增量，用区间算术比较",
    ),
    "definition": Words(en="what the derivative is defined to be", zh="导数的定义本身"),
    "expansion": Words(en="an exact one-sided expansion at the point", zh="该点处精确的单侧展开"),
    "same-solutions": Words(
        en="an exact argument; every solution was put into both lines",
        zh="由精确论证；每个解均已代入两行",
    ),
    "all-zeros": Words(
        en="a theorem gives the number of zeros, and each of them is isolated",
        zh="由定理知零点个数，且每个零点均已隔离",
    ),
    "linear-dependence": Words(
        en="by linear algebra: multipliers exist just where the gradients depend on each other",
        zh="由线性代数：梯度线性相关时乘数才存在",
    ),
    "substituted-back": Words(
        en="each solution was put into the equations again", zh="每个解均已代回方程"
    ),
    "counted": Words(
        en="an independent count finds as many real solutions", zh="独立计数得到同样多的实数解"
    ),
    "values-near-by": Words(
        en="compared with values of f close by, in {points} directions",
        zh="与附近 {points} 个方向上的函数值比较",
    ),
    "signs-and-values": Words(
        en="proved by exact signs; values of f close by agree in {points} directions",
        zh="由精确的符号证明；附近 {points} 个方向上的函数值与之相符",
    ),
    "nothing-usable": Words(
        en="too few points could be found at which both sides can be computed",
        zh="找不到足够多可以计算两边的点",
    ),
    "narrower-domain": Words(
        en="the right side is not defined at some points where the left side is",
        zh="某些点上左边有定义而右边没有定义",
    ),
}
"""The sentence of a method alone; {points} is the number of points that agreed."""

LINES_PROVED = Words(
    en="proved: each line is an exact identity", zh="已证明：每一行都是精确的恒等式"
)
LINES_SAMPLED = Words(
    en="sampled: lines proved: {proved} of {all}; the rest agree at random points",
    zh="已抽验：{all} 行中已证明 {proved} 行，其余在随机点上相符",
)
LINES_UNDECIDED = Words(
    en="undecided: lines that could not be checked: {left} of {all}",
    zh="未判定：{all} 行中有 {left} 行无法检验",
)
AGREES = Words(
    en="the derivative also agrees with automatic differentiation at {points} random points",
    zh="导数另在 {points} 个随机点与自动微分相符",
)
NOT_CHECKED = Words(
    en="whether every step and result holds: not all could be checked",
    zh="每一步和每个结果是否成立：并非全部都能检验",
)
UNCHECKED = Words(
    en="the derivative could not be compared with automatic differentiation",
    zh="导数未能与自动微分核对",
)

STATES: dict[str, Words] = {
    "complete": Words(en="complete: {reason}", zh="完整：{reason}"),
    "partial": Words(en="not complete: {reason}", zh="不完整：{reason}"),
    "unknown": Words(en="completeness unknown: {reason}", zh="完整性未知：{reason}"),
}
"""How complete an answer is, by the values of solve.answer.State."""
COMPLETE_AND_PROVED = Words(en="proved and complete: {reason}", zh="已证明且完整：{reason}")

MISSING = Words(en="open: {what}", zh="待定：{what}")
BESIDE = Words(en="not complete; {left}", zh="不完整；{left}")
ALSO_PROVED = Words(en="the derivative was also proved independently", zh="导数还经独立方法证明")
