"""The words of variation tables: headings, kinds of points, extremes, and why all is complete."""

from calctool.words import Words

FUNCTION = Words(en="Function", zh="函数")
TABLE = Words(en="Variation table", zh="增减表")
CONCAVITY = Words(en="Concavity", zh="凹凸性")
DERIVATIVES = Words(en="Derivatives", zh="求导")
ZEROS_AND_SIGNS = {
    1: Words(en="Zeros and signs of {0}", zh="{0} 的零点与符号"),
    2: Words(en="Zeros and signs of {0} and {1}", zh="{0} 与 {1} 的零点与符号"),
}
CHAIN = Words(en="Why there are no other zeros", zh="为何没有其他零点")

REPEATS = Words(en="Repeats", zh="重复")
PERIOD = Words(en="Period", zh="周期")
SHOWN = Words(en="Shown", zh="列出范围")
WINDOW = Words(en="{0}; nothing is said outside", zh="{0}；此外不作论断")
LOCAL_MINIMUM = Words(en="Local minimum", zh="极小值")
LOCAL_MAXIMUM = Words(en="Local maximum", zh="极大值")
INFLECTION = Words(en="Inflection", zh="拐点")
GLOBAL_MINIMUM = Words(en="Least value", zh="最小值")
GLOBAL_MAXIMUM = Words(en="Greatest value", zh="最大值")
ASYMPTOTES = Words(en="Asymptotes", zh="渐近线")
SYMMETRY = Words(en="Symmetry", zh="奇偶性")
SYMMETRIC = {
    1: Words(en="{0} is even; the tables show {1}", zh="{0} 是偶函数，表中只列 {1}"),
    -1: Words(en="{0} is odd; the tables show {1}", zh="{0} 是奇函数，表中只列 {1}"),
}
OTHER = Words(en="Also", zh="其他点")
MORE = Words(en="… and {count} more", zh="……另有 {count} 个")
SWITCHING = Words(en="the formula of f changes", zh="f 的表达式改变")
REPEATED = Words(en="Repeated", zh="周期重复")
AGAIN = Words(en="each of these points again at {0}, {1}", zh="以上各点按 {0} 重复，{1}")
EVERYWHERE = Words(en="all real {0}", zh="全体实数 {0}")
FAMILY = Words(en="{0}, {1}", zh="{0}，{1}")
"""Points, and the integers that give them."""
NOT_SOLVED = Words(en="{0} (not solved for {1})", zh="{0}（未解出 {1} 的范围）")
BOTH_SIDES = Words(en="{0} on both sides", zh="{0}（两侧）")
FROM = Words(en="{0} as {1} → {2}", zh="{0}（{1} → {2}）")
ONE_SIDE = {
    "left": Words(en="{0}, from the left", zh="{0}（左侧）"),
    "right": Words(en="{0}, from the right", zh="{0}（右侧）"),
    "both": Words(en="{0}", zh="{0}"),
}

ONLY_JUMPS = Words(
    en="far out f jumps at the points of rows and is monotonic between them, "
    "and the rest of the line was searched",
    zh="在远处 f 只在各列的点处跳跃，相邻两点之间单调，其余部分已全部搜索",
)
KINDS: dict[str, Words] = {
    "stationary": Words(en="stationary", zh="驻点"),
    "local-minimum": Words(en="local minimum", zh="极小值点"),
    "local-maximum": Words(en="local maximum", zh="极大值点"),
    "neither": Words(en="no extremum", zh="不是极值点"),
    "inflection": Words(en="inflection", zh="拐点"),
    "kink": Words(en="kink", zh="角点"),
    "no-second-derivative": Words(en="no second derivative", zh="二阶导数不存在"),
    "vertical-tangent": Words(en="vertical tangent", zh="铅直切线"),
    "jump": Words(en="jump", zh="跳跃"),
    "discontinuity": Words(en="discontinuity", zh="间断"),
    "hole": Words(en="hole", zh="可去间断"),
    "pole": Words(en="pole", zh="无穷间断"),
    "endpoint": Words(en="end of the domain", zh="定义域端点"),
    "undecided": Words(en="not decided", zh="未判定"),
}
ISOLATED = Words(en="isolated point of the domain", zh="定义域的孤立点")

# --- extremes -----------------------------------------------------------------------------------

