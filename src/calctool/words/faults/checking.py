"""What is said about an answer to be checked that cannot be read, by permanent id."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "check.no-answer": Words(en="there is no answer to check", zh="没有给出要检查的答案"),
    "check.about": Words(
        en="'{about}' is no command that asks a question: {known}",
        zh="“{about}”不是提出题目的命令：{known}",
    ),
    "check.equation": Words(
        en="an answer is one expression, not an equation", zh="答案应是一个表达式，而不是方程"
    ),
    "check.integration-constant": Words(
        en="a derivative has no constant of integration: '{name}' does not occur in the question",
        zh="导数没有积分常数：题目中没有“{name}”",
    ),
    "check.which-derivative": Words(
        en="the question asks for derivatives in {names}, and the answer does not say which is"
        " which",
        zh="题目要求对 {names} 的导数，而答案没有分别给出",
    ),
    "check.answer-type": Words(
        en="the answer to {command} is a text, or an object as the schema has it",
        zh="{command} 的答案应为文本，或模式所规定的对象",
    ),
    "check.no-lines": Words(
        en="lines of a derivation can be checked for derivatives, not for {command}",
        zh="只能逐行检查求导的推导，不能检查 {command}",
    ),
    "check.lines-of-several": Words(
        en="lines are those of one derivative, and the question asks for several: {names}",
        zh="逐行检查只针对一个导数，而题目要求多个：{names}",
    ),
    "check.too-many-lines": Words(
        en="more than {most} lines in one derivation", zh="推导超过 {most} 行"
    ),
    "check.only-derivatives": Words(
        en="answers to {command} cannot be checked yet", zh="尚不能检查 {command} 的答案"
    ),
}

HINTS: dict[str, Words] = {
    "check-about": Words(
        en='as in: calctool check diff "x^2" --answer "2*x"',
        zh='例如：calctool check diff "x^2" --answer "2*x"',
    ),
    "give-answer": Words(
        en='give it with --answer "…", --answer-file FILE or --lines FILE',
        zh='用 --answer "…"、--answer-file 文件 或 --lines 文件 给出',
    ),
    "answer-alone": Words(
        en="write the expression alone, or after f'(x) =, y' = or dy/dx =",
        zh="只写表达式，或写在 f'(x) =、y' =、dy/dx = 之后",
    ),
    "no-constant": Words(en="leave it out", zh="去掉它"),
    "one-each": Words(
        en="write one for each, as x: 2*x*y; y: x^2, or ask for one with --wrt ({names})",
        zh="分别写出，如 x: 2*x*y; y: x^2，或用 --wrt 只问一个（{names}）",
    ),
    "one-wrt": Words(en="say which with --wrt ({names})", zh="用 --wrt 指明（{names}）"),
}
