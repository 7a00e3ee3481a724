"""`calctool rules`: the textbook."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="rules",
    summary=Words(
        en="the differentiation rules and standard derivatives, or one of them",
        zh="求导法则与导数公式一览，或其中一条",
    ),
    details=Words(
        en="Without ID every rule is listed; 'functions' lists what can be typed.",
        zh="不带 ID 时列出全部法则；functions 列出可以输入的函数。",
    ),
    examples=(
        "calctool rules",
        "calctool rules chain",
        "calctool rules functions",
        "calctool rules --mistakes",
    ),
    also_called="list",
)