MINIMUM_AT = Words(en="{0} at {1}", zh="{0}，在 {1} 处取得")
ON = Words(en="{0}, for {1}", zh="{0}，当 {1}")
IN = Words(en="{0} in {1}", zh="{0} ∈ {1}")
CONSTANT_VALUE = Words(en="{0} everywhere", zh="处处为 {0}")
INFIMUM = Words(
    en="none; {0} is the infimum, for {1} → {2}, but not attained",
    zh="无；下确界 {0}（{1} → {2}），取不到",
)
SUPREMUM = Words(
    en="none; {0} is the supremum, for {1} → {2}, but not attained",
    zh="无；上确界 {0}（{1} → {2}），取不到",
)
NO_MINIMUM = Words(en="none; {0} → {1} as {2} → {3}", zh="无；{2} → {3} 时 {0} → {1}")
NOT_BOUNDED = {
    -1: Words(en="none; {0} is not bounded below as {1} → {2}", zh="无；{1} → {2} 时 {0} 无下界"),
    1: Words(en="none; {0} is not bounded above as {1} → {2}", zh="无；{1} → {2} 时 {0} 无上界"),
}
OPEN = Words(en="not decided", zh="未判定")

UNBOUNDED = {
    -1: Words(en="f is not bounded below as {where}", zh="{where} 时 f 无下界"),
    1: Words(en="f is not bounded above as {where}", zh="{where} 时 f 无上界"),
}
NOT_ATTAINED = {
    -1: Words(
        en="f comes as near to it as wanted as {where}",
        zh="{where} 时 f 可任意接近它",
    ),
    1: Words(
        en="f comes as near to it as wanted as {where}",
        zh="{where} 时 f 可任意接近它",
    ),
}
MET = {
    -1: Words(
        en="the waves have no common period and come together as closely as wanted (Kronecker), "
        "but never quite: f comes near {value} as {where}",
        zh="各波没有公共周期，可任意接近地同时到达波谷（克罗内克定理），但不会恰好同时到达："
        "{where} 时 f 可任意接近 {value}",
    ),
    1: Words(
        en="the waves have no common period and come together as closely as wanted (Kronecker), "
        "but never quite: f comes near {value} as {where}",
        zh="各波没有公共周期，可任意接近地同时到达波峰（克罗内克定理），但不会恰好同时到达："
        "{where} 时 f 可任意接近 {value}",
    ),
}
EXTREME_OPEN = Words(
    en="not every value or limit that matters is known", zh="有关的函数值与极限尚未全部求出"
)
ARGUMENTS: dict[str, Words] = {
    "constant": Words(en="f has this value all over an interval", zh="f 在一个区间上恒为此值"),
    "periodic": Words(
        en="f is periodic: one period shows every value", zh="f 是周期函数，一个周期内取遍所有值"
    ),
    "drift": Words(
        en="every further period adds the same number to the values of f: the one at the end of "
        "the domain decides",
        zh="每过一个周期，函数值增加同一个数：由定义域端点处的那个周期即可判定",
    ),
    "growth": Words(
        en="every further shift multiplies the values of f by the same number: those of one shift "
        "and the limits at the ends were compared",
        zh="每移动一段，函数值乘以同一个数：比较了一段上的值与各端的极限",
    ),
    "critical-envelope": Words(
        en="from some member on the values in each row only rise or only fall: the members before "
        "it and the limits were compared",
        zh="每一列的函数值从某一项起单调：比较了此前各项的值与极限",
    ),
    "kronecker": Words(
        en="all waves are at their height there at once, and nowhere else",
        zh="各波仅在此处同时达到最大幅度",
    ),
    "amplitudes": Words(
        en="beyond the critical points that were compared the waves are not high enough for a more "
        "extreme value",
        zh="在已比较的临界点之外，各波的振幅之和不足以给出更极端的值",
    ),
    "compact": Words(
        en="f is continuous on a closed bounded interval; the values at critical points and ends "
        "were compared",
        zh="f 在有界闭区间上连续；比较了临界点与端点处的值",
    ),
    "compared-with-limits": Words(
        en="f is monotonic between neighbouring points; their values and the limits at the ends "
        "were compared",
        zh="f 在相邻点之间单调；比较了这些点的值与各端的极限",
    ),
}

# --- completeness -------------------------------------------------------------------------------

