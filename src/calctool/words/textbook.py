"""Headings of `calctool rules` and of the page made from the same rules."""

from calctool.words import Words

RULE = Words(en="rule", zh="法则")
NAME = Words(en="name", zh="名称")
FORMULA = Words(en="formula", zh="公式")
WHERE = Words(en="holds where", zh="成立条件")
FUNCTION = Words(en="typed", zh="输入")
ALSO = Words(en="also", zh="也可写作")
SHOWN = Words(en="shown as", zh="显示为")
LETTERS = Words(
    en="u, v are functions of x; c, n are constants; a prime is the derivative with respect to x.",
    zh="u、v 是 x 的函数；c、n 是常数；撇号表示对 x 求导。",
)
EXAMPLE = Words(en='Example: calctool diff "{0}"', zh='示例：calctool diff "{0}"')
UNDEFINED = Words(
    en="Undefined functions: f g h F G H, and what --function names.",
    zh="未给出的函数：f g h F G H，以及 --function 指定的名称。",
)
