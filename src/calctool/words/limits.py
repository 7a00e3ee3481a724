"""The steps of a derivation from the definition, by permanent id, and what is said around them."""

from calctool.words import Words

STEPS: dict[str, Words] = {
    "write-out": Words(en="write it out", zh="按定义写出"),
    "expand": Words(en="multiply out", zh="展开"),
    "collect": Words(en="collect like terms", zh="合并同类项"),
    "common-denominator": Words(en="common denominator", zh="通分"),
    "expand-numerator": Words(en="multiply out the numerator", zh="展开分子"),
    "cancel-increment": Words(en="cancel {h}", zh="约去 {h}"),
    "let-increment-vanish": Words(en="let {h} tend to 0", zh="令 {h} 趋于 0"),
    "conjugate": Words(en="multiply by the conjugate", zh="分子有理化"),
    "conjugate-absolute": Words(
        en="multiply by the sum of the sizes", zh="分子分母同乘两绝对值之和"
    ),
    "square-of-absolute": Words(en="square of the size", zh="绝对值的平方"),
    "difference-of-powers": Words(en="factor the difference of powers", zh="幂差分解因式"),
    "difference-of-squares": Words(en="difference of squares", zh="平方差公式"),
    "exponent-law": Words(en="law of exponents", zh="指数运算法则"),
    "logarithm-law": Words(en="difference of logarithms", zh="对数运算法则"),
    "split-fraction": Words(en="divide", zh="拆分分式"),
    "power-of-one-plus": Words(en="take out the power", zh="提出幂因子"),
    "whole-power-of-one-plus": Words(
        en="take out the power (where it is 0, the quotient is a power of {h} and tends to 0)",
        zh="提出幂因子（其值为 0 处差商为 {h} 的幂，趋于 0）",
    ),
    "addition-formula": Words(en="addition formula", zh="和角公式"),
    "group-terms": Words(en="group the terms", zh="分组"),
    "split-quotient": Words(en="separate the difference quotient", zh="分离出差商"),
    "extend": Words(en="bring to the fundamental form", zh="化为重要极限的形式"),
    "fundamental-limits": Words(en="fundamental limits", zh="重要极限"),
    "constant-factor": Words(en="constant factor", zh="提出常数因子"),
    "sum-of-limits": Words(en="limit of a sum", zh="和的极限"),
    "product-of-limits": Words(
        en="limit of a product; what has a derivative is continuous", zh="积的极限；可导必连续"
    ),
    "quotient-of-limits": Words(
        en="limit of a quotient; what has a derivative is continuous", zh="商的极限；可导必连续"
    ),
    "add-and-subtract": Words(en="add and subtract the mixed term", zh="加一项减一项"),
    "extend-by-inner-increment": Words(en="divide and multiply by", zh="同除同乘"),
    "limit-of-inner": Words(en="{k} tends to 0 with {h}", zh="{h} 趋于 0 时 {k} 也趋于 0"),
    "inverse-function": Words(en="inverse function", zh="反函数"),
    "put-back": Words(en="put back", zh="代回"),
    "constant-nearby": Words(en="constant near every such point", zh="在该点附近为常数"),
    "by-cases": Words(en="near such a point the same branch holds", zh="在该点附近取同一分支"),
    "definition-of-derivative": Words(en="what the derivative means", zh="导数的定义"),
    "limit-found": Words(en="the limit found above", zh="代入上面求得的极限"),
    "limits-found": Words(en="the limits found above", zh="代入上面求得的各极限"),
    "one-branch": Words(en="write out f for such {h}", zh="写出此时函数的表达式"),
    "simplify": Words(en="simplify", zh="化简"),
    "grows-without-bound": Words(en="its size grows without bound", zh="绝对值无限增大"),
    "squeeze": Words(en="squeeze theorem", zh="夹逼准则"),
    "expansion": Words(en="by expansion at the point", zh="由该点处的展开式"),
    "limit-sine": Words(en="fundamental limit", zh="重要极限"),
    "limit-cosine": Words(en="fundamental limit", zh="重要极限"),
    "limit-exponential": Words(en="fundamental limit", zh="重要极限"),
    "limit-exponential-base": Words(en="fundamental limit", zh="重要极限"),
    "limit-logarithm": Words(en="fundamental limit", zh="重要极限"),
    "limit-power": Words(en="fundamental limit", zh="重要极限"),
    "limit-hyperbolic-sine": Words(en="fundamental limit", zh="重要极限"),
    "limit-hyperbolic-cosine": Words(en="fundamental limit", zh="重要极限"),
}
"""{h} is the increment, {k} that of an inner function."""

