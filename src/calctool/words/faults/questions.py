"""What is said when an expression and the options do not make one question, by permanent id."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "question.equation": Words(
        en="an equation has a derivative only when one name is a function of the others",
        zh="方程只有在指明哪个名称是其余名称的函数时才能求导",
    ),
    "question.inequality": Words(en="an inequality has no derivative", zh="不等式没有导数"),
    "question.of-without-equation": Words(
        en="--of needs an equation, such as x^2+y^2=1", zh="--of 需要方程，例如 x^2+y^2=1"
    ),
    "question.of-absent": Words(
        en="'{name}' does not occur in the equation", zh="方程中没有“{name}”"
    ),
    "question.of-variable": Words(
        en="'{name}' cannot be both a function and a variable",
        zh="“{name}”不能既是函数又是变量",
    ),
    "question.one-name": Words(en="{option} takes one name", zh="{option} 只接受一个名称"),
    "question.not-on-curve": Words(
        en="the point given with --at does not satisfy the equation",
        zh="--at 给出的点不满足方程",
    ),
    "question.not-implicit": Words(
        en="the equation does not say how '{name}' depends on the others",
        zh="方程没有给出“{name}”与其余名称的关系",
    ),
    "question.defined-nowhere": Words(
        en="the expression has no real value anywhere: {condition} never holds",
        zh="表达式处处没有实数值：{condition} 不可能成立",
    ),
    "question.absent": Words(
        en="{option} names '{name}', which does not occur in the problem",
        zh="{option} 中的“{name}”没有在题目中出现",
    ),
    "question.where-every": Words(
        en="--where gives every name a value, so that no variable is left",
        zh="--where 为每个名称都代入了数值，没有剩下变量",
    ),
    "question.at-several": Words(
        en="--at takes one value of {name}, but {count} are given",
        zh="--at 只取 {name} 的一个值，却给出了 {count} 个",
    ),
    "question.where-variable": Words(
        en="'{name}' is a variable, so --where cannot give it a value",
        zh="“{name}”是变量，不能用 --where 代入",
    ),
    "question.where-absent": Words(
        en="--where names '{name}', which does not occur in the expression",
        zh="--where 中的“{name}”不在表达式中",
    ),
    "question.where-name": Words(en="--where needs a name: a=2", zh="--where 需要名称，例如 a=2"),
    "question.at-names": Words(
        en="--at must name its values, because there are several variables: {variables}",
        zh="有多个变量（{variables}），--at 必须写明各自的值",
    ),
    "question.at-stranger": Words(
        en="--at names '{name}', which is not a variable here",
        zh="--at 中的“{name}”不是此处的变量",
    ),
    "question.at-missing": Words(
        en="--at gives no value for {variables}", zh="--at 缺少 {variables} 的值"
    ),
    "question.at-constant": Words(
        en="what --at gives may hold letters, but '{name}' is a variable itself",
        zh="--at 的值可以含字母，但“{name}”本身是变量",
    ),
    "question.which-variable": Words(
        en="there is more than one name: {names}", zh="表达式中有多个名称：{names}"
    ),
    "question.no-value": Words(
        en="numbers are needed, but no value is given for {names}",
        zh="需要具体的数值，但 {names} 没有给定值",
    ),
    "assume.relation": Words(
        en="--assume needs a relation such as a>0, not '{text}'",
        zh="--assume 需要 a>0 这样的关系式，而不是“{text}”",
    ),
    "assume.equation": Words(
        en="--assume takes <, <=, >, >= or !=; '{text}' gives a value",
        zh="--assume 只接受 <、<=、>、>=、!=；“{text}”给出的是数值",
    ),
    "assume.variable": Words(
        en="--assume is about parameters, but '{name}' is the variable",
        zh="--assume 只用于参数，而“{name}”是自变量",
    ),
    "parameters.no-method": Words(
        en="the table changes with {names} in a way that was not found",
        zh="未能找出增减表如何随 {names} 变化",
    ),
    "parameters.contradictory": Words(
        en="no value of {names} is as --assume says", zh="没有满足 --assume 的 {names} 的值"
    ),
    "parameters.none": Words(
        en="--when asks for which values of a letter f is so, and the problem has no letter "
        "without a value",
        zh="--when 是问参数取何值，而题中没有待定的参数",
    ),
    "question.unknown-function": Words(
        en="a formula is needed, but nothing is known of {name}",
        zh="需要具体的表达式，但函数 {name} 没有给出",
    ),
    "question.domain-value": Words(
        en="an end of --domain has no value that can be worked out",
        zh="--domain 的端点无法求值",
    ),
    "question.members": Words(
        en="--members takes a number up to {most}, or a first and a last k: 5 or 20..25",
        zh="--members 应为不超过 {most} 的个数，或首尾两个 k：5 或 20..25",
    ),
    "question.domain-long": Words(
        en="--domain holds too many periods of the expression; choose a shorter one",
        zh="--domain 包含的周期过多；请缩短区间",
    ),
    "question.domain-stranger": Words(
        en="--domain speaks of '{name}', but the variable is '{variable}'",
        zh="--domain 中的“{name}”不是变量；变量是“{variable}”",
    ),
    "question.domain-names": Words(
        en="--domain must name its variable, because there are several: {variables}",
        zh="有多个变量（{variables}），--domain 必须写明是哪一个",
    ),
    "question.domain-constant": Words(
        en="--domain needs numbers, but '{name}' stands in it",
        zh="--domain 需要数值，却含有“{name}”",
    ),
    "question.domain-order": Words(
        en="the start of --domain must lie below its end", zh="--domain 的左端必须小于右端"
    ),
    "question.domain-empty": Words(
        en="the expression has no real value on this domain", zh="表达式在此范围内没有实数值"
    ),
    "option.domain": Words(en="this is no interval", zh="这不是区间"),
    "option.window": Words(
        en="a window has two ends for each axis of the picture, the smaller one first",
        zh="窗口对图像的每个坐标轴给出左右两端，较小者在前",
    ),
    "question.beside-plane": Words(
        en="--plot-also draws beside a function of one variable",
        zh="--plot-also 只用于一元函数的图像",
    ),
    "question.beside-many": Words(
        en="--plot-also is given more than {most} times", zh="--plot-also 超过 {most} 次"
    ),
    "question.beside-equation": Words(
        en="--plot-also takes a function, and not an equation or an inequality",
        zh="--plot-also 需要函数，而不是方程或不等式",
    ),
    "question.beside-name": Words(
        en="'{name}' in --plot-also has no value; the variable of the picture is {variable}",
        zh="--plot-also 中的“{name}”没有值；图像的自变量是 {variable}",
    ),
    "question.too-many": Words(
        en="more than {most} variables in {option}", zh="{option} 中的变量超过 {most} 个"
    ),
    "question.not-a-function": Words(
        en="extrema are those of a function, but this is an equation or an inequality",
        zh="极值是函数的极值，而这里是方程或不等式",
    ),
    "question.no-constraint": Words(
        en="lagrange needs at least one constraint", zh="lagrange 至少需要一个约束条件"
    ),
    "question.constraint-sign": Words(
        en="a constraint has one of the signs =, <= and >=",
        zh="约束条件必须含有 =、<= 或 >= 之一",
    ),
    "question.constraint-unequal": Words(
        en="a constraint has one of the signs =, <= and >=, and not !=",
        zh="约束条件使用 =、<= 或 >=，不能用 !=",
    ),
    "question.constraint-strict": Words(
        en="{sign} leaves out the boundary, which is not done yet where there are letters without "
        "a value",
        zh="{sign} 不含边界；含有未赋值字母时尚不能处理",
    ),
    "question.constraint-constant": Words(
        en="no variable occurs in the constraint {constraint}",
        zh="约束条件 {constraint} 中没有变量",
    ),
}

HINTS: dict[str, Words] = {
    "say-of": Words(
        en="for the derivative of {name} as a function of the others: --of {name}",
        zh="若把 {name} 看作其余名称的函数：--of {name}",
    ),
    "say-wrt": Words(
        en="say which one is the variable, for example --wrt {name}",
        zh="请指明哪个是变量，例如 --wrt {name}",
    ),
    "right-side": Words(
        en='give the right side alone: "{function}"', zh="只需给出等号右边：“{function}”"
    ),
    "right-side-on": Words(
        en='give the right side alone: "{function}" --domain "{condition}"',
        zh='只需给出等号右边：“{function}” --domain "{condition}"',
    ),
    "ask-implicit": Words(
        en='only diff takes an equation: calctool diff "{equation}" --of {name}',
        zh='只有 diff 可以求方程的导数：calctool diff "{equation}" --of {name}',
    ),
    "left-side": Words(
        en='give the function alone: "{function}"', zh="只需给出函数本身：“{function}”"
    ),
    "give-where": Words(
        en='give it one, for example --where "{name}=2"', zh='请代入数值，例如 --where "{name}=2"'
    ),
    "give-where-equal": Words(en="use --where for it", zh="请改用 --where"),
    "give-values": Words(en='for example: --where "{example}"', zh='例如：--where "{example}"'),
    "domain": Words(
        en='for example: --domain "[0, 2*pi)" or --domain "x:(0, oo)"',
        zh='例如：--domain "[0, 2*pi)" 或 --domain "x:(0, oo)"',
    ),
    "window": Words(
        en='for example: --window "[-5, 5]" or --window "[-5, 5], y:[0, 10]"',
        zh='例如：--window "[-5, 5]" 或 --window "[-5, 5], y:[0, 10]"',
    ),
    "region": Words(
        en='a region is given by constraints: calctool lagrange "{expression}" {region}',
        zh='区域请用约束条件给出：calctool lagrange "{expression}" {region}',
    ),
    "at-instead": Words(
        en='the derivative there is asked with --at "{name}={value}"',
        zh='求该点的导数请用 --at "{name}={value}"',
    ),
    "constraint-instead": Words(
        en='to keep it there: --subject-to "{name}={value}"',
        zh='若要固定它：--subject-to "{name}={value}"',
    ),
    "leave-out": Words(
        en="to keep it there, leave {name} out of --wrt",
        zh="若要固定它，请不要把 {name} 写进 --wrt",
    ),
    "at-point": Words(
        en='the derivative at a point is asked with calctool diff "{expression}" --at "{point}"',
        zh='求某点的导数请用 calctool diff "{expression}" --at "{point}"',
    ),
    "joined-there": Words(
        en='{joined} is one name; for products write "{written}"',
        zh="{joined} 是一个名称；若为乘积，请写“{written}”",
    ),
    "name-there": Words(en="write {option} {near}", zh="请写 {option} {near}"),
    "names-there": Words(en="the names there: {names}", zh="题目中的名称：{names}"),
    "one-point": Words(en="ask once for each point", zh="请对每个点分别提问"),
    "one-point-or-decimal": Words(
        en="ask once for each: --at {first}    a decimal has a point: --at {decimal}",
        zh="请逐个提问：--at {first}    小数请用小数点：--at {decimal}",
    ),
    "where-instead": Words(
        en="a value for a parameter is given with --where", zh="参数的值用 --where 给出"
    ),
    "domain-named": Words(
        en='for example: --domain "{name}:[0, 1]"', zh='例如：--domain "{name}:[0, 1]"'
    ),
    "as-constraint": Words(
        en='as a constraint on a function: calctool lagrange EXPR --subject-to "{equation}"',
        zh='作为约束条件：calctool lagrange EXPR --subject-to "{equation}"',
    ),
    "say-subject-to": Words(
        en='for example: --subject-to "x^2+y^2=1"    without constraints: calctool critical',
        zh='例如：--subject-to "x^2+y^2=1"    没有约束条件时：calctool critical',
    ),
    "write-zero": Words(
        en='write --subject-to "{constraint}=0", or --subject-to "{constraint}>=0": '
        "without quotes a shell takes >= away",
        zh='请写 --subject-to "{constraint}=0" 或 --subject-to "{constraint}>=0"；'
        "不加引号时 >= 会被命令行吞掉",
    ),
    "include-boundary": Words(
        en="write {closed} to take the boundary in", zh="写成 {closed} 以包含边界"
    ),
    "at-named": Words(en='for example: --at "{example}"', zh='例如：--at "{example}"'),
}
