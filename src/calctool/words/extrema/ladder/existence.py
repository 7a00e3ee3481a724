"""Why there is a least or greatest value: level sets, growth, periods."""

from calctool.words import Words

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

# --- in balls -----------------------------------------------------------------------------------

ONLY_INSIDE = Words(
    en="{level} holds at points of the set only inside {box}",
    zh="在可行域上，{level} 只在 {box} 内成立",
)
FLAT_NEARBY = {
    -1: Words(
        en="in {box} the terms of lowest weight, measured from the point there, are positive and "
        "outweigh the rest (Taylor's formula): f has no smaller value in it",
        zh="在 {box} 内，以其中的点为原点，权最低的各项为正，且超过其余各项（泰勒公式）："
        "f 在其中没有更小的值",
    ),
    1: Words(
        en="in {box} the terms of lowest weight, measured from the point there, are negative and "
        "outweigh the rest (Taylor's formula): f has no greater value in it",
        zh="在 {box} 内，以其中的点为原点，权最低的各项为负，且超过其余各项（泰勒公式）："
        "f 在其中没有更大的值",
    ),
}
NEARBY = {
    -1: Words(
        en="in {box} f is not below a convex function (f with its multipliers) that has the same "
        "value and slope 0 at the point there: f has no smaller value in it",
        zh="在 {box} 内，f 不小于一个凸函数（f 与其乘子所成），"
        "该函数在其中的点处与 f 等值且梯度为 0：f 在其中没有更小的值",
    ),
    1: Words(
        en="in {box} f is not above a concave function (f with its multipliers) that has the same "
        "value and slope 0 at the point there: f has no greater value in it",
        zh="在 {box} 内，f 不大于一个凹函数（f 与其乘子所成），"
        "该函数在其中的点处与 f 等值且梯度为 0：f 在其中没有更大的值",
    ),
}
BOXES = {
    -1: Words(
        en="elsewhere f is greater, or cannot be least: interval arithmetic; "
        "boxes looked at: {count}",
        zh="其余各处 f 更大，或不可能取到最小值：区间算术；考察的小区域数：{count}",
    ),
    1: Words(
        en="elsewhere f is smaller, or cannot be greatest: interval arithmetic; "
        "boxes looked at: {count}",
        zh="其余各处 f 更小，或不可能取到最大值：区间算术；考察的小区域数：{count}",
    ),
}
