"""What `calctool check` says: verdicts, their reasons, what is missing."""

from calctool.words import Words

VERDICT = Words(en="Verdict", zh="判定")
WITNESS = Words(en="Witness", zh="反例")
MISSING = Words(en="Missing", zh="遗漏")
RIGHT_FOR = Words(en="Right for", zh="成立范围")
EXTRA = Words(en="Wrong", zh="错误项")
MISTAKE = Words(en="Mistake", zh="原因")
RIGHT = Words(en="Right", zh="正确")
IN_THE_ANSWER = Words(en="in the answer", zh="答案中")
READ_AS = Words(en="Read as", zh="读作")
YOURS = Words(en="yours", zh="你的")
CORRECT = Words(en="right", zh="正确")

VERDICTS = {
    "right": Words(en="✓ right", zh="✓ 正确"),
    "right-on-part": Words(en="✓ right, but not everywhere", zh="✓ 正确，但并非处处成立"),
    "rounded": Words(en="✗ rounded: exact numbers are asked for", zh="✗ 是近似值：要求精确值"),
    "unfinished": Words(
        en="✗ unfinished: equal, but work is left", zh="✗ 未完成：相等，但还有运算未做"
    ),
    "incomplete": Words(en="✗ incomplete: what is there is right", zh="✗ 不完整：已写出的是正确的"),
    "wrong": Words(en="✗ wrong", zh="✗ 错误"),
    "undecided": Words(en="? undecided", zh="? 无法判定"),
}
WRONG_FROM = Words(en="✗ wrong from line {line} on", zh="✗ 从第 {line} 行起错误")
ACCEPTED = Words(en="accepted, as was asked for", zh="按要求予以接受")

WITNESS_AT = Words(en="at {0}: yours {1}, right {2}", zh="在 {0} 处：你的答案是 {1}，正确值是 {2}")
NO_VALUE_HERE = Words(en="no value", zh="无定义")
LINE_BEFORE = Words(
    en="at {0}: line {3} is {2}, line {4} is {1}", zh="在 {0} 处：第 {3} 行为 {2}，第 {4} 行为 {1}"
)
CERTAIN = Words(
    en="with this one mistake the rules give exactly your answer",
    zh="犯这一个错误，按法则恰好得到你的答案",
)
SEVERAL = Words(
    en="each of these mistakes, alone, gives exactly your answer",
    zh="其中任何一个错误单独都恰好得到你的答案",
)
TOGETHER = Words(
    en="with these two mistakes the rules give exactly your answer",
    zh="同时犯这两个错误，按法则恰好得到你的答案",
)

DIFFER = Words(
    en="the two differ at {place}, in ball arithmetic", zh="两者在 {place} 处不相等（区间算术）"
)
DIFFER_AT = Words(
    en="the two differ at {place}, by exact values", zh="两者在 {place} 处不相等（精确值）"
)
NO_COMMON_POINT = Words(
    en="your answer has no value where f has a derivative", zh="在 f 可导之处你的答案没有定义"
)
ROUNDED = Words(
    en="the decimals can be the right numbers, rounded; as exact numbers they differ",
    zh="这些小数可以是正确值的近似，但作为精确值不相等",
)
EQUAL = Words(en="equal wherever f has a derivative", zh="在 f 可导之处处处相等")
FORM_THERE = {
    "factored": Words(en="{reason}; factored, as was asked for", zh="{reason}；已按要求因式分解"),
    "expanded": Words(en="{reason}; expanded, as was asked for", zh="{reason}；已按要求展开"),
}
FORM_MISSING = {
    "factored": Words(
        en="{reason}, but not factored as was asked for: {part} is still to be factored",
        zh="{reason}，但未按要求因式分解：{part} 还应继续分解",
    ),
    "expanded": Words(
        en="{reason}, but not expanded as was asked for: {part} is still to be multiplied out",
        zh="{reason}，但未按要求展开：{part} 还应乘开",
    ),
}
FORM_OPEN = {
    "factored": Words(
        en="{reason}; whether it is factored is not decided for such an answer",
        zh="{reason}；对这样的答案不判断是否已因式分解",
    ),
    "expanded": Words(
        en="{reason}; whether it is expanded is not decided for such an answer",
        zh="{reason}；对这样的答案不判断是否已展开",
    ),
}
EQUAL_ON_PART = Words(en="equal wherever both have a value", zh="在两者都有定义之处相等")
AGREES = Words(
    en="equal at {points} points, not proved; no difference was found",
    zh="在 {points} 个点处相等，但未能证明；也未发现不同",
)
NO_POINTS = Words(
    en="no point was found at which both can be computed", zh="未找到能同时计算两者的点"
)
DOMAIN_OPEN = Words(
    en="equal wherever both have a value; whether your answer has one everywhere is open",
    zh="在两者都有定义之处相等；你的答案是否处处有定义未能判定",
)
CLAIMS_WRONG_FOR = Words(
    en="a claim is refuted by exact values, for {place}",
    zh="当 {place} 时有一项被精确值否定",
)
CLAIMS_INCOMPLETE_FOR = Words(
    en="for {place} what is there is right, and something is missing",
    zh="当 {place} 时已写出的正确，但有遗漏",
)
CLAIMS_RIGHT_FOR = Words(
    en="right for all values of the letters for which the claims have values, and for the others "
    "there are no such points",
    zh="在所述结论有意义的所有参数取值下均正确，对其余取值则没有这样的点",
)
CLAIMS_BY_CASES = Words(
    en="the answer has cases of the parameters, and nothing says for which of them the claim is "
    "meant; give them values with --where",
    zh="答案随参数分情形，未说明所述结论针对哪种情形；请用 --where 给出参数的值",
)

