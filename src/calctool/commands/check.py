"""`calctool check`: somebody's answer to another command."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="check",
    summary=Words(
        en="is this answer right, and if not, where and why",
        zh="检查答案是否正确；如果不对，错在何处、为什么",
    ),
    details=Words(
        en="QUESTION is the command that asks it, EXPR and the options are those of that command.\n"
        "Exit code 0: accepted; 6: judged and not accepted; 3: undecided.",
        zh="QUESTION 是提问的命令，EXPR 与选项即该命令的表达式与选项。\n"
        "退出码 0：接受；6：已判定但不接受；3：无法判定。",
    ),
    examples=(
        'calctool check diff "ln(7*x)" --answer "1/x"',
        'calctool check diff "tan(x)-x" --answer "tan(x)^2" --json',
    ),
    first_examples=('calctool check diff "ln(7*x)" --answer "1/x"',),
    keys=(
        "wrt", "order", "mixed", "of", "at", "domain", "subject_to", "where", "assume",
        "function", "question", "answer", "lines", "hide_right", "hide_witness", "accept", "form",
    ),
    also_called="grade verify mark judge",
    judges=True,
)  # fmt: skip
