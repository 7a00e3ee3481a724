"""What the least and greatest values are and why; why a set is bounded."""

from calctool.words import Words

ARGUMENTS: dict[str, Words] = {
    "coercive": Words(en="f grows beyond all bounds far out", zh="f 在无穷远处趋于无穷"),
    "unbounded-along-curve": Words(en="f is unbounded along a curve", zh="f 沿某曲线无界"),
    "vanishes-at-infinity": Words(en="f tends to 0 far out", zh="f 在无穷远处趋于 0"),
    "periodic": Words(en="f is periodic in every variable", zh="f 对每个变量都是周期函数"),
    "bounded-by-value": Words(en="a bound that is attained", zh="可取到的界"),
    "compact": Words(en="continuous on a compact set", zh="紧集上的连续函数"),
    "constant": Words(en="f is constant", zh="f 为常数"),
    "undecided": Words(en="not decided", zh="未判定"),
}

FAR_OUT = {
    -1: ARGUMENTS["coercive"],
    1: Words(en="f falls below all bounds far out", zh="f 在无穷远处趋于负无穷"),
}
HAS_BOUND = {
    -1: Words(en="f has its least value here: {reason}", zh="f 在此取到最小值：{reason}"),
    1: Words(en="f has its greatest value here: {reason}", zh="f 在此取到最大值：{reason}"),
}
BOUND_HERE = {
    -1: Words(en="f has its least value here", zh="f 在此取到最小值"),
    1: Words(en="f has its greatest value here", zh="f 在此取到最大值"),
}
"""Where the reason was given before."""
COERCIVE = {
    -1: Words(
        en="the terms of highest degree, {form}, are positive off the origin: f → ∞ far out, so "
        "the least critical value is the least value",
        zh="最高次项 {form} 在原点之外恒正，故在无穷远处 f → ∞，最小的临界值即最小值",
    ),
    1: Words(
        en="the terms of highest degree, {form}, are negative off the origin: f → -∞ far out, so "
        "the greatest critical value is the greatest value",
        zh="最高次项 {form} 在原点之外恒负，故在无穷远处 f → -∞，最大的临界值即最大值",
    ),
}
COERCIVE_REST = {
    -1: Words(
        en="the terms of highest degree, {form}, are positive off the origin, with {others} "
        "bounded below: f → ∞ far out, so the least critical value is the least value",
        zh="最高次项 {form} 在原点之外恒正，且 {others} 有下界，故在无穷远处 f → ∞，"
        "最小的临界值即最小值",
    ),
    1: Words(
        en="the terms of highest degree, {form}, are negative off the origin, with {others} "
        "bounded above: f → -∞ far out, so the greatest critical value is the greatest value",
        zh="最高次项 {form} 在原点之外恒负，且 {others} 有上界，故在无穷远处 f → -∞，"
        "最大的临界值即最大值",
    ),
}
COERCIVE_POWERS = {
    -1: Words(
        en="{parts}: even powers of linear expressions, which are constant together along no line; "
        "the rest is bounded below: f → ∞ far out, so it has a least value",
        zh="{parts}：一次式的偶次幂，这些一次式不沿任何直线同时为常数；其余部分有下界，"
        "故在无穷远处 f → ∞，f 有最小值",
    ),
    1: Words(
        en="{parts}: even powers of linear expressions, which are constant together along no line; "
        "the rest is bounded above: f → -∞ far out, so it has a greatest value",
        zh="{parts}：一次式的偶次幂，这些一次式不沿任何直线同时为常数；其余部分有上界，"
        "故在无穷远处 f → -∞，f 有最大值",
    ),
}
COERCIVE_PARTS = {
    -1: Words(
        en="f is a sum of functions of one variable each, which all tend to ∞ at both ends: f → ∞ "
        "far out, so the least critical value is the least value",
        zh="f 是若干一元函数之和，它们在两端都趋于 ∞，故在无穷远处 f → ∞，最小的临界值即最小值",
    ),
    1: Words(
        en="f is a sum of functions of one variable each, which all tend to -∞ at both ends: "
        "f → -∞ far out, so the greatest critical value is the greatest value",
        zh="f 是若干一元函数之和，它们在两端都趋于 -∞，故在无穷远处 f → -∞，最大的临界值即最大值",
    ),
}
UNBOUNDED = {
    -1: Words(
        en="along {curve} f = {value} → -∞ as t → ∞", zh="沿 {curve}，当 t → ∞ 时 f = {value} → -∞"
    ),
    1: Words(
        en="along {curve} f = {value} → ∞ as t → ∞", zh="沿 {curve}，当 t → ∞ 时 f = {value} → ∞"
    ),
}
VANISHES = {
    -1: Words(
        en="f → 0 far out, and the least critical value is not above 0: it is the least value",
        zh="在无穷远处 f → 0，而最小的临界值不大于 0，它就是最小值",
    ),
    1: Words(
        en="f → 0 far out, and the greatest critical value is not below 0: it is the greatest "
        "value",
        zh="在无穷远处 f → 0，而最大的临界值不小于 0，它就是最大值",
    ),
}
ONLY_VANISHES = {
    -1: Words(
        en="f → 0 far out, and every critical value is above 0: the infimum 0 is not attained",
        zh="在无穷远处 f → 0，而所有临界值都大于 0：下确界 0 取不到",
    ),
    1: Words(
        en="f → 0 far out, and every critical value is below 0: the supremum 0 is not attained",
        zh="在无穷远处 f → 0，而所有临界值都小于 0：上确界 0 取不到",
    ),
}
PERIODIC = Words(
    en="f is continuous and periodic in every variable: all its values occur in a closed bounded "
    "box, so the extreme critical values are the extreme values",
    zh="f 连续且对每个变量都是周期函数：其值都在一个有界闭区域上取到，最值即临界值中的最值",
)
BOUND = Words(
    en="f {sign} {value} everywhere, as it is written",
    zh="由表达式可见处处有 f {sign} {value}",
)
COMPACT = Words(
    en="the continuous f attains its extreme values there",
    zh="连续函数在有界闭集上必取到最值",
)
CONSTANT = Words(en="f has this value everywhere", zh="f 处处取此值")
OUTER = Words(
    en="{reason}; said of {inner}, of which f is a monotonic function",
    zh="{reason}（此处针对 {inner}，f 是它的单调函数）",
)
NOT_ALL_KNOWN = Words(
    en="not every point where an extremum may be is known", zh="可能的极值点未全部求出"
)
NOT_COMPARED = Words(en="the values could not be compared", zh="各值未能比较大小")
NO_CANDIDATE = Words(
    en="there is no critical point, and whether f is bounded is open",
    zh="没有临界点，f 是否有界未判定",
)
NO_ARGUMENT = Words(
    en="no argument shows whether the value is attained", zh="没有论据能说明最值是否取到"
)

# --- bounded sets -------------------------------------------------------------------------------

BOUNDED: dict[str, Words] = {
    "compact-top-forms": Words(
        en="the set is closed, and bounded as the highest terms {forms} of the constraints have no "
        "common real zero off the origin",
        zh="约束的最高次项 {forms} 在原点之外没有公共实零点，故可行域有界，且为闭集",
    ),
    "compact-definite-form": Words(
        en="the set is closed, and bounded as the form {form} is definite",
        zh="约束的最高次项 {form} 为定号形式，故可行域有界，且为闭集",
    ),
    "compact-bounded-variables": Words(
        en="the set is closed, and the constraints bound each of {names} from both sides",
        zh="约束使 {names} 中每个变量都有上下界，故可行域有界，且为闭集",
    ),
}
NOT_BOUNDED_SHOWN = Words(
    en="it was not shown that the constraints bound a set", zh="未能说明可行域有界"
)
NOT_CONTINUOUS_SHOWN = Words(
    en="a constraint is no polynomial, so that the set may be open",
    zh="有约束不是多项式，可行域未必为闭集",
)
