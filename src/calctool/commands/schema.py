"""`calctool schema`: the JSON Schema of the answers."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="schema",
    summary=Words(
        en="the JSON Schema of the answers and of a batch line",
        zh="结果与批处理输入行的 JSON Schema",
    ),
    details=Words(
        en="The schema describes what --json prints, for every command; $defs/BatchLine describes\n"
        "a line of batch.",
        zh="它描述各命令以 --json 输出的内容；$defs/BatchLine 描述 batch 的一行输入。",
    ),
    examples=("calctool schema > calctool.schema.json",),
)
