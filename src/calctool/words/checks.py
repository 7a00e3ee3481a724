"""How each check was made, by the method ids that findings carry, and what it showed."""

from calctool.words import Words

METHODS: dict[str, Words] = {
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
        en="compared with Taylor coefficients in ball arithmetic at {points} random points",
        zh="在 {points} 个随机点与区间算术的泰勒系数比较",
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
    en="sampled: {proved} of {all} lines proved, the others agree at random points",
    zh="已抽验：{all} 行中 {proved} 行已证明，其余各行在随机点上相符",
)
LINES_UNDECIDED = Words(
    en="not decided: {left} of {all} lines could not be checked",
    zh="未判定：{all} 行中有 {left} 行无法检验",
)
AGREES = Words(
    en="the derivative also agrees with its Taylor coefficients at {points} random points",
    zh="导数还在 {points} 个随机点与泰勒系数相符",
)
UNCHECKED = Words(
    en="the derivative could not be compared with its Taylor coefficients",
    zh="导数未能与泰勒系数核对",
)

STATES: dict[str, Words] = {
    "complete": Words(en="complete: {reason}", zh="完整：{reason}"),
    "partial": Words(en="not complete: {reason}", zh="不完整：{reason}"),
    "unknown": Words(en="completeness unknown: {reason}", zh="完整性未知：{reason}"),
}
"""How complete an answer is, by the values of solve.answer.State."""

MISSING = Words(en="open: {what}", zh="待定：{what}")
ALSO_PROVED = Words(en="the derivative was also proved independently", zh="导数还经独立方法证明")
