"""`calctool mcp`: for assistants."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="mcp",
    summary=Words(
        en="for assistants: the questions as tools of the Model Context Protocol",
        zh="供智能助手使用：以模型上下文协议（MCP）提供各项提问",
    ),
    details=Words(
        en="It speaks over standard input and output until the other side closes its end: an\n"
        "assistant starts it, with calctool as the program and mcp as its argument.",
        zh="它通过标准输入与输出通信，直到对方关闭；由助手启动，程序为 calctool，参数为 mcp。",
    ),
    examples=("calctool mcp", "calctool mcp --timeout 5 --max-memory 512"),
    also_called="server assistant tools",
    options={
        "--timeout": Words(
            en="seconds that one question may take at most (default: 10)",
            zh="每个问题的时限，单位秒（默认：10）",
        ),
        "--max-memory": Words(
            en="megabytes that one question may take (default: 1024)",
            zh="每个问题的内存上限，单位 MB（默认：1024）",
        ),
    },
)
