"""What is said about pasted text, by permanent id; a refusal says what can be done instead."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "latex.degree": Words(
        en="'{command}' is an angle in degrees, or a composition", zh="“{command}”表示角度或复合"
    ),
    "latex.evaluation": Words(
        en="the value at a point is asked for beside the formula", zh="求某点的值应与公式分开"
    ),
    "latex.exponent": Words(
        en="the exponent may belong to {inner} or to {whole}",
        zh="指数可能属于 {inner}，也可能属于 {whole}",
    ),
    "latex.how-far": Words(
        en="the bracket may belong to the argument of the function, or be a factor",
        zh="括号可能属于函数的自变量，也可能是一个因子",
    ),
    "latex.imaginary": Words(
        en="'{command}' is the imaginary unit, and calctool is real",
        zh="“{command}”是虚数单位，而 calctool 只处理实数",
    ),
    "latex.lone-bracket": Words(
        en="this bracket around one name may be the whole or the fractional part",
        zh="单个变量外的这种括号可能表示取整或小数部分",
    ),
    "latex.operator": Words(en="this derivative sign is not read here", zh="此处不支持求导记号"),
    "latex.relation": Words(
        en="'{command}' is no relation that is read here", zh="此处不支持关系符号“{command}”"
    ),
    "code.arguments": Words(en="'{name}' does not take these arguments", zh="“{name}”的参数不对"),
    "code.brackets": Words(en="'{sign}' has no partner", zh="“{sign}”没有配对"),
    "code.no-number": Words(
        en="'{name}' is no real number that calctool knows", zh="“{name}”不是 calctool 认识的实数"
    ),
    "code.sign": Words(en="'{sign}' is not read here", zh="此处不支持“{sign}”"),
    "code.then": Words(en="this 'if' has no 'then'", zh="这个 if 没有 then"),
    "code.two-values": Words(
        en="two values stand side by side without a sign", zh="两个值相邻，中间缺少运算符"
    ),
    "excel.minus": Words(
        en="a sheet takes the minus first here, as {sheet}",
        zh="电子表格在此先取负号，即 {sheet}",
    ),
    "excel.range": Words(en="a range of cells is not read here", zh="此处不支持单元格区域"),
    "excel.tower": Words(
        en="a sheet reads a tower of powers from the left, mathematics from the right",
        zh="电子表格自左向右计算连续乘方，数学则自右向左",
    ),
    "latex.accent": Words(
        en="{command} is a letter with a mark, which may mean several things",
        zh="{command} 是带记号的字母，含义不止一种",
    ),
    "latex.argument": Words(en="an argument is missing here", zh="此处缺少参数"),
    "latex.bare-function": Words(
        en="in LaTeX '{name}' is a product of letters", zh="在 LaTeX 中“{name}”是字母的乘积"
    ),
    "latex.binomial": Words(en="binomial coefficients are not read", zh="不支持二项式系数"),
    "latex.brace": Words(en="a brace has no partner '{sign}'", zh="花括号没有配对的“{sign}”"),
    "latex.braces": Words(
        en="TeX takes one token only, so '{written}' is probably without its braces",
        zh="TeX 只取一个记号，“{written}”可能漏了花括号",
    ),
    "latex.command": Words(en="'{command}' is not known", zh="不认识“{command}”"),
    "latex.delimiter": Words(en="this has no partner '{sign}'", zh="此处没有配对的“{sign}”"),
    "latex.derivative-given": Words(
        en="the left side says that this is a derivative already",
        zh="左边表明这已经是导数",
    ),
    "latex.differential": Words(
        en="a differential, as in an integral, is no factor", zh="积分中的微分不是因子"
    ),
    "latex.dots": Words(en="dots leave open what is meant", zh="省略号没有说明具体含义"),
    "latex.environment": Words(en="the environment '{name}' is not read", zh="不支持环境“{name}”"),
    "latex.index": Words(
        en="an exponent in brackets may be an index, or the order of a derivative",
        zh="括号中的指数可能是编号，也可能是导数的阶",
    ),
    "latex.integral": Words(en="integrals are not read", zh="不支持积分"),
    "latex.inverse": Words(
        en="'{name}' with the exponent -1 may be its inverse or its reciprocal",
        zh="“{name}”的 -1 次方可能是反函数，也可能是倒数",
    ),
    "latex.limit": Words(en="limits are not read", zh="不支持极限记号"),
    "latex.lines": Words(en="one formula at a time", zh="每次只读一个公式"),
    "latex.macro": Words(
        en="'{command}' would define or load something; nothing is expanded here",
        zh="“{command}”用于定义或载入内容；此处不展开任何宏",
    ),
    "latex.number-comma": Words(
        en="the comma may group digits or begin the decimals",
        zh="逗号可能是千位分隔符，也可能是小数点",
    ),
    "latex.operator-scope": Words(
        en="it is not clear how far {operator} reaches", zh="{operator} 的作用范围不明确"
    ),
    "latex.plus-minus": Words(
        en="'{command}' stands for two formulas", zh="“{command}”代表两个公式"
    ),
    "latex.several": Words(en="more than one formula", zh="不止一个公式"),
    "latex.subscript": Words(en="an index that is not read here", zh="此处不支持这种下标"),
    "latex.sum": Words(
        en="sums and products over an index are not read", zh="不支持求和与连乘记号"
    ),
    "latex.vector": Words(
        en="'{command}' stands for a vector, a matrix or a norm",
        zh="“{command}”表示向量、矩阵或范数",
    ),
    "latex.word": Words(
        en="the word '{word}' is no function that calctool knows",
        zh="“{word}”不是 calctool 认识的函数",
    ),
    "mathematica.letter-e": Words(
        en="in Mathematica 'e' is a name, and E the number",
        zh="在 Mathematica 中“e”是变量名，E 才是自然常数",
    ),
    "mathml.doctype": Words(
        en="a DOCTYPE, an entity or a style sheet is not read", zh="不读取 DOCTYPE、实体或样式表"
    ),
    "mathml.element": Words(
        en="the element <{name}> is not read here", zh="此处不支持元素 <{name}>"
    ),
    "mathml.number": Words(en="'{number}' is not read as a number", zh="“{number}”不能读作数"),
    "mathml.syntax": Words(en="this is not well-formed XML", zh="XML 格式不正确"),
    "notation.two": Words(
        en="the text has signs of LaTeX and of Python", zh="文本中既有 LaTeX 又有 Python 的记号"
    ),
    "python.not-arithmetic": Words(
        en="'{what}' is not read: only arithmetic and known functions are",
        zh="不读取“{what}”：只支持算术运算和已知函数",
    ),
    "python.operator": Words(en="the operator '{sign}' is not read", zh="不支持运算符“{sign}”"),
    "python.statements": Words(en="more than one expression", zh="不止一个表达式"),
    "python.syntax": Words(en="Python cannot read this here", zh="Python 语法有误"),
}

HINTS: dict[str, Words] = {
    "excel.range": Words(
        en="name each cell, for example A1+A2+A3", zh="请逐个写出单元格，例如 A1+A2+A3"
    ),
    "excel.tower": Words(en="write {sheet} or {other}", zh="请写 {sheet} 或 {other}"),
    "latex.degree": Words(
        en="write the angle in radians, for example \\frac{{30\\pi}}{{180}}",
        zh="请用弧度书写，例如 \\frac{{30\\pi}}{{180}}",
    ),
    "latex.delimiter-before": Words(en="open it with {sign}", zh="请在前面写 {sign}"),
    "latex.evaluation": Words(
        en="give the formula alone, and the point as --at x=1",
        zh="请只给出公式，并用 --at x=1 指定点",
    ),
    "latex.exponent": Words(en="write {outside}, or {inside}", zh="请写 {outside}，或 {inside}"),
    "latex.how-far": Words(en="write {outside}, or {inside}", zh="请写 {outside}，或 {inside}"),
    "latex.imaginary": Words(en="write a letter of another name", zh="请换一个字母"),
    "latex.index": Words(
        en="for a power write it without brackets; rename an index, for example v_1",
        zh="若为乘方，请去掉括号；若为编号，请改名，例如 v_1",
    ),
    "latex.inverse": Words(
        en="write {slash} for the reciprocal, or name the inverse",
        zh="倒数请写 {slash}，反函数请写其名称",
    ),
    "latex.lone-bracket": Words(en="write {round}, or {floor}", zh="请写 {round}，或 {floor}"),
    "latex.near": Words(en="did you mean {near}?", zh="是否指 {near}？"),
    "latex.operator": Words(
        en="give the function to `calctool diff`, with --wrt, --order or --mixed",
        zh="请将函数交给 `calctool diff`，并使用 --wrt、--order 或 --mixed",
    ),
    "latex.relation": Words(
        en="give the formula alone; bounds stand in --domain",
        zh="请只给出公式；范围写在 --domain 中",
    ),
    "latex.word": Words(
        en="write a letter for a variable, or a function that calctool knows",
        zh="变量请用字母；函数请用 calctool 认识的名称",
    ),
    "excel.minus": Words(en="write {sheet} or {other}", zh="请写 {sheet} 或 {other}"),
    "latex.accent": Words(en="rename it, for example v_1", zh="请改名，例如 v_1"),
    "latex.bare-function": Words(
        en="write \\{name} for the function", zh="若为函数，请写 \\{name}"
    ),
    "latex.binomial": Words(en="write it out as a fraction", zh="请写成分式"),
    "latex.brace": Words(
        en="every {{ needs its }}, for example \\frac{{x+1}}{{x}}",
        zh="每个 {{ 都要有 }}，例如 \\frac{{x+1}}{{x}}",
    ),
    "latex.braces": Words(en="write {meant}", zh="请写 {meant}"),
    "latex.delimiter": Words(en="close it with {sign}", zh="请用 {sign} 闭合"),
    "latex.derivative-given": Words(
        en="give the function itself to have it differentiated", zh="若要求导，请给出函数本身"
    ),
    "latex.differential": Words(
        en="leave it out to differentiate the formula before it",
        zh="若要对前面的式子求导，请去掉它",
    ),
    "latex.dots": Words(en="write out every term", zh="请写出每一项"),
    "latex.integral": Words(
        en="calctool differentiates; an integrand alone can be read",
        zh="calctool 只求导；可以单独读取被积函数",
    ),
    "latex.limit": Words(
        en="for a derivative from its definition say `calctool limit-def` with f(x)",
        zh="若要由定义求导，请用 `calctool limit-def` 并给出 f(x)",
    ),
    "latex.macro": Words(en="paste the formula alone", zh="请只粘贴公式"),
    "latex.number-comma": Words(en="write {whole}, or {point}", zh="请写 {whole}，或 {point}"),
    "latex.operator-scope": Words(
        en="write {operator}\\left({operand}\\right)", zh="请写 {operator}\\left({operand}\\right)"
    ),
    "latex.plus-minus": Words(en="write one of them", zh="请写出其中一个"),
    "latex.sum": Words(en="write out every term", zh="请写出每一项"),
    "latex.vector": Words(en="write its components, for example v_1", zh="请写出分量，例如 v_1"),
    "mathematica.letter-e": Words(
        en="write E for the number, or another letter", zh="自然常数请写 E，变量请换一个字母"
    ),
    "notation.two": Words(
        en="say --notation latex or --notation python",
        zh="请用 --notation latex 或 --notation python 指明",
    ),
    "python.power": Words(
        en="in Python ^ is exclusive or; write ** for a power", zh="Python 中 ^ 是异或；乘方请写 **"
    ),
    "python.statements": Words(
        en="paste one formula, for example lambda x: x**2", zh="请粘贴一个公式，例如 lambda x: x**2"
    ),
}

NOTES: dict[str, Words] = {
    "note.chain": Words(
        en="of several equal forms the last was taken", zh="多个相等的式子中取最后一个"
    ),
    "note.condition": Words(
        en="the condition `{typed}` was kept as the domain", zh="条件 `{typed}` 取为定义域"
    ),
    "note.condition-left-out": Words(
        en="the condition `{typed}` was left out", zh="条件 `{typed}` 未予考虑"
    ),
    "note.index": Words(en="read `{typed}` as the name `{name}`", zh="`{typed}` 读作名称 `{name}`"),
    "note.inverse-function": Words(
        en="read `{typed}` as the inverse function {reading}; write 1/{name} for the reciprocal",
        zh="`{typed}` 读作反函数 {reading}；若为倒数，请写 1/{name}",
    ),
    "note.left-side": Words(
        en="`{typed}` was taken as the name of the function", zh="`{typed}` 视为函数的名称"
    ),
    "note.letter-function": Words(
        en="read `{typed}` as the function {reading}", zh="`{typed}` 读作函数 {reading}"
    ),
    "note.not-transposed": Words(
        en="read `{typed}` as the power `{reading}`, not as a transpose",
        zh="`{typed}` 读作乘方 `{reading}`，而不是转置",
    ),
    "note.operator": Words(
        en="`{typed}` was taken as the question: the derivative",
        zh="`{typed}` 视为问题本身：求导数",
    ),
    "note.read-notation": Words(
        en="read {notation} as `{reading}`", zh="按 {notation} 读作 `{reading}`"
    ),
}
