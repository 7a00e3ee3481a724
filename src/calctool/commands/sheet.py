"""`calctool sheet`: several problems on one page."""

from calctool.commands.record import Command
from calctool.words import Words

COMMAND = Command(
    name="sheet",
    summary=Words(
        en="a handout: several problems on one page, with their solutions or without",
        zh="讲义：把多道题目排成一页，可附解答",
    ),
    details=Words(
        en="A line of FILE is a command line as it is typed, diff x^2*sin(x) --at 1, quotes or\n"
        "not, or an object as for batch. Blank lines and those that begin with # are left out.\n"
        "- reads from standard input. Nothing is written before every problem is read and solved.",
        zh="FILE 的每一行是一条命令，如 diff x^2*sin(x) --at 1，可不加引号；\n"
        "或是与 batch 相同的对象。空行与以 # 开头的行略去。- 表示从标准输入读取。\n"
        "所有题目读入并求解之后才写出文件。",
    ),
    examples=(
        "calctool sheet problems.txt -o handout.html",
        'calctool sheet problems.jsonl -o handout.tex --title "Week 3" --solutions end',
        "calctool sheet problems.txt -o exercises.md --solutions none --lang zh",
    ),
    also_called="handout worksheet exercises",
    options={
        "--plot": Words(
            en="draw the picture of every problem that has one", zh="为每道可作图的题目画图"
        ),
        "--output": Words(
            en="write there, whole file or nothing; .html .tex .md .txt say the form",
            zh="写入该文件，要么完整要么不写；后缀 .html .tex .md .txt 决定格式",
        ),
        "--page": Words(
            en="fragment: a part for a page of yours, for LaTeX and HTML (default: whole)",
            zh="fragment：可插入其他文件的片段，用于 LaTeX 与 HTML（默认：whole）",
        ),
        "--timeout": Words(
            en="seconds that one problem may take (default: 10)", zh="每题时限，单位秒（默认：10）"
        ),
        "--max-memory": Words(
            en="megabytes that one problem may take (default: 1024)",
            zh="每题内存上限，单位 MB（默认：1024）",
        ),
    },
)
