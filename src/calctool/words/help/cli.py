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
    en="calctool COMMAND --help lists the options of a command.",
    zh="calctool 命令 --help 列出该命令的选项。",
)

COMMANDS: dict[str, Words] = {
    "diff": Words(
        en="derivative, partial, higher and mixed derivatives, implicit derivative",
        zh="导数、偏导数、高阶与混合偏导数、隐函数求导",
    ),
    "limit-def": Words(
        en="the derivative worked out from lim (f(x+h) - f(x))/h",
        zh="由导数定义 lim (f(x+Δx) - f(x))/Δx 推导",
    ),
    "table": Words(
        en="variation table: domain, signs, trends, extrema, limits, concavity",
        zh="增减表：定义域、符号、增减、极值、极限、凹凸",
    ),
    "critical": Words(
        en="all critical points of a function of one or more variables; least, greatest value",
        zh="一元或多元函数的全部临界点、极值与最值",
    ),
    "lagrange": Words(
        en="extrema under constraints: multipliers, singular points, inequalities",
        zh="条件极值：拉格朗日乘数法、奇异点、不等式约束",
    ),
    "batch": Words(
        en="many problems: JSON lines in, JSON lines out",
        zh="批量求解：输入与输出均为逐行 JSON",
    ),
    "read": Words(
        en="how a text is read: plain, as LaTeX, as a tree", zh="文本如何被读取：纯文本、LaTeX、树"
    ),
    "rules": Words(
        en="the differentiation rules and standard derivatives, or one of them",
        zh="求导法则与导数公式一览，或其中一条",
    ),
    "schema": Words(
        en="the JSON Schema of the answers and of a batch line",
        zh="结果与批处理输入行的 JSON Schema",
    ),
}

