"""What was not shown of a least or greatest value that is not decided."""

from calctool.words import Words

EXISTS = {
    -1: Words(
        en="f has a least value ({why}); not shown: {left}",
        zh="f 有最小值（{why_zh}）；未证明：{left_zh}",
    ),
    1: Words(
        en="f has a greatest value ({why}); not shown: {left}",
        zh="f 有最大值（{why_zh}）；未证明：{left_zh}",
    ),
}
ALL_POINTS = Words(en="that all points where it may be are known", zh="可能取到它的点已全部求出")
ORDER = {
    -1: Words(en="which of the values found is the least", zh="所求各值中何者最小"),
    1: Words(en="which of the values found is the greatest", zh="所求各值中何者最大"),
}
BEST_FOUND = {
    -1: Words(
        en="the least value found is {value}; not shown: that f is nowhere smaller in {box}",
        zh="已求得的最小的值为 {value}；未证明：f 在 {box} 内没有更小的值",
    ),
    1: Words(
        en="the greatest value found is {value}; not shown: that f is nowhere greater in {box}",
        zh="已求得的最大的值为 {value}；未证明：f 在 {box} 内没有更大的值",
    ),
}
NOT_NEAR = Words(
    en="f {sign} {value} everywhere, as it is written; not shown: a point with this value, or a "
    "curve along which f comes near it",
    zh="由表达式可见处处有 f {sign} {value}；未求出取此值的点或使 f 趋于此值的曲线",
)
TOO_LARGE = Words(
    en="f and the set are given by polynomials; not shown: where the values of f end, as the "
    "elimination is too large",
    zh="f 与可行域由多项式给出；消元过大，未求出 f 的值域端点",
)
PART = {
    -1: Words(
        en="f is a sum of parts in separate variables; not shown: the least value of {part}",
        zh="f 是变量互不相同的各部分之和；未求出 {part} 的最小值",
    ),
    1: Words(
        en="f is a sum of parts in separate variables; not shown: the greatest value of {part}",
        zh="f 是变量互不相同的各部分之和；未求出 {part} 的最大值",
    ),
}
REDUCED = {
    -1: Words(
        en="for all values of the others f is least in {name} with the value {m}; not shown: the "
        "least value of this",
        zh="对其余变量的一切值，f 关于 {name} 的最小值为 {m}；未求出后者的最小值",
    ),
    1: Words(
        en="for all values of the others f is greatest in {name} with the value {m}; not shown: "
        "the greatest value of this",
        zh="对其余变量的一切值，f 关于 {name} 的最大值为 {m}；未求出后者的最大值",
    ),
}

# --- where no argument came near ----------------------------------------------------------------

FAR = {
    -1: Words(
        en="not shown: that f is bounded below far out, or a curve along which it is not",
        zh="未证明：f 在无穷远处有下界；也未求出使 f 趋于 -∞ 的曲线",
    ),
    1: Words(
        en="not shown: that f is bounded above far out, or a curve along which it is not",
        zh="未证明：f 在无穷远处有上界；也未求出使 f 趋于 ∞ 的曲线",
    ),
}
EDGES = Words(
    en="not shown: how f goes near the edges of {edges}, which the set lacks",
    zh="未判定：f 在 {edges} 的边界（不属于可行域）附近的性态",
)
JUMPS = Words(
    en="not shown: what f comes to where it is not continuous", zh="未判定：f 在不连续处的趋向"
)
UNREACHED = Words(en="not shown: a point of the set", zh="未求出可行域中的点")
ONLY_POINTS = {
    -1: Words(
        en="not shown: that f has a least value, or that it is at one of the points that are known",
        zh="未证明：f 有最小值，或它在已求出的点处取得",
    ),
    1: Words(
        en="not shown: that f has a greatest value, or that it is at one of the points that are "
        "known",
        zh="未证明：f 有最大值，或它在已求出的点处取得",
    ),
}
