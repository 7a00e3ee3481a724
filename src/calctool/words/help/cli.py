"""What --help says: a line for each command and option, and examples that run as pasted."""

from calctool.words import Words

TAGLINE = Words(
    en="A calculus solver that shows its work, checks it, and says whether it is complete.",
    zh="会写出过程、逐步检验、并说明结果是否完整的微积分求解器。",
)
USAGE = Words(en="usage: ", zh="用法：")
COMMANDS_HEAD = Words(en="commands:", zh="命令：")
OPTIONS_HEAD = Words(en="options:", zh="选项：")
EXAMPLES_HEAD = Words(en="examples:", zh="示例：")
MORE = Words(
    en="calctool COMMAND -h is a short help, --help lists all options.",
    zh="calctool 命令 -h 给出简短帮助，--help 列出全部选项。",
)
AS = Words(en="e.g. ", zh="例如 ")
LONGER = Words(
    en="calctool {command} --help lists all options, with an example for each.",
    zh="calctool {command} --help 列出全部选项，并各举一例。",
)


COMMON = (
    "--wrt", "--subject-to", "--at", "--domain", "--order", "--of", "--plot", "--output", "--json",
    "--steps", "--title", "--solutions", "--lang", "--help",
)  # fmt: skip
"""The options of the short help."""

EXAMPLES: dict[str, str] = {  # of the options that take a value
    "--wrt": "-w x,y", "--order": "-n 2", "--mixed": "--mixed x,y", "--of": "--of y",
    "--at": "-a x=1,y=2", "--where": '--where "a=2"', "--domain": '-d "[0, 2*pi)"',
    "--assume": '--assume "a>0"', "--when": '--when "f>=0"', "--members": "--members 20..25",
    "--subject-to": '-s "x^2+y^2=1"', "--save-plot": "--save-plot graph.svg",
    "--window": '--window "[-5, 5]"', "--plot-also": '--plot-also "x+1"',
    "--function": "--function k", "--format": "-f latex", "--output": "-o a.html",
    "--notation": "--notation latex", "--steps": "--steps full", "--lang": "-l zh",
    "--digits": "--digits 12", "--page": "-o a.tex --page whole",
    "--solutions": "--solutions end", "--title": '--title "Week 3"', "--workers": "--workers 2",
    "--shard": "--shard 1/4", "--cluster": "--cluster tcp://10.0.0.1:8786",
    "--color": "--color never", "--width": "--width 100", "--timeout": "-t 60",
    "--max-memory": "--max-memory 2048", "--answer": '--answer "2x"',
    "--answer-file": "--answer-file mine.txt",
    "--accept": "--accept right", "--form": "--form factored", "--hint": "--hint 2",

}  # fmt: skip
EXAMPLES_HERE = {
    ("limit-def", "--wrt"): "-w x", ("table", "--wrt"): "-w x", ("limit-def", "--at"): "-a 2",
    ("batch", "--output"): "-o answers.jsonl", ("batch", "--steps"): "--steps none",
}  # fmt: skip
"""Where a command takes less than others do."""