DETAILS: dict[str, Words] = {
    "diff": Words(
        en="EXPR is an expression such as 2x^3 or sin(x)*exp(-x), or an equation with --of;\n"
        "- reads it from standard input. Names that are not variables are constants.",
        zh="EXPR 是表达式，如 2x^3 或 sin(x)*exp(-x)；配合 --of 可以是方程；\n"
        "- 表示从标准输入读取。不是变量的名称都视为常数。",
    ),
    "limit-def": Words(
        en="EXPR is an expression in one variable; with several names --wrt says which.\n"
        "With --at the quotient is taken at that point, from both sides where needed.",
        zh="EXPR 是一个变量的表达式；有多个名称时用 --wrt 指明。\n"
        "给出 --at 时在该点取差商，必要时分左右两侧。",
    ),
    "table": Words(
        en="EXPR is an expression in one variable; other names get values with --where. The whole\n"
        "line is examined, or the interval of --domain. - reads EXPR from standard input.",
        zh="EXPR 是一个变量的表达式；其余名称用 --where 代入数值。考察整条数轴，\n"
        "或 --domain 指定的区间。- 表示从标准输入读取 EXPR。",
    ),
    "critical": Words(
        en="EXPR is an expression in one or more variables. --wrt names the variables, and every\n"
        "other name is a constant. --domain is given for each variable: x:[0,1], y:(0,oo).",
        zh="EXPR 是一个或多个变量的表达式。--wrt 指明变量，其余名称视为常数。\n"
        "--domain 对每个变量分别给出：x:[0,1]，y:(0,oo)。",
    ),
    "lagrange": Words(
        en="EXPR is the objective function; each --subject-to is one constraint with =, <= or >=.\n"
        "Without --wrt every name of the objective and of the constraints is a variable.",
        zh="EXPR 是目标函数；每个 --subject-to 给出一个约束条件，使用 =、<= 或 >=。\n"
        "不给 --wrt 时，目标函数与约束条件中的所有名称都是变量。",
    ),
    "batch": Words(
        en='A line is an object like {"id": 1, "command": "diff", "expr": "x^2"}; its other keys\n'
        "are the options' names. Each line gets one answer line, in order. - streams from\n"
        "standard input; names that end in .gz are packed. No problem can hurt another.",
        zh='每行一个对象，如 {"id": 1, "command": "diff", "expr": "x^2"}，其余的键即选项名。\n'
        "每行得到一行答案，顺序不变。- 表示从标准输入逐行读取；以 .gz 结尾的文件为压缩文件。\n"
        "任何一题都不会影响其他题目。",
    ),
    "read": Words(
        en="EXPR may be plain, LaTeX, Python, SymPy, Mathematica, Maxima, a sheet's formula or\n"
        "MathML; --notation says which, where its signs do not tell.",
        zh="EXPR 可以是纯文本、LaTeX、Python、SymPy、Mathematica、Maxima、电子表格公式或 MathML；\n"
        "若从记号看不出，可用 --notation 指明。",
    ),
    "rules": Words(
        en="Without ID every rule is listed; 'functions' lists what can be typed.",
        zh="不带 ID 时列出全部法则；functions 列出可以输入的函数。",
    ),
    "schema": Words(
        en="The schema describes what --json prints, for every command; $defs/BatchLine describes\n"
        "a line of batch.",
        zh="它描述各命令以 --json 输出的内容；$defs/BatchLine 描述 batch 的一行输入。",
    ),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "diff": (
        'calctool diff "1/(1+exp(-x))"',
        'calctool diff "w1*x1+w2*x2+b" --wrt x1,w1,b',
        'calctool diff "x^2*sin(x)" --order 2',
        'calctool diff "x^2+y^2=1" --wrt x --of y',
        'calctool diff "|x|" --at 0',
    ),
    "limit-def": (
        'calctool limit-def "(2-y)^2"',
        'calctool limit-def "sqrt(x)"',
        'calctool limit-def "sin(w*x)" --wrt x',
        'calctool limit-def "|x|" --at 0',
    ),
    "table": (
        'calctool table "3*x**4-4*x**3-12*x**2+32"',
        'calctool table "x*exp(-x)" --plot',
        'calctool table "sin(x)+cos(2x)" --domain "[0, 2*pi)"',
        'calctool table "a*x^2+b*x" --wrt x --where a=1,b=-2',
    ),
    "critical": (
        'calctool critical "x^2+y^2"',
        'calctool critical "x^4+y^4-4*x*y+1"',
        'calctool critical "x^3-x" --domain "[-2, 2]"',
        'calctool critical "a*x^2+y^2-2*x*y" --wrt x,y',
    ),
    "lagrange": (
        'calctool lagrange "x+y" --subject-to "x**2+y**2=1"',
        'calctool lagrange "x*y*z" --subject-to "x+y+z=1" --subject-to "x^2+y^2+z^2=1"',
        'calctool lagrange "x*y" --subject-to "x+2*y<=4" --subject-to "x>=0" --subject-to "y>=0"',
    ),
    "batch": (
        "calctool batch problems.jsonl -o answers.jsonl",
        "calctool batch problems.jsonl.gz -o answers.jsonl.gz --workers 8",
        "calctool batch problems.jsonl -o answers.jsonl --resume",
        "calctool batch problems.jsonl -o answers.3.jsonl --shard 3/64",
    ),
    "read": (
        r'calctool read "\frac{1}{1+e^{-x}}"',
        'calctool read "np.exp(-x**2)"',
        'calctool read "x y" --json',
    ),
    "rules": ("calctool rules", "calctool rules chain", "calctool rules functions"),
    "schema": ("calctool schema > calctool.schema.json",),
}
FIRST_EXAMPLES = (
    'calctool diff "1/(1+exp(-x))"',
    'calctool diff "w1*x1+w2*x2+b" --wrt x1,w1,b',
    'calctool limit-def "(2-y)^2"',
    'calctool table "3x^4-4x^3-12x^2+32" --plot',
    'calctool critical "x^2+y^2"',
    'calctool lagrange "x+y" --subject-to "x^2+y^2=1"',
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
    "--domain": Words(
        en="only there: [0, 2*pi) or x:(0, oo); brackets say closed or open",
        zh="只考察该区间：[0, 2*pi) 或 x:(0, oo)；方括号为闭，圆括号为开",
    ),
    "--subject-to": Words(
        en="a constraint: x^2+y^2=1 or x>=0; may be repeated",
        zh="约束条件：x^2+y^2=1 或 x>=0；可重复",
    ),
    "--plot": Words(en="sketch the graph in the terminal", zh="在终端画出草图"),
    "--save-plot": Words(
        en="save the graph as .svg, .png or .pdf", zh="把图像存为 .svg、.png 或 .pdf"
    ),
    "--function": Words(
        en="read k(...) as an undefined function; may be repeated",
        zh="把 k(...) 读作未给出的函数；可重复",
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
        en="how much of the derivation to print (default: brief)",
        zh="推导过程的详略（默认：brief）",
    ),
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

OPTIONS_OF: dict[str, dict[str, Words]] = {
    "batch": {
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
}
"""Where an option means something else than elsewhere."""

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
