"""What is said when Python hands in what calctool cannot read, by permanent id."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "api.wrong-type": Words(
        en="{keyword} cannot be of type {kind}: give text, a number or a SymPy object",
        zh="{keyword} 不能是 {kind} 类型：请给出文本、数或 SymPy 对象",
    ),
    "api.several-derivatives": Words(
        en="there are {count} derivatives, so none of them is *the* derivative",
        zh="共有 {count} 个导数，无法确定是哪一个",
    ),
    "sympy.unknown-node": Words(
        en="calctool cannot read {kind} of SymPy", zh="calctool 无法读取 SymPy 的 {kind}"
    ),
    "sympy.not-real": Words(
        en="the symbol '{name}' is said not to be real", zh="符号“{name}”被声明为非实数"
    ),
    "sympy.name": Words(en="'{name}' cannot be read as a name", zh="“{name}”不能读作一个名称"),
    "sympy.no-object": Words(
        en="SymPy fails to make an object of this expression",
        zh="SymPy 无法为这个表达式构造对象",
    ),
    "sympy.same-name": Words(
        en="two different symbols are called '{name}'", zh="有两个不同的符号都叫“{name}”"
    ),
    "sympy.symbol-and-function": Words(
        en="'{name}' is both a symbol and an undefined function",
        zh="“{name}”既是符号又是未定义函数",
    ),
}

HINTS: dict[str, Words] = {
    "real-symbol": Words(
        en="calctool knows real variables only: Symbol('{name}', real=True)",
        zh="calctool 只处理实变量：Symbol('{name}', real=True)",
    ),
    "rename-symbol": Words(
        en="put another symbol in its place with subs()", zh="请用 subs() 换成另一个符号"
    ),
    "readable-nodes": Words(
        en="docs/api.md lists what can be read; doit() or evalf() may turn it into that",
        zh="可读取的对象见 docs/api.md；或许可用 doit() 或 evalf() 转换",
    ),
    "use-derivatives": Words(
        en="they stand in `derivatives`, in the order of the variables",
        zh="请用 derivatives，按变量的次序排列",
    ),
}

REAL_ROOT = Words(
    en="read x**(p/q) with odd q as the real root, also where x is negative",
    zh="q 为奇数的 x**(p/q) 读作实根，x 为负时亦然",
)
