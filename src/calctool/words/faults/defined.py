"""What is said of definitions that cannot be made or used, by permanent id."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "define.left": Words(
        en="'{left}' cannot be defined: only a name, or a function of names, can",
        zh="“{left}”不能被定义：只能定义名称或以名称为自变量的函数",
    ),
    "define.relation": Words(
        en="a definition is an expression, not an equation or an inequality",
        zh="定义的右边应为表达式，而不是等式或不等式",
    ),
    "define.circle": Words(
        en="'{name}' stands in its own definition", zh="“{name}”出现在自身的定义中"
    ),
    "define.without-arguments": Words(
        en="'{name}' is defined as a function: it needs its arguments",
        zh="“{name}”定义为函数，需要写出自变量",
    ),
    "define.arguments": Words(
        en="'{name}' is defined as a function of another number of arguments: {count}",
        zh="“{name}”定义为 {count} 个自变量的函数",
    ),
    "define.derivative": Words(
        en="a derivative of '{name}' cannot stand in an expression",
        zh="表达式中不能出现“{name}”的导数",
    ),
    "define.only-in-expressions": Words(
        en="'{name}' is defined as a function, which is put into expressions only",
        zh="“{name}”定义为函数，只能用于表达式中",
    ),
    "define.in-answer": Words(
        en="'{name}' is defined, and stands in the answer that is to be judged",
        zh="要检查的答案中出现了已定义的“{name}”",
    ),
    "define.no-answer": Words(
        en="the last answer is no single expression, so that ans stands for nothing",
        zh="上一个答案不是单个表达式，ans 没有意义",
    ),
    "define.unknown": Words(en="'{name}' is not defined", zh="“{name}”没有定义"),
    "session.no-input": Words(
        en="a session reads its own lines from standard input, so that - stands for nothing",
        zh="会话本身从标准输入读取各行，不能再用 -",
    ),
    "usage.no-prompt": Words(
        en="a session on a terminal needs prompt_toolkit, which is not installed",
        zh="在终端上使用会话需要 prompt_toolkit，但尚未安装",
    ),
    "session.no-command": Words(
        en="'{command}' is not for a session", zh="“{command}”不能在会话中使用"
    ),
}  # fmt: skip

HINTS: dict[str, Words] = {
    "a-definition": Words(en="for example: f(x) := x^2, a := 2", zh="例如：f(x) := x^2，a := 2"),
    "install-repl": Words(
        en='to install it: pip install "calctool[repl]"; lines from a pipe need nothing',
        zh='安装：pip install "calctool[repl]"；由管道输入时无需安装',
    ),
    "session-commands": Words(en="there are {known}", zh="可用的有 {known}"),
}
