"""`calctool repl`: a session."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="repl",
    summary=Words(
        en="a session: one question after the other, with definitions and the last answer",
        zh="交互会话：逐行提问，可作定义并引用上一个答案",
    ),
    details=Words(
        en="Lines are commands without calctool and without quotes, table sin(x) --domain [0,pi],\n"
        "or definitions that stay, f(x) := x^2 and a := 2; ans is the last answer, help lists\n"
        "the rest. Lines from a pipe are a script, of which the exit code is that of the first\n"
        "line that was not answered completely.",
        zh="每行是一条命令，不写 calctool 也不加引号，如 table sin(x) --domain [0, pi]；\n"
        "或是保留的定义，如 f(x) := x^2 与 a := 2；ans 为上一个答案，help 列出其余用法。\n"
        "由管道输入时作为脚本运行，退出码取第一条未完整回答的行。",
    ),
    examples=(
        "calctool repl",
        "calctool repl < session.txt",
        "calctool repl --steps none --lang zh",
    ),
    also_called="session shell interactive prompt",
    options={
        "--timeout": Words(
            en="seconds that one question may take (default: 10)",
            zh="每个问题的时限，单位秒（默认：10）",
        ),
        "--max-memory": Words(
            en="megabytes that one question may take (default: 1024)",
            zh="每个问题的内存上限，单位 MB（默认：1024）",
        ),
    },
)