NO_VALUE_BUT = Words(
    en="{place}: the derivative is {value}, and your answer has no value there",
    zh="{place}：导数为 {value}，而你的答案在该处没有定义",
)
NO_VALUE = Words(
    en="{place}: there is a derivative, and your answer has no value there",
    zh="{place}：该处可导，而你的答案没有定义",
)
NO_VALUE_ON = Words(
    en="{interval}: there is a derivative, and your answer has no value there",
    zh="{interval}：该处可导，而你的答案没有定义",
)
NO_VALUE_UNLESS = Words(
    en="your answer needs {condition}; the derivative exists without that, as at {place}",
    zh="你的答案要求 {condition}；而导数不要求，例如在 {place} 处",
)

OF_ONE = Words(en="the derivative in {name}: {reason}", zh="对 {name} 的导数：{reason}")
FOLLOWS = Words(en="equal to the line before, so wrong as well", zh="与上一行相等，因此同样错误")
SAME_AS_BEFORE = Words(en="equal to the line before", zh="与上一行相等")
EQUAL_ON_CURVE = Words(en="equal on the curve, by its equation", zh="由方程，在曲线上处处相等")
NONE_THERE = Words(en="there is no derivative at this point", zh="该点处不可导")
SAME_VALUE = Words(en="the exact values are equal", zh="精确值相等")
SAME_LINE = Words(en="this is the tangent", zh="这就是切线")
PROVED = Words(en="proved: {0}", zh="已证明：{0}")
FIRST_WRONG = Words(en="first wrong line", zh="第一个错误的行")
STEP_RIGHT = Words(en="equal", zh="相等")

