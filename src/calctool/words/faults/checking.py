"""What is said about an answer to be checked that cannot be read, by permanent id."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "usage.unknown-mistake": Words(en="there is no mistake '{rule}'", zh="没有名为“{rule}”的错误"),
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
    "check.claim": Words(
        en="this says nothing of points, intervals or extremes that is understood",
        zh="这里没有可以理解的点、区间或最值",
    ),
    "check.place": Words(
        en="a point gives a value for each of {names}", zh="一个点应给出 {names} 各自的值"
    ),
    "check.multiplier": Words(
        en="these multipliers do not say which constraints they belong to: {names}",
        zh="看不出这些乘数各自属于哪个约束：{names}",
    ),
    "check.key": Words(en="'{key}' is no part of such an answer", zh="“{key}”不是这种答案的一部分"),
    "check.too-many-claims": Words(
        en="more than {most} claims in one answer", zh="一个答案中的断言超过 {most} 项"
    ),
    "check.only-derivatives": Words(
        en="answers to {command} cannot be checked yet", zh="尚不能检查 {command} 的答案"
    ),
}

HINTS: dict[str, Words] = {
    "nearest-mistake": Words(en="did you mean {near}?", zh="您是否想输入 {near}？"),
    "all-mistakes": Words(
        en="all mistakes: calctool rules --mistakes", zh="全部错误：calctool rules --mistakes"
    ),
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
    "claims-of-points": Words(
        en="write x = 3: minimum; x = 0: neither, or (0,0): saddle, or max 2 at (1,-1), or none",
        zh="写成 x = 3: minimum; x = 0: neither，或 (0,0): saddle，或 max 2 at (1,-1)，或 none",
    ),
    "claims-of-intervals": Words(
        en="write increasing (-oo,-1), (1,oo); decreasing (-1,1)",
        zh="写成 increasing (-oo,-1), (1,oo); decreasing (-1,1)",
    ),
    "one-each": Words(
        en="write one for each, as x: 2*x*y; y: x^2, or ask for one with --wrt ({names})",
        zh="分别写出，如 x: 2*x*y; y: x^2，或用 --wrt 只问一个（{names}）",
    ),
    "one-wrt": Words(en="say which with --wrt ({names})", zh="用 --wrt 指明（{names}）"),
}