COMPLETE = Words(en="every critical point is listed", zh="已列出全部临界点")
IN_WINDOW = Words(
    en="every critical point between {low} and {high} is listed",
    zh="已列出 {low} 与 {high} 之间的全部临界点",
)
FAMILIES_OUTSIDE = Words(
    en="every critical point is known, and those between {low} and {high} are shown; outside only "
    "the places of the others are given",
    zh="全部临界点已知，列出 {low} 与 {high} 之间的；此外只给出位置",
)
POLES_BELOW = Words(en="the vertical line through each pole below", zh="过下列各无穷间断点的铅直线")
LINES_APART = Words(en=";  ", zh="；")
"""Between asymptotes."""
OF_SLOPE = Words(en="f': {reason}", zh="f'：{reason}")
OF_FORMULA = Words(en="each formula of f': {reason}", zh="f' 的各段表达式：{reason}")
"""What is said is true of each formula, and f' has several."""
OR_FORMULA = Words(en=", or ", zh="，或")
DRIFT = Words(
    en="f' has the period {period}, and one is shown: f(x + {period}) = {moved}",
    zh="f' 的周期为 {period}，列出一个周期：f(x + {period}) = {moved}",
)
GROWTH = Words(
    en="the zeros of f' repeat, and one shift is shown: f(x + {period}) = {factor} f(x)",
    zh="f' 的零点重复出现，列出其中一段：f(x + {period}) = {factor} f(x)",
)
PERIODIC = Words(
    en="f has the period {period}, and one period is shown", zh="f 的周期为 {period}，列出一个周期"
)
BOXES = Words(
    en="whether there are more between {low} and {high}", zh="{low} 与 {high} 之间是否还有"
)
BENDS = Words(en="not every zero of f″ is known", zh="f″ 的零点未全部求出")
SHAPE_OPEN = Words(
    en="every critical point is listed, but not every inflection point is known",
    zh="已列出全部临界点，但拐点未全部求出",
)
BEND_OPEN = Words(en="sign of f″ on the intervals marked ?", zh="标有 ? 的区间上 f″ 的符号")
SWITCHES = Words(
    en="not every point where the formula of f changes is known",
    zh="f 的表达式改变之处未全部求出",
)
UNSEEN = Words(en="what f does between {low} and {high}", zh="f 在 {low} 与 {high} 之间的性态")
DOMAIN_OPEN = Words(en="the domain is not wholly known", zh="定义域未完全确定")
KIND_OPEN = Words(en="what f does at {place}", zh="f 在 {place} 处的性态")
EXTREMES_MISSING = {
    -1: Words(en="the least value", zh="最小值"),
    1: Words(en="the greatest value", zh="最大值"),
}
LIMIT_OPEN = Words(en="the limit of f as {name} → {end}", zh="{name} → {end} 时 f 的极限")
SIGN_OPEN = Words(en="sign of f' between {low} and {high}", zh="f' 在 {low} 与 {high} 之间的符号")
ROW_OPEN = Words(
    en="what f does at the points without end as {name} → {end}",
    zh="{name} → {end} 时无穷多个点处 f 的性态",
)
KINDS_OPEN = Words(
    en="what f does at further points, {count} of them", zh="f 在其余 {count} 个点处的性态"
)
SIGNS_OPEN = Words(
    en="sign of f' on further intervals, {count} of them", zh="f' 在其余 {count} 个区间上的符号"
)
ALSO_UNSEEN = Words(
    en="what f does on further intervals, {count} of them", zh="f 在其余 {count} 个区间上的性态"
)
TO_COME = Words(
    en="other points, signs and values between them, and the least and greatest values",
    zh="其他点、各点之间的符号与取值，以及最大值和最小值",
)
ALL_TO_COME = Words(
    en="the points of f, where it rises and how it bends, and its least and greatest values",
    zh="f 的各类点、单调性与凹凸性，以及最值",
)
UNFINISHED = Words(en="the work is not finished", zh="计算尚未完成")
NOT_LISTED = Words(en="not every critical point is known", zh="临界点未全部求出")

# --- how zeros and signs were found -------------------------------------------------------------

TEST_VALUE = Words(en="test value", zh="试值")
INTERVAL = Words(en="interval", zh="区间")
SIGN = Words(en="sign", zh="符号")
TREND = {1: Words(en="f is", zh="f"), 2: Words(en="the graph is", zh="曲线")}
INCREASING = Words(en="increasing", zh="单调递增")
DECREASING = Words(en="decreasing", zh="单调递减")
CONSTANT = Words(en="constant", zh="常数")
CONVEX = Words(en="convex", zh="凹")
CONCAVE = Words(en="concave", zh="凸")
STRAIGHT = Words(en="straight", zh="直线")
SINCE = Words(en="since {0}", zh="因为 {0}")
FOR = Words(en="for {0}:", zh="当 {0}：")
SIGN_BETWEEN = Words(
    en="signs: {0}",
    zh="取点定号：{0}",
)
NO_ZERO_BETWEEN = Words(
    en="there is no zero inside these intervals, so one value shows its sign on each",
    zh="这些区间内没有零点，故一个值即可确定其符号",
)
WITH_FACTOR = Words(
    en="{0}, where the factor is not 0 between the points below",
    zh="{0}，因子在下列各点之间不为 0",
)
# --- why f tends where it does ------------------------------------------------------------------