KINDS = {
    "local-minimum": Words(en="a local minimum", zh="极小值点"),
    "local-maximum": Words(en="a local maximum", zh="极大值点"),
    "saddle": Words(en="a saddle point", zh="鞍点"),
    "neither": Words(en="neither minimum nor maximum", zh="非极值点"),
    "stationary": Words(en="a stationary point", zh="驻点"),
    "inflection": Words(en="an inflection point", zh="拐点"),
    "endpoint": Words(en="an end of the domain", zh="定义域的端点"),
    "undecided": Words(en="of a kind that is not known", zh="类型未判定"),
}
TRENDS = {
    "increasing": Words(en="increases", zh="递增"),
    "decreasing": Words(en="decreases", zh="递减"),
    "constant": Words(en="is constant", zh="为常数"),
}
NO_POINTS = Words(en="none", zh="无")
CLAIMED_POINT = Words(en="{place}: {kind}", zh="{place}：{kind}")
CLAIMED_TREND = Words(en="{trend} on {place}", zh="{trend}区间：{place}")
CLAIMED_NONE = {
    "minimum": Words(en="no minimum", zh="无最小值"),
    "maximum": Words(en="no maximum", zh="无最大值"),
}
CLAIMED_VALUE = {
    "minimum": Words(en="min {value}", zh="最小值 {value}"),
    "maximum": Words(en="max {value}", zh="最大值 {value}"),
}
CLAIMED_AT = {
    "minimum": Words(en="min {value} at {place}", zh="最小值 {value} 在 {place}"),
    "maximum": Words(en="max {value} at {place}", zh="最大值 {value} 在 {place}"),
}
CLAIMS_RIGHT = Words(
    en="every claim is right and none is missing, by the complete answer",
    zh="由完整答案：各项均正确且无遗漏",
)
CLAIMS_RIGHT_PLUS = Words(
    en="every claim is right and none is missing, by the complete answer; multipliers have the "
    "sign that belongs to L = f + λ·g, and in f − λ·g, which calctool takes, the opposite one",
    zh="由完整答案：各项均正确且无遗漏；乘数的符号对应 L = f + λ·g，"
    "而 calctool 取 L = f − λ·g，符号相反",
)
CLAIMS_INCOMPLETE = Words(
    en="what is there is right, and something is missing", zh="已写出的正确，但有遗漏"
)
CLAIMS_WRONG = Words(en="a claim is refuted by exact values", zh="有一项被精确值否定")
CLAIMS_OPEN = Words(
    en="the complete answer is not known, and no claim is refuted",
    zh="完整答案未知，也没有一项被否定",
)
NOT_A_POINT = Words(en="{place} is no such point", zh="{place} 不是这样的点")
NO_INFLECTION = Words(en="{place} is no inflection point", zh="{place} 不是拐点")
OUTSIDE_DOMAIN = Words(en="{place} is not in the domain", zh="{place} 不在定义域内")
OFF_CONSTRAINT = Words(en="{place} does not satisfy {constraint}", zh="{place} 不满足 {constraint}")
SLOPE_NOT_ZERO = Words(
    en="{place}: the derivative in {name} is not 0 there",
    zh="{place}：对 {name} 的导数在该处不为零",
)
MULTIPLIER_IS = Words(en="{place}: {right}, not {given}", zh="{place}：{right}，而不是 {given}")
KIND_IS = Words(en="{place} is {kind}, not {claimed}", zh="{place} 是{kind}，而不是{claimed}")
POINT_MISSING = Words(en="{place}, {kind}", zh="{place}，{kind}")
FAMILY_MISSING = Words(
    en="{place} for every whole number, {kind}", zh="{place}（对每个整数），{kind}"
)
SET_MISSING = Words(en="all points with {equations}", zh="满足 {equations} 的所有点")
EXTREME_IS = Words(en="the value is {value}", zh="其值为 {value}")
EXTREME_ROUNDED = Words(
    en="the exact value is {value}; a decimal is rounded", zh="精确值为 {value}；小数是近似值"
)
UNBOUNDED = Words(en="there is none: f is not bounded", zh="不存在：f 无界")
NOT_ATTAINED = Words(en="{value} is a bound that f does not attain", zh="{value} 只是界，f 取不到")
VALUE_THERE = Words(en="f is {value} at {place}", zh="f 在 {place} 处的值为 {value}")
NOT_THROUGH = {
    "pole": Words(en="{place}: a pole, where f has no value", zh="{place}：极点，f 没有定义"),
    "hole": Words(en="{place}: f has no value there", zh="{place}：f 没有定义"),
    "jump": Words(en="{place}: f jumps there", zh="{place}：f 在该处跳跃"),
    "discontinuity": Words(en="{place}: f is not continuous there", zh="{place}：f 在该处不连续"),
}
TREND_IS = Words(en="on {place} f {trend}", zh="在 {place} 上 f {trend}")
OUTSIDE = Words(en="{place} is not inside the domain", zh="{place} 不在定义域内")
UNION = Words(
    en="f is monotonic on each part of {place}, and not on the union",
    zh="f 在 {place} 的每一部分上单调，但在并集上不单调",
)
RUN_MISSING = Words(en="{place}, where f {trend}", zh="{place}，f 在其上{trend}")
EQUAL_TO_QUOTIENT = Words(en="equal to the difference quotient for h ≠ 0", zh="当 h ≠ 0 时等于差商")
EQUAL_AS_LIMIT = Words(en="equal to the limit of the quotient", zh="等于差商的极限")
LIMIT_DIFFERS = Words(
    en="values at tiny increments differ from those of the difference quotient",
    zh="在微小增量处与差商的值不同",
)

REPORT = Words(en="answers checked", zh="检查结果汇总")
NO_CHECKS = Words(en="no line of this run was an answer to check", zh="本次没有要检查的答案")
NOT_READ = Words(en="could not be read", zh="无法读取")
HINT_AT = Words(en="Given", zh="已知")
HINT_NEXT = Words(en="Next", zh="下一步")
HINT_MORE = Words(
    en="{more} more lines: --steps brief shows all", zh="还有 {more} 行：--steps brief 显示全部"
)
NO_STEPS = Words(en="there is no derivation to take steps from", zh="没有可以分步显示的推导")
REFUTED = Words(en="refuted by values, in ball arithmetic", zh="被数值否定（区间算术）")
NO_DERIVATIVE = Words(
    en="the derivative itself was not found, so nothing is compared with it",
    zh="未能求出导数，因此无从比较",
)
