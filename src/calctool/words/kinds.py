"""What may happen at a point: by the kinds of solve.answer.Kink and AtPoint."""

from calctool.words import Words

KINDS: dict[str, Words] = {
    "kink": Words(en="not differentiable, a kink", zh="不可导，角点"),
    "jump": Words(en="not differentiable, f jumps", zh="不可导，函数在此跳跃"),
    "discontinuity": Words(en="not differentiable, f is not continuous", zh="不可导，函数不连续"),
    "vertical-tangent": Words(
        en="not differentiable, the tangent is vertical", zh="不可导，切线铅直"
    ),
    "oscillation": Words(
        en="not differentiable, the difference quotient has no limit", zh="不可导，差商没有极限"
    ),
    "outside-domain": Words(en="f is not defined there", zh="函数在此没有定义"),
    "end-of-domain": Words(
        en="no two-sided derivative, the domain ends there", zh="没有双侧导数，此处是定义域的端点"
    ),
    "undecided": Words(en="whether there is a derivative is undecided", zh="是否可导未能判定"),
}
"""Why there is no derivative at a point, or that it is not known."""

BY_LETTERS = Words(en="that depends on the letters", zh="取决于各字母")
NOT_DIFFERENTIABLE = Words(en="not differentiable", zh="不可导")

OF_DERIVATIVE: dict[str, Words] = {
    "kink": Words(en="{0} is not differentiable, it has a kink", zh="{0} 不可导，角点"),
    "jump": Words(en="{0} is not differentiable, it jumps", zh="{0} 不可导，在此跳跃"),
    "discontinuity": Words(
        en="{0} is not differentiable, it is not continuous", zh="{0} 不可导，不连续"
    ),
    "vertical-tangent": Words(
        en="{0} is not differentiable, its tangent is vertical", zh="{0} 不可导，切线铅直"
    ),
    "oscillation": Words(
        en="{0} is not differentiable, its difference quotient has no limit",
        zh="{0} 不可导，差商没有极限",
    ),
    "end-of-domain": Words(
        en="{0} has no two-sided derivative, the domain ends there",
        zh="{0} 没有双侧导数，此处是定义域的端点",
    ),
    "undecided": Words(en="whether {0} has a derivative is undecided", zh="{0} 是否可导未能判定"),
}
"""The same of a derivative of f: f may be differentiable there."""
LEFT = Words(en="left derivative {0}", zh="左导数 {0}")
RIGHT = Words(en="right derivative {0}", zh="右导数 {0}")
RUNS = Words(en="it runs between {0} and {1}", zh="在 {0} 与 {1} 之间振荡")
RUNS_FROM = {
    -1: Words(en="from the left it runs between {0} and {1}", zh="左侧在 {0} 与 {1} 之间振荡"),
    1: Words(en="from the right it runs between {0} and {1}", zh="右侧在 {0} 与 {1} 之间振荡"),
}
UNBOUNDED = Words(en="it is bounded neither above nor below", zh="上下均无界")
UNBOUNDED_FROM = {
    -1: Words(en="from the left it is bounded neither above nor below", zh="左侧上下均无界"),
    1: Words(en="from the right it is bounded neither above nor below", zh="右侧上下均无界"),
}
WANDERS = Words(
    en="{0} is not continuous there; close to the point {1}", zh="{0} 在此不连续；在该点附近，{1}"
)
PILE_UP = Words(en="the points pile up at {0}", zh="这些点以 {0} 为聚点")
WHERE = Words(en="where {0}", zh="{0} 处")
UNEXAMINED = Words(en="whether there is a derivative where {0}", zh="{0} 处是否可导")
