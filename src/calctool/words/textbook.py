"""Headings and remarks of `calctool rules`."""

from calctool.words import Words

FOR = Words(en="for {0}", zh="当 {0}")
FUNCTION = Words(en="typed", zh="输入")
ALSO = Words(en="also", zh="也可写作")
SHOWN = Words(en="shown as", zh="显示为")
READ_AS = Words(en="read as", zh="读作")
LETTERS = Words(
    en="u, v are functions of x; c, n are constants; a prime is the derivative with respect to x",
    zh="u、v 是 x 的函数；c、n 是常数；撇号表示对 x 求导",
)
EXAMPLE = Words(en='example: calctool diff "{0}"', zh='示例：calctool diff "{0}"')
MISTAKE_EXAMPLE = Words(en="example: {0} answered by {1}", zh="示例：{0} 答为 {1}")
UNDEFINED = Words(
    en="undefined functions: f g h F G H, and what --function names",
    zh="未给出的函数：f g h F G H，以及 --function 指定的名称",
)
PIECEWISE = Words(
    en="branches: Piecewise((x^2, x < 1), (2*x, True)) or where(x < 1, x^2, 2*x)",
    zh="分段：Piecewise((x^2, x < 1), (2*x, True)) 或 where(x < 1, x^2, 2*x)",
)
