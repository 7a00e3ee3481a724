"""The problems of a handout as a teacher puts them, and the headings around them."""

from calctool.words import Words

TITLE = Words(en="Problems", zh="练习题")
SOLUTIONS = Words(en="Solutions", zh="解答")
SOLUTION = Words(en="Solution", zh="解")
LINE = Words(en="line {line}", zh="第 {line} 行")

DERIVE = Words(en="Find {1} for {0}.", zh="已知 {0}，求 {1}。")
DERIVE_AT = Words(
    en="Find {1} for {0}, and its value at {2}.", zh="已知 {0}，求 {1} 及其在 {2} 处的值。"
)
DERIVE_IMPLICIT = Words(
    en="The equation {0} makes {2} a function of {3}. Find {1}.",
    zh="设方程 {0} 确定 {2} 为 {3} 的函数，求 {1}。",
)
DERIVE_IMPLICIT_AT = Words(
    en="The equation {0} makes {2} a function of {3}. Find {1}, and its value at {4}.",
    zh="设方程 {0} 确定 {2} 为 {3} 的函数，求 {1} 及其在 {4} 处的值。",
)
FROM_THE_DEFINITION = Words(
    en="Work out {1} for {0} from the definition of the derivative.",
    zh="已知 {0}，用导数的定义求 {1}。",
)
TABLE = Words(
    en="Draw up the variation table of {0}: domain, monotonicity, extrema, concavity and limits.",
    zh="列出函数 {0} 的增减表，求定义域、单调区间、极值、凹凸区间与极限。",
)
CRITICAL = Words(
    en="Find all critical points of {0} and say what kind each is. "
    "Are there a least and a greatest value?",
    zh="求 {0} 的全部临界点，判断每一点的类型，并求最大值与最小值（若存在）。",
)
LAGRANGE = Words(en="Find the extrema of {0} subject to {1}.", zh="求 {0} 在条件 {1} 下的极值。")
CHECK = Words(en="{0} Is this answer right: {1}?", zh="{0}下面的答案是否正确：{1}？")
CHECK_LINES = Words(
    en="{0} Is each of these lines right: {1}?", zh="{0}下面的各行是否都正确：{1}？"
)
