"""`calctool batch`: many problems at once."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="batch",
    summary=Words(
        en="many problems: JSON lines in, JSON lines out",
        zh="批量求解：输入与输出均为逐行 JSON",
    ),
    details=Words(
        en='A line is an object like {"id": 1, "command": "diff", "expr": "x^2"}; its other keys\n'
        "are the options' names. Each line gets one answer line, in order. - streams from\n"
        "standard input; names that end in .gz are packed. No problem can hurt another.",
        zh='每行一个对象，如 {"id": 1, "command": "diff", "expr": "x^2"}，其余的键即选项名。\n'
        "每行得到一行答案，顺序不变。- 表示从标准输入逐行读取；以 .gz 结尾的文件为压缩文件。\n"
        "任何一题都不会影响其他题目。",
    ),
    examples=(
        "calctool batch problems.jsonl -o answers.jsonl",
        "calctool batch problems.jsonl.gz -o answers.jsonl.gz --workers 8",
        "calctool batch problems.jsonl -o answers.jsonl --resume",
        "calctool batch problems.jsonl -o answers.3.jsonl --shard 3/64",
    ),
    also_called="many",
    options={
        "--output": Words(
            en="write there, an answer at a time (default: standard output)",
            zh="逐条写入该文件（默认：标准输出）",
        ),
        "--steps": Words(en="none leaves the steps out", zh="none 表示不含步骤"),
        "--timeout": Words(
            en="seconds that one problem may take (default: 10)", zh="每题时限，单位秒（默认：10）"
        ),
        "--max-memory": Words(
            en="megabytes that one problem may take (default: 1024)",
            zh="每题内存上限，单位 MB（默认：1024）",
        ),
    },
)