NO_METHOD = Words(
    en="no elementary derivation from the definition for {part}; the value comes from the rules "
    "and was checked against the difference quotient",
    zh="{part} 没有初等的定义推导；所给的值由求导法则得到，并与差商核对",
)
TOO_LONG = Words(
    en="the derivation from the definition would be too long to read; the value comes from the "
    "rules and was checked against the difference quotient",
    zh="由定义的推导过长；所给的值由求导法则得到，并与差商核对",
)
TOO_LONG_HERE = Words(
    en="the derivation from the definition would be too long to read",
    zh="由定义的推导过长",
)
TRIED = Words(
    en="a derivation by algebra, addition formulas and the fundamental limits",
    zh="用代数变形、和角公式与重要极限推导",
)
EVERYWHERE = Words(
    en="every step holds at every point where the expression is defined",
    zh="每一步在表达式有定义的每一点都成立",
)
EXAMINED = Words(
    en="every point where a step does not hold was examined",
    zh="步骤不成立的每一点都已逐一考察",
)
WHERE_STEPS_HOLD = Words(
    en="every step holds where the conditions above hold", zh="每一步在上述条件下成立"
)
AT_POINT = Words(
    en="the difference quotient was examined from every side from which f is defined",
    zh="已从函数有定义的各侧考察差商",
)
NOT_AT_POINT = Words(
    en="the difference quotient at the point was not worked out in full",
    zh="该点处的差商未能完全求出",
)
OUTSIDE = Words(
    en="f is not defined at the point, so there is no difference quotient",
    zh="函数在该点没有定义，差商不存在",
)
NO_METHOD_HERE = Words(
    en="no elementary derivation from the definition for {part}",
    zh="{part} 没有初等的定义推导",
)
NO_LIMIT = Words(
    en="this has no limit: it keeps oscillating however small {0} is",
    zh="极限不存在：无论 {0} 多小，它都不断振荡",
)
EXPANDED = Words(
    en="the result agrees with an exact expansion of f at the point",
    zh="结果与函数在该点的精确展开一致",
)
LIMIT = Words(en="Limit", zh="极限")
NO_LIMIT_OF_F = Words(en="f has no limit there", zh="函数在该点没有极限")
EXTENDED = Words(en="with {0}", zh="补充定义 {0}")
"""f with its limit as its value at a point where it has none."""
CONTINUOUS = Words(en="f is continuous there", zh="函数在该点连续")
NOT_CONTINUOUS = Words(en="f is not continuous there", zh="函数在该点不连续")
DERIVATION_SIDE: dict[str, Words] = {
    "left": Words(en="From the left", zh="左侧"),
    "right": Words(en="From the right", zh="右侧"),
    "both": Words(en="Derivation", zh="推导过程"),
}
QUOTIENT = Words(en="Quotient", zh="差商")
CAVEAT = Words(
    en="where {0} = 0 the first factor stands for its limit: so it is continuous there, and the "
    "equality holds",
    zh="{0} = 0 时，第一个因子取其极限值：它在该处连续，等式仍成立",
)
LINES_PROVED = Words(
    en="proved: each line is an identity, a limit law or a fundamental limit",
    zh="已证明：每一行都是恒等式、极限运算法则或重要极限",
)
PART = Words(en="difference quotient of {0}:", zh="{0} 的差商：")
REFUTED = Words(en="a check refuted the derivation", zh="推导未通过检验")
SIDES: dict[str, Words] = {
    "both": Words(en="both sides", zh="双侧"),
    "left": Words(en="from the left", zh="左侧"),
    "right": Words(en="from the right", zh="右侧"),
}
