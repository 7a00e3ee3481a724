"""Points without end that are known by their cells: where they are, what they are, the values."""

from calctool.words import Words

TITLE = Words(en="Critical points, without end", zh="无穷多个驻点")
ALL_SORTS = Words(en="Critical points, without end", zh="无穷多个临界点")
JUMPS = Words(en="Jumps, without end", zh="无穷多个跳跃点")
BENDS = Words(en="Inflections, without end", zh="无穷多个拐点")

POLES = Words(en="Poles, without end", zh="无穷多个无穷间断点")
GAPS = Words(en="Places without a value, without end", zh="无穷多个无定义点")

ONE_IN = Words(en="exactly one in each interval {0}, {1}", zh="在每个区间 {0} 内恰有一个，{1}")
ONE_WITH = Words(en="exactly one with {0}, {1}", zh="满足 {0} 的恰有一个，{1}")
FORMULA = Words(en="{0}, {1}", zh="{0}，{1}")
UNWRITTEN = Words(
    en="{0}: too far out, or too near to the end of its interval, for a number",
    zh="{0}：过远或过于靠近区间端点，无法写成数值",
)
NO_MEMBER = Words(
    en="no point has the number {k}, or it has several coordinates",
    zh="没有编号为 {k} 的点，或其坐标不止一个",
)
NO_DIGITS = Words(
    en="point {k} is too far out, or too near to the end of its interval, for {digits} digits",
    zh="第 {k} 个点过远或过于靠近区间端点，无法给出 {digits} 位有效数字",
)
KIND = Words(en="kind", zh="类型")
PILE_UP = Words(
    en="pile up at {0}: every neighbourhood holds infinitely many",
    zh="{0} 是聚点：其任意邻域内都有无穷多个",
)
NEAR = {
    -1: Words(en="a little less than {0}, and ever closer to it", zh="略小于 {0}，且越来越接近"),
    1: Words(en="a little more than {0}, and ever closer to it", zh="略大于 {0}，且越来越接近"),
}
MIRRORED = Words(en="the same for {0} < 0", zh="{0} < 0 时同样成立")
MIRRORED_ODD = Words(
    en="for {0} < 0, with minimum and maximum exchanged", zh="{0} < 0 时极大与极小互换"
)
MIRRORED_SIDES = Words(
    en="the same for {0} < 0, with left and right exchanged", zh="{0} < 0 时左右互换，其余相同"
)
EVEN = Words(en="{0} even", zh="{0} 为偶数")
ODD = Words(en="{0} odd", zh="{0} 为奇数")
WITH = Words(en="{0} with {1}", zh="{0}（{1}）")
ALTERNATES = Words(en="{0}; its absolute value decreases to 0", zh="{0}，其绝对值递减趋于 0")
ALTERNATES_WITHOUT_BOUND = Words(en="{0}, not bounded", zh="{0}，无界")
TURNS = {
    "local-maximum": Words(en="f' changes from + to −", zh="f' 的符号由 + 变为 −"),
    "local-minimum": Words(en="f' changes from − to +", zh="f' 的符号由 − 变为 +"),
    "neither": Words(en="f' keeps its sign", zh="f' 不变号"),
}
"""How the kind of a point is seen."""
IS = Words(en="{0}: {1}", zh="{0}：{1}")
TRENDS = {
    1: Words(en="{0}, increasing to {1}", zh="{0}，递增趋于 {1}"),
    -1: Words(en="{0}, decreasing to {1}", zh="{0}，递减趋于 {1}"),
    0: Words(en="{0}", zh="{0}"),
}
UNBOUNDED_TRENDS = {
    1: Words(en="{0}, increasing without bound", zh="{0}，递增且无界"),
    -1: Words(en="{0}, decreasing without bound", zh="{0}，递减且无界"),
}
KINDS = {
    "local-minimum": Words(en="local minimum", zh="极小值点"),
    "local-maximum": Words(en="local maximum", zh="极大值点"),
    "neither": Words(en="neither minimum nor maximum", zh="非极值点"),
    "inflection": Words(en="inflection", zh="拐点"),
    "pole": Words(en="pole", zh="无穷间断点"),
    "hole": Words(en="hole", zh="可去间断点"),
}
ALIKE = Words(en="{0} from both sides", zh="从两侧均趋于 {0}")
UNLIKE = Words(en="{0} from the left, {1} from the right", zh="从左侧趋于 {0}，从右侧趋于 {1}")
OPEN_KIND = Words(en="not decided", zh="未判定")
WITHOUT_BOUND = Words(en="no limit: not bounded above, nor below", zh="无极限，既无上界也无下界")
BETWEEN = Words(en="between {0} and {1}, no limit", zh="在 {0} 与 {1} 之间振荡，无极限")
AMONG_POLES = Words(
    en="between {0} and {1}, no limit: poles without end",
    zh="在 {0} 与 {1} 之间，无极限：有无穷多个无穷间断点",
)
AT_END = Words(en="For {0} → {1}", zh="{0} → {1} 时")
AT_SIDE = {
    -1: Words(en="For {0} → {1} from the left", zh="{0} 从左侧趋于 {1} 时"),
    1: Words(en="For {0} → {1} from the right", zh="{0} 从右侧趋于 {1} 时"),
}
