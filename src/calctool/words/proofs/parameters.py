"""The words of answers by cases of a parameter: where a table can change, and all in short."""

from calctool.words import Words

PARAMETER = Words(en="Parameter", zh="参数")
PARAMETERS = Words(en="Parameters", zh="参数")
ANY = Words(en="{0}, any real number", zh="{0} 为任意实数")
CAN_CHANGE = Words(en="Where the table can change", zh="分类的依据")
IN_SHORT = Words(en="In short", zh="综上")
ALWAYS = Words(en="For every {0}", zh="对任意 {0}")
HOLDS_FOR = Words(en="Holds for", zh="成立当且仅当")
EVERY = Words(en="every {0}", zh="任意 {0}")
NEVER = Words(en="no {0}", zh="没有这样的 {0}")
OPEN = Words(en="not decided", zh="未判定")
OPEN_FOR = Words(en="not decided for {0}", zh="{0} 时未判定")
ZEROS = Words(en="Zeros", zh="零点")
ONLY_ZERO = Words(en="the only solution of {0} in {1}", zh="{0} 在 {1} 内的唯一解")
NO_ZERO = Words(en="none", zh="无")
ALL_OF = Words(en="every {0} of {1}", zh="{1} 中的任意 {0}")
DOUBLE = Words(en="{0} (multiplicity {count})", zh="{0}（{count} 重）")
GRAPH = Words(en="Graph for", zh="图像")
AS_FOR = Words(
    en="the table, and what is not said here, as for {0}",
    zh="增减表及此处未列出的结论与 {0} 时相同",
)
ALL_AS_FOR = Words(en="all as for {0}", zh="结论均与 {0} 时相同")
NO_TABLE = Words(en="no table was found", zh="未能求出增减表")
NOWHERE = Words(en="{0} is not defined for any {1}", zh="{0} 对任何 {1} 都没有定义")
ONLY_AT = Words(en="{0} is defined only at {1} = {2}", zh="{0} 只在 {1} = {2} 处有定义")

CAUSES: dict[str, Words] = {
    "leading-coefficient": Words(en="the leading coefficient of {0} is 0", zh="{0} 的首项系数为零"),
    "discriminant": Words(en="{0} has a double zero", zh="{0} 有重零点"),
    "content": Words(en="the factor {0} is 0 for every x", zh="对任意 x，因式 {0} 都为零"),
    "domain-end": Words(en="a zero of {0} leaves the domain", zh="{0} 的零点越出定义域"),
    "meeting": Words(en="two zeros of {0} meet", zh="{0} 的两个零点重合"),
    "stationary-value": Words(en="a stationary value of g(x) = {0}", zh="g(x) = {0} 的驻点处的值"),
    "limit": Words(en="a limit of g(x) = {0}", zh="g(x) = {0} 的极限"),
    "sign": Words(en="{0} changes its sign", zh="{0} 变号"),
    "assumption": Words(en="assumed", zh="所设条件"),
}

GOES: dict[int, Words] = {
    1: Words(en="increasing on {0}", zh="在 {0} 上单调递增"),
    -1: Words(en="decreasing on {0}", zh="在 {0} 上单调递减"),
    0: Words(en="constant on {0}", zh="在 {0} 上为常数"),
}
AND = Words(en=" and ", zh=" 和 ")
WAYS = Words(en="{0} is {1}", zh="{0} {1}")
IN_ONE_PERIOD = Words(en="in one period: {0}", zh="在一个周期内：{0}")
UNKNOWN = Words(en="not decided", zh="未判定")
COUNTS = {
    0: Words(en="no zero", zh="没有零点"),
    1: Words(en="1 zero", zh="1 个零点"),
}
COUNT = Words(en="{count} zeros", zh="{count} 个零点")
