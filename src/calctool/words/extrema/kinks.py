"""What is said of points where f changes its formula, and of the edges of the domain."""

from calctool.words import Words

TESTS: dict[str, Words] = {
    "each-side": Words(
        en="f was compared with its value on each side of {condition}: by its slope away from it, "
        "and by second derivatives along it",
        zh="在 {condition} 的每一侧将 f 与该点的值比较：离开时看斜率，沿着它看二阶导数",
    ),
    "steep-sides": Words(
        en="away from {condition} the slope of f is infinite on both sides, which decides there; "
        "along it f was compared by its derivatives",
        zh="离开 {condition} 时 f 在两侧的斜率均为无穷，由此判定；沿着它则看导数",
    ),
    "one-sided-slopes": Words(
        en="the one-sided derivatives of f in all directions are {sign}",
        zh="f 沿所有方向的单侧导数均{sign}",
    ),
    "both-signs-along-rays": Words(
        en="along straight lines from the point f is greater on one and smaller on another",
        zh="从该点出发沿不同射线，f 的值既有更大的也有更小的",
    ),
    "both-signs-along-curves": Words(
        en="along short curves from the point into the set f is greater on one and smaller on "
        "another",
        zh="从该点出发沿可行集内的不同曲线，f 的值既有更大的也有更小的",
    ),
    "moves-along-fold": Words(
        en="along {condition} f has a slope that is not zero",
        zh="f 沿 {condition} 的变化率不为零",
    ),
    "constant-along-fold": Words(
        en="f is constant along {condition}; its slopes away from it on both sides tell the rest",
        zh="f 沿 {condition} 为常数；由两侧离开时的斜率判定",
    ),
}
POSITIVE = Words(en="positive", zh="为正")
NEGATIVE = Words(en="negative", zh="为负")

ARGUMENTS: dict[str, Words] = {
    "compact-closure": Words(
        en="f is continuous on the domain together with its edges, which is closed and bounded, "
        "and attains its {which} value there",
        zh="f 在包括边界的有界闭区域上连续，必取得{which}",
    ),
    "coercive-closed": Words(
        en="f → {limit} far out, and the domain together with its edges is closed: f attains its "
        "{which} value there",
        zh="在无穷远处 f → {limit}，且包括边界的区域是闭集：f 必取得{which}",
    ),
}
ON_DOMAIN = Words(en="at points of the domain too", zh="在定义域内也取得")
ON_MISSING_EDGE = Words(
    en="only on edges that do not belong to the domain", zh="但只在不属于定义域的边界上取得"
)
LEAST = Words(en="least", zh="最小值")
GREATEST = Words(en="greatest", zh="最大值")

REGION_BY_REGION = Words(
    en="the equations were solved for each formula of f on its own part of the domain",
    zh="对 f 的每个表达式，分别在其所属区域内解方程组",
)
GRADIENT_OPEN = Words(en="whether f has a gradient at {place}", zh="f 在 {place} 处是否可微")
KINKS_OPEN = Words(
    en="for which points with {condition} f has no gradient", zh="{condition} 上哪些点处 f 不可微"
)
