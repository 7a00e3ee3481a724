"""Why an answer is complete, and what is missing where it is not."""

from calctool.words import Words

EVERYWHERE = Words(
    en="every rule used holds at every point where the expression is defined",
    zh="所用的每条法则在表达式有定义的每一点都成立",
)
EXAMINED = Words(
    en="every point where a rule used does not hold was examined",
    zh="所用法则不成立的每一点都已逐一考察",
)
AT_OPEN_POINTS = Words(
    en="the derivative is found; not every point where a rule used does not hold was examined",
    zh="导数已求出；但所用法则不成立的点尚未全部考察",
)
UNFINISHED = Words(en="the work is not finished", zh="计算尚未完成")
STILL_TO_COME = Words(en="derivative with respect to {name}", zh="对 {name} 的导数")
OUTSIDE = Words(en="what f does outside {box}", zh="f 在 {box} 之外的性态")
SWITCH = Words(
    en="where {condition}: whether there is a derivative",
    zh="{condition} 处是否可导",
)
AT_POINT = Words(en="whether there is a derivative at the given point", zh="在给定点是否可导")
EQUATION = Words(
    en="the equation fixes {name}' wherever the denominator is not 0",
    zh="在分母不为 0 处，{name}' 由方程唯一确定",
)
NO_POINTS = Words(
    en="no point satisfies the equation: it defines no {name}",
    zh="没有点满足该方程，它不确定函数 {name}",
)
SINGULAR = Words(
    en="the denominator is 0 at every point of the curve: whether {name}' exists there",
    zh="分母在曲线上处处为 0，{name}' 是否存在",
)
ALL_SINGULAR = Words(
    en="the formula has no value at any point of the curve", zh="该公式在曲线上处处没有意义"
)
NO_RULE = Words(en="no rule for {part}", zh="没有适用于 {part} 的法则")
TOO_LONG = Words(en="the derivation is too long to be written down", zh="推导过程过长，无法写出")
NOT_ALL_FOUND = Words(
    en="not every derivative that was asked for was found", zh="所求的导数未全部求出"
)
ONE_OF_THEM = Words(
    en="derivative with respect to {name}: {reason}", zh="对 {name} 的导数：{reason}"
)
ORDER = Words(en="derivative of order {order}: {reason}", zh="{order} 阶导数：{reason}")
BY_DEFINITION = Words(
    en="at {place} the derivative is {value}, by the definition; the formula does not give it",
    zh="在 {place} 处导数为 {value}（由定义得到），公式在该点不适用",
)