LIMITS = Words(en="Limits", zh="极限")
ENDLESS = Words(en="∞/∞", zh="∞/∞")
NOUGHT = Words(en="0/0", zh="0/0")
HOSPITAL = Words(en="{0}, l'Hospital: {1}", zh="{0} 型，洛必达法则：{1}")
HOSPITAL_TIMES = Words(en="{0}, l'Hospital {2} times: {1}", zh="{0} 型，用 {2} 次洛必达法则：{1}")
LIMIT_REASONS: dict[str, Words] = {
    "standard": Words(en="a standard limit", zh="基本极限"),
    "parts": Words(en="as {0}", zh="因为 {0}"),
    "power": Words(en="as its logarithm {0}", zh="取对数：{0}"),
    "bounded": Words(en="a bounded wave times {0}", zh="有界量乘以无穷小：{0}"),
    "conjugate": Words(en="by the conjugate, {0}", zh="有理化：{0}"),
    "dominant": Words(en="the dominant term: {0}", zh="由最高阶项决定：{0}"),
}

APART = Words(en="{0} → 0: the asymptote {1}", zh="{0} → 0，故有渐近线 {1}")
SET_TO_ZERO = Words(en="set the derivative to zero", zh="令导数为零")
SET_SECOND_TO_ZERO = Words(en="set the second derivative to zero", zh="令二阶导数为零")
SOLUTION = Words(en="zero of the derivative", zh="导数的零点")
NO_ZERO = Words(en="no zero", zh="没有零点")
SIGN_BY_VALUE = Words(en="sign by a test value", zh="用试值定号")

# --- by cases of a parameter --------------------------------------------------------------------

CARRIED = Words(
    en="while the parameter stays in this case no zero of f' or f″ appears, vanishes, meets "
    "another or leaves the domain, so the table has the form that it has at one value",
    zh="参数在此情形内变化时，f' 与 f″ 的零点不产生、不消失、不重合，也不越出定义域，"
    "所以增减表的形状与其中一个值处相同",
)
PLACE_OPEN = Words(
    en="a formula in the parameter for the point that lies at {place} in one place of the case",
    zh="情形内某一值处位于 {place} 的点关于参数的公式",
)
LIMIT_BY_CASES = Words(en="a limit of f in all of this case", zh="整个情形内 f 的一个极限")
REPEATED_BY_CASES = Words(
    en="the points that repeat, in all of this case", zh="整个情形内重复出现的点"
)
NOWHERE = Words(en="f is not defined for any x", zh="f 对任何 x 都没有定义")
WITH_ZEROS = Words(en="the zeros of f", zh="f 的零点")
REQUIRED = Words(
    en="between the boundaries the curves that decide do not change, and one table was made for a "
    "value in each part and for each boundary",
    zh="相邻分界值之间起决定作用的曲线不变；对每一部分的一个值和每个分界值各列了一张表",
)
WHETHER = Words(en="whether {property}", zh="是否满足 {property}")
"""What is missing of the answer to `--when`."""
CASE_OPEN = Words(en="the table", zh="增减表")
"""What is missing in a case."""
ZEROS_BY_CASES = Words(
    en="the zeros of f, whose number depends on the parameters in a way that was not found",
    zh="f 的零点（其个数如何随参数变化未能求出）",
)
CASE_AROUND = Words(
    en="the table changes at a value between these two, of which no more is known",
    zh="表在这两个数之间的某个值处发生变化，该值的精确形式未知",
)
NOT_REACHED = Words(en="the table, for which there was no time", zh="增减表（时间已到）")
NOT_REACHED_CASES = Words(en="the cases for which there was no time", zh="其余情形（时间已到）")
SCALED = Words(
    en="the cases cover all values of {name}: a change of units, in which {unit} is 1 or −1, makes "
    "one question of all {unit} of one sign; in the table of each case every critical point is "
    "listed",
    zh="以上情形取遍 {name} 的一切值：作伸缩变换使 {unit} 变为 1 或 −1，"
    "同号的 {unit} 便化为同一问题；每种情形的表都列出了全部临界点",
)
COVERED = Words(
    en="the cases cover all values of {name}; in the table of each case every critical point is "
    "listed",
    zh="以上情形取遍 {name} 的一切值，每种情形的表都列出了全部临界点",
)