ONE_VARIABLE = Words(
    en="the variable, where there are several names", zh="自变量（有多个名称时需要指明）"
)
OPTIONS: dict[str, Words] = {
    "--wrt": Words(
        en="the variables, repeated or x,y (default: every name)",
        zh="求导变量，可重复或写成 x,y（默认：所有名称）",
    ),
    "--order": Words(en="take the N-th derivative", zh="求 N 阶导数"),
    "--mixed": Words(
        en="one mixed derivative, in these variables in turn", zh="依次对这些变量求混合偏导数"
    ),
    "--of": Words(
        en="of an equation: the derivative of this name", zh="由方程确定的隐函数，对此名称求导"
    ),
    "--at": Words(
        en="evaluate there too, with the tangent: 2 or x=1,y=2",
        zh="同时求该点的值与切线：2 或 x=1,y=2",
    ),
    "--where": Words(
        en="put a value in for a parameter: a=2; may be repeated", zh="代入参数：a=2；可重复"
    ),
    "--assume": Words(
        en="what parameters are: a>0 or a>b; may be repeated",
        zh="参数满足的条件：a>0 或 a>b；可重复",
    ),
    "--zeros": Words(
        en="the zeros of the function too, so that the cases tell how many there are",
        zh="同时求函数的零点，各情形说明零点个数",
    ),
    "--when": Words(
        en="for which parameters: f>=0, f>0, f<=0, f<0, increasing, decreasing, extrema=N, zeros=N",
        zh="参数取何值时成立：f>=0、f>0、f<=0、f<0、increasing、decreasing、extrema=N、zeros=N",
    ),
    "--members": Words(
        en="of points without end write out so many, or those with these k: 5 or 20..25",
        zh="无穷多个点写出前若干个，或写出这些 k 的点：5 或 20..25",
    ),
    "--domain": Words(
        en="only there: [0, 2*pi) or x:(0, oo); brackets say closed or open",
        zh="只考察该区间：[0, 2*pi) 或 x:(0, oo)；方括号为闭，圆括号为开",
    ),
    "--subject-to": Words(
        en="a constraint: x^2+y^2=1 or x>=0; may be repeated",
        zh="约束条件：x^2+y^2=1 或 x>=0；可重复",
    ),
    "--plot": Words(
        en="sketch the graph in the terminal; with -o a.html the picture is in the page",
        zh="在终端画出草图；与 -o a.html 合用时图像写入该页",
    ),
    "--save-plot": Words(
        en="save the graph as .svg, .png or .pdf", zh="把图像存为 .svg、.png 或 .pdf"
    ),
    "--window": Words(
        en="the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis",
        zh="图像显示的范围：[-5, 5]；另一坐标轴写作 y:[0, 10]",
    ),
    "--plot-also": Words(
        en="another function in the same picture; up to three",
        zh="在同一图中再画一个函数，至多三个",
    ),
    "--function": Words(
        en="read k(...) as an undefined function; may be repeated",
        zh="把 k(...) 读作未给出的函数；可重复",
    ),
    "--answer": Words(en="the answer to check, in any notation", zh="要检查的答案，任何写法均可"),
    "--answer-file": Words(
        en="read the answer from this file, - for standard input",
        zh="从该文件读取答案，- 为标准输入",
    ),
    "--lines": Words(
        en="check a derivation, one line a step; d/dx(u), (u)' and D(u, x) are work left",
        zh="逐行检查推导，每行一步；d/dx(u)、(u)'、D(u, x) 表示尚未完成的求导",
    ),
    "--summary": Words(
        en="a report of the answers checked, by question: .txt .md .html .tex or .csv",
        zh="按题目汇总检查结果，写入 .txt .md .html .tex 或 .csv 文件",
    ),
    "--hint": Words(
        en="the next rule to apply without the result; 2: the line too",
        zh="提示下一步用的法则而不给结果；2：同时给出该行",
    ),
    "--mistakes": Words(
        en="the mistakes that check looks for, or one of them", zh="check 所查找的错误，或其中之一"
    ),
    "--hide-right": Words(en="keep the right answer back", zh="不显示正确答案"),
    "--hide-witness": Words(en="keep the point back that refutes", zh="不显示反例"),
    "--form": Words(
        en="the form that a right answer must have: factored or expanded",
        zh="正确答案应有的形式：factored（因式分解）或 expanded（展开）",
    ),
    "--accept": Words(
        en="the verdicts that count as right (default: right,right-on-part)",
        zh="视为正确的判定（默认：right,right-on-part）",
    ),
    "--format": Words(en="the form of the answer (default: text)", zh="输出格式（默认：text）"),
    "--json": Words(en="short for --format json", zh="等同于 --format json"),
    "--output": Words(
        en="write there, whole file or nothing; .json .tex .md .html say the form",
        zh="写入该文件，要么完整要么不写；后缀 .json .tex .md .html 决定格式",
    ),
    "--notation": Words(
        en="how the expression is written (default: auto)", zh="表达式的写法（默认：auto）"
    ),
    "--steps": Words(
        en="none: the answer only; brief: the argument as a textbook prints it (default); "
        "full: every rule, case and check",
        zh="none：只给答案；brief：如教科书写出论证（默认）；full：每条法则、每种情形与检验",
    ),
    "--page": Words(
        en="whole: a file that stands by itself; fragment: a part for a page of yours "
        "(default: fragment for LaTeX, whole for HTML)",
        zh="whole：可单独使用的完整文件；fragment：可插入其他文件的片段"
        "（默认：LaTeX 为片段，HTML 为完整页面）",
    ),
    "--solutions": Words(
        en="where the solutions stand: after each problem, at the end, or nowhere "
        "(default: inline)",
        zh="解答的位置：每题之后、末尾或不给出（默认：inline）",
    ),
    "--title": Words(en="what stands at the top (default: Problems)", zh="标题（默认：练习题）"),
    "--lang": Words(
        en="language of the words (default: from the locale)", zh="文字的语言（默认：依系统设置）"
    ),
    "--digits": Words(
        en="significant digits of decimals (default: 6)", zh="小数的有效数字位数（默认：6）"
    ),
    "--workers": Words(
        en="how many problems are worked on at a time (default: one a core)",
        zh="同时求解的题目数（默认：每个核一题）",
    ),
    "--resume": Words(
        en="go on with the file of -o: what is answered there is not done again",
        zh="续写 -o 的文件：其中已有的答案不再重做",
    ),
    "--shard": Words(
        en="only line K, K+N, K+2N, …: N runs share the work",
        zh="只做第 K、K+N、K+2N、… 行：由 N 个进程分担",
    ),
    "--cluster": Words(
        en="let the workers of a dask scheduler do it, as tcp://10.0.0.1:8786",
        zh="交给 dask 调度器的工作进程，如 tcp://10.0.0.1:8786",
    ),
    "--ascii": Words(en="formulas and lines in plain ASCII", zh="公式与线条只用 ASCII 字符"),
    "--color": Words(en="colors (default: auto)", zh="颜色（默认：auto）"),
    "--width": Words(en="columns to fill, 20 to 200", zh="每行列数，20 到 200"),
    "--timeout": Words(
        en="seconds the computation may take (default: 10)", zh="计算时限，单位秒（默认：10）"
    ),
    "--max-memory": Words(
        en="megabytes the computation may take (default: 1024)",
        zh="内存上限，单位 MB（默认：1024）",
    ),
    "--help": Words(en="show this and exit", zh="显示本帮助并退出"),
    "--version": Words(en="show the version and exit", zh="显示版本并退出"),
}


ALLOWED: dict[str, Words] = {
    "choice": Words(en="it is one of {choices}", zh="可选 {choices}"),
    "range": Words(
        en="it is a number from {least:g} to {most:g}", zh="应为 {least:g} 到 {most:g} 之间的数"
    ),
    "shard": Words(
        en="it is K/N with whole numbers 1 <= K <= N <= {most}",
        zh="应为 K/N，其中整数 1 <= K <= N <= {most}",
    ),
    "whole": Words(
        en="it is a whole number from {least} to {most}", zh="应为 {least} 到 {most} 之间的整数"
    ),
}
