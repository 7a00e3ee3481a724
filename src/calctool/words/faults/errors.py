"""What is said about input that cannot be read, and what to do about it, by permanent id."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    # --- characters ---
    "character.invisible": Words(
        en="an invisible or control character, {sign}", zh="有不可见字符或控制字符 {sign}"
    ),
    "character.lookalike": Words(
        en="{sign} only looks like '{letter}'", zh="{sign} 只是看起来像“{letter}”"
    ),
    "character.unknown": Words(
        en="'{character}' ({sign}) is not used in expressions",
        zh="表达式中不使用“{character}”（{sign}）",
    ),
    # --- limits on what may be typed ---
    "limit.characters": Words(
        en="{count} characters are too many: at most {most} are read",
        zh="共 {count} 个字符，过长：最多读取 {most} 个",
    ),
    "limit.digits": Words(
        en="a number of {count} digits is too long: at most {most} are read",
        zh="一个数有 {count} 位数字，过长：最多读取 {most} 位",
    ),
    "limit.name": Words(
        en="a name of {count} characters is too long: at most {most} are read",
        zh="名称有 {count} 个字符，过长：最多 {most} 个",
    ),
    "limit.names": Words(en="more than {most} different variables", zh="不同的变量超过 {most} 个"),
    "limit.nesting": Words(en="nested more than {most} levels deep", zh="嵌套超过 {most} 层"),
    "limit.order": Words(en="a derivative of order more than {most}", zh="导数的阶数超过 {most}"),
    "limit.power-of-ten": Words(
        en="the power of ten lies beyond ±{most}", zh="10 的指数超出 ±{most}"
    ),
    "limit.tokens": Words(
        en="more than {most} numbers, names and signs in one expression",
        zh="一个表达式中的数、名称和符号超过 {most} 个",
    ),
    # --- options ---
    "option.assigned-twice": Words(en="'{name}' is given two values", zh="“{name}”被赋值两次"),
    "option.assignment": Words(en="an = is missing here", zh="此处缺少等号"),
    "option.constant": Words(
        en="'{name}' is a constant and cannot be a variable",
        zh="“{name}”是常数，不能用作变量",
    ),
    "option.function-name": Words(
        en="'{name}' is a function and cannot be a variable",
        zh="“{name}”是函数名，不能用作变量",
    ),
    "option.name": Words(en="a name is expected here", zh="此处应为一个名称"),
    # --- syntax: brackets, signs, numbers ---
    "syntax.ambiguous-bars": Words(
        en="these bars can be paired in more than one way", zh="这些竖线有不止一种配对方式"
    ),
    "syntax.comma": Words(
        en="a comma outside the brackets of a function", zh="逗号不在函数的括号内"
    ),
    "syntax.empty": Words(en="the expression is empty", zh="表达式为空"),
    "syntax.ends-early": Words(
        en="the expression ends where a number, a name or a bracket is due",
        zh="表达式过早结束：此处还应有数、名称或括号",
    ),
    "syntax.factorial": Words(en="factorials are not read", zh="不支持阶乘符号"),
    "syntax.infinity": Words(
        en="'{name}' is not a number and cannot stand in an expression",
        zh="“{name}”不是数，不能出现在表达式中",
    ),
    "syntax.letter-and-function": Words(
        en="'{name}' stands alone and before a bracket: it cannot be a variable and a function",
        zh="“{name}”既单独出现又出现在括号前：不能既是变量又是函数",
    ),
    "syntax.mixed-number": Words(
        en="a fraction after a whole number may be a mixed number or a factor",
        zh="整数后的分数可能构成带分数，也可能是一个因子",
    ),
    "syntax.missing-value": Words(
        en="a number, a name or a bracket is missing before '{sign}'",
        zh="“{sign}”之前缺少数、名称或括号",
    ),
    "syntax.point": Words(en="a point that does not belong to a number", zh="此处的点不属于任何数"),
    "syntax.prime": Words(
        en="a prime stands only between an undefined function and its bracket",
        zh="撇号只能写在未定义函数的名称与括号之间",
    ),
    "syntax.relation": Words(
        en="'{sign}' cannot stand here: one expression is expected",
        zh="此处不能有“{sign}”：这里应为一个表达式",
    ),
    "syntax.several-lines": Words(
        en="{count} lines are given, but one expression is expected",
        zh="给出了 {count} 行，而这里只应有一个表达式",
    ),
    "syntax.superscript": Words(
        en="this superscript is not a whole number or one letter",
        zh="该上标不是整数或单个字母",
    ),
    "syntax.two-exponents": Words(
        en="a second exponent: it is not clear what it belongs to",
        zh="出现第二个指数：不清楚它属于哪一部分",
    ),
    "syntax.two-numbers": Words(en="two numbers side by side", zh="两个数相邻，中间没有符号"),
    "syntax.two-points": Words(en="a second point in one number", zh="一个数中有两个小数点"),
    "syntax.two-relations": Words(
        en="a second relation sign: one is allowed", zh="出现第二个关系符号：只允许一个"
    ),
    "syntax.unclosed-bracket": Words(
        en="this bracket is never closed", zh="该括号没有对应的右括号"
    ),
    "syntax.unexpected": Words(en="'{sign}' cannot stand here", zh="此处不能有“{sign}”"),
    "syntax.unopened-bracket": Words(
        en="this bracket was never opened", zh="该括号没有对应的左括号"
    ),
    "syntax.unpaired-bar": Words(en="this bar has no partner", zh="该竖线没有与之配对的竖线"),
    # --- syntax: names and functions ---
    "syntax.algebraic-root": Words(
        en="CRootOf needs a polynomial with whole coefficients in one name, and the number of a "
        "root, counted from 0",
        zh="CRootOf 需要一个单变量整系数多项式，以及从 0 开始的根的序号",
    ),
    "syntax.argument-count": Words(
        en="wrong number of arguments for '{name}': {given} given, {needed} needed",
        zh="“{name}”的自变量个数不对：给出 {given} 个，需要 {needed} 个",
    ),
    "syntax.branch": Words(
        en="each branch is a value, a comma and a condition",
        zh="每一段应为：取值、逗号、条件",
    ),
    "syntax.condition": Words(
        en="a condition needs one of the signs < <= > >= = !=",
        zh="条件中应有 < <= > >= = != 之一",
    ),
    "syntax.derivative-orders": Words(
        en="how often '{name}' is differentiated in each argument is not clear",
        zh="不清楚“{name}”对每个自变量各求几阶导数",
    ),
    "syntax.empty-brackets": Words(en="the argument is missing", zh="缺少自变量"),
    "syntax.derivative": Words(
        en="this asks for a derivative, but an expression is a function to be examined",
        zh="这里要求导数，而输入的表达式应是被考察的函数本身",
    ),
    "syntax.differential": Words(
        en="'{name}' at the end is a differential, not a factor",
        zh="末尾的“{name}”是微分记号，不是因子",
    ),
    "syntax.function-name": Words(
        en="'{name}' is not a name: it is the function {head}",
        zh="“{name}”不能作名称：它就是函数 {head}",
    ),
    "syntax.function-power": Words(
        en="a power of the undefined function '{name}' can be read in several ways",
        zh="未定义函数“{name}”的幂有多种读法",
    ),
    "syntax.inner-derivative": Words(
        en="a derivative as a part of a formula is not worked out",
        zh="不计算公式内部的导数",
    ),
    "syntax.inverse-or-reciprocal": Words(
        en="'{name}' to the power -1 can mean the inverse function or the reciprocal",
        zh="“{name}”的 -1 次幂既可指反函数，也可指倒数",
    ),
    "syntax.joined-e": Words(
        en="'{name}' is not a name: e is Euler's number", zh="“{name}”不能作名称：e 是自然常数"
    ),
    "syntax.joined-function": Words(
        en="'{name}' is not a name: it holds the function {head}",
        zh="“{name}”不能作名称：其中含有函数 {head}",
    ),
    "syntax.joined-pi": Words(
        en="'{name}' is not a name: it begins with pi", zh="“{name}”不能作名称：它以 pi 开头"
    ),
    "syntax.missing-argument": Words(
        en="'{name}' is a function and needs its argument",
        zh="“{name}”是函数，缺少自变量",
    ),
    "syntax.reserved-word": Words(
        en="'{name}' is a reserved word, not a variable", zh="“{name}”是保留字，不能作变量"
    ),
    "syntax.underscore": Words(
        en="an underscore joins a name and its index and stands nowhere else",
        zh="下划线只用于连接名称与下标",
    ),
    "syntax.unknown-function": Words(en="unknown function '{name}'", zh="未知函数“{name}”"),
    "syntax.unreachable-branch": Words(
        en="nothing can follow the branch for True", zh="条件为 True 的一段之后不能再有其他段"
    ),
    # --- values ---
    "value.digits": Words(
        en="a constant of more than {most} digits is too large to work out",
        zh="常数超过 {most} 位，过大，无法计算",
    ),
    "value.division-by-zero": Words(en="division by zero", zh="除数为零"),
    "value.exponent": Words(
        en="an exponent beyond ±{most:,} is too large", zh="指数超出 ±{most:,}，过大"
    ),
    "value.magnitude": Words(
        en="this constant is too large to work out", zh="该常数过大，无法计算"
    ),
    "value.root": Words(
        en="a number of more than {most} digits is too long to take a root of",
        zh="被开方数超过 {most} 位，过长，无法开方",
    ),
    "value.zero-to-zero": Words(en="0^0 is not defined", zh="0^0 没有定义"),
}

HINTS: dict[str, Words] = {
    # --- characters, signs, numbers ---
    "bars": Words(en="write abs(...) where bars are not clear", zh="竖线含义不清时，请写 abs(...)"),
    "brackets": Words(en="set brackets: (x^2)^3 or x^(2^3)", zh="请加括号：(x^2)^3 或 x^(2^3)"),
    "close": Words(en="add the closing bracket", zh="请补上右括号"),
    "decimal-point": Words(en="decimals are written with a point: 1.5", zh="小数请用小数点：1.5"),
    "delete": Words(en="delete it, or type the expression anew", zh="请删除它，或重新输入表达式"),
    "exponent": Words(en="write the exponent as ^(...)", zh="请把指数写成 ^(...)"),
    "factorial": Words(en="n! is written gamma(n+1)", zh="n! 请写成 gamma(n+1)"),
    "infinity": Words(
        en="infinity stands only in --domain; a variable needs another name",
        zh="无穷只用于 --domain；变量请换一个名称",
    ),
    "latex": Words(
        en="LaTeX is not read: write sqrt(x), x/y, sin(x)",
        zh="不支持 LaTeX 输入：请写 sqrt(x)、x/y、sin(x)",
    ),
    "lookalike": Words(en="type a plain {letter}", zh="请直接输入 {letter}"),
    "one-at-a-time": Words(en="give one expression at a time", zh="请每次只输入一个表达式"),
    "one-sign": Words(
        en="write one sign for each condition, and further branches for further conditions",
        zh="每个条件只用一个关系符号；更多条件请另写一段",
    ),
    "point": Words(en="products are written with *, decimals as 0.5", zh="乘积用 *，小数写成 0.5"),
    "relation": Words(
        en='only diff takes an equation: calctool diff "x^2+y^2=1" --of y',
        zh='只有 diff 可以求方程的导数：calctool diff "x^2+y^2=1" --of y',
    ),
    "round-brackets": Words(en="use round brackets ( )", zh="请使用圆括号 ( )"),
    "scale": Words(
        en="choose another unit, or a letter for the number", zh="请换一个单位，或用字母代替该数"
    ),
    "times": Words(
        en="write * between them, or remove the space", zh="请在两数之间写 *，或去掉空格"
    ),
    "underscore": Words(
        en="write x_1 or learning_rate; numbers without _",
        zh="请写 x_1 或 learning_rate；数中不写下划线",
    ),
    "use-a-letter": Words(en="put a letter in its place", zh="请用字母代替它"),
    # --- names and functions ---
    "a-batch-of-lines": Words(
        en="many at a time are for calctool batch: a line is "
        '{{"command":"{command}","expr":"{first}"}}',
        zh='多个题目请用 calctool batch，每行形如 {{"command":"{command}","expr":"{first}"}}',
    ),
    "all-functions": Words(
        en="all functions: calctool rules functions", zh="全部函数：calctool rules functions"
    ),
    "argument": Words(en="write {head}(x)", zh="请写 {head}(x)"),
    "ask-diff": Words(
        en='write calctool diff "{of}"{options}', zh='请写 calctool diff "{of}"{options}'
    ),
    "derivative-first": Words(
        en="find it first with calctool diff, and type the formula with the result in its place",
        zh="请先用 calctool diff 求出该导数，再把结果代入公式",
    ),
    "assignment": Words(en="for example: x=1,y=2", zh="例如：x=1,y=2"),
    "condition": Words(en="for example: x < 1", zh="例如：x < 1"),
    "constant": Words(
        en="e and E are Euler's number, pi is the circle's; choose another name",
        zh="e、E 是自然常数，pi 是圆周率；请换一个名称",
    ),
    "did-you-mean": Words(
        en="did you mean: {names}?    all functions: calctool rules functions",
        zh="您是否想输入：{names}？    全部函数：calctool rules functions",
    ),
    "function-power": Words(
        en="write {name}(x)^2 for the square, {name}''(x) for the derivative, "
        "{name}^2*(x) for a product",
        zh="平方请写 {name}(x)^2，导数请写 {name}''(x)，乘积请写 {name}^2*(x)",
    ),
    "inverse": Words(
        en="write {inverse}(x) for the inverse function, 1/{name}(x) for the reciprocal",
        zh="反函数请写 {inverse}(x)，倒数请写 1/{name}(x)",
    ),
    "joined": Words(en="write {product}", zh="请写 {product}"),
    "joined-e": Words(
        en="write {product} for the product, {power} for the power",
        zh="乘积请写 {product}，幂请写 {power}",
    ),
    "name": Words(en="for example: x, w1, theta", zh="例如：x、w1、theta"),
    "only-as-condition": Words(
        en="True stands only as the last condition of Piecewise",
        zh="True 只能作为 Piecewise 的最后一个条件",
    ),
    "orders": Words(
        en="write {name}'(x) for one argument, {name}^(1,0)(x, y) for two",
        zh="一元函数请写 {name}'(x)，二元函数请写 {name}^(1,0)(x, y)",
    ),
    "Piecewise": Words(
        en="for example: Piecewise((x^2, x < 1), (2*x, True))",
        zh="例如：Piecewise((x^2, x < 1), (2*x, True))",
    ),
    "prime": Words(
        en="write f'(x) with f, g, h or a name given by --function",
        zh="请用 f、g、h 或 --function 声明的名称，写成 f'(x)",
    ),
    "product-instead": Words(
        en="for a product with the variable write {name}*(...)",
        zh="若要与变量 {name} 相乘，请写 {name}*(...)",
    ),
    "product-or-function": Words(
        en="a product: {name}*(...)    an undefined function: --function {name}    "
        "all functions: calctool rules functions",
        zh="乘积：{name}*(...)    未定义函数：--function {name}    "
        "全部函数：calctool rules functions",
    ),
    "reciprocal": Words(en="write 1/{name}(x) for the reciprocal", zh="倒数请写 1/{name}(x)"),
    "remainder": Words(
        en="the remainder of x by 2 is written mod(x, 2)", zh="x 除以 2 的余数请写 mod(x, 2)"
    ),
    "rename": Words(en="choose another name", zh="请换一个名称"),
    "write": Words(en="write {written}", zh="请写 {written}"),
    "write-either": Words(en="write {written} or {other}", zh="请写 {written} 或 {other}"),
    "write-or-function": Words(
        en="write {written}    an undefined function: --function {name}",
        zh="请写 {written}    未定义函数：--function {name}",
    ),
    "write-or-rename": Words(
        en="write {written}, or choose another name for the variable",
        zh="请写 {written}，或为变量换一个名称",
    ),
    "without": Words(en="leave it out: {of}", zh="请去掉它：{of}"),
    "where": Words(en="for example: where(x < 1, x^2, 2*x)", zh="例如：where(x < 1, x^2, 2*x)"),
}
