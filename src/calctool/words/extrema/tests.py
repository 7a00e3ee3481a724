"""What a critical point is and why: the tests by their ids, and their sentences."""

from calctool.words import Words

# --- tests of a critical point, by their ids ----------------------------------------------------

TESTS: dict[str, Words] = {
    "hessian-definite": Words(en="the Hessian is definite", zh="黑塞矩阵正定或负定"),
    "hessian-indefinite": Words(en="the Hessian is indefinite", zh="黑塞矩阵不定"),
    "higher-order-term": Words(en="first term of higher order", zh="首个高阶项"),
    "lowest-form": Words(en="terms of lowest degree", zh="最低次项"),
    "even-terms": Words(en="even powers only", zh="只含偶次幂"),
    "newton-polygon": Words(en="Newton polygon", zh="牛顿多边形"),
    "even-powers": Words(en="even powers of factors", zh="因子的偶次幂"),
    "factor-changes-sign": Words(en="a factor that changes sign", zh="变号的因子"),
    "small-square": Words(en="signs on small squares", zh="小正方形上的符号"),
    "critical-set": Words(en="across the critical set", zh="临界点集的横截方向"),
    "bounded-by-value": Words(en="a bound that is attained", zh="可取到的界"),
    "extreme-value": Words(en="the extreme value of f", zh="f 的最值"),
    "degenerate-undecided": Words(en="the Hessian decides nothing", zh="黑塞矩阵不能判定"),
}

POSITIVE_DEFINITE = Words(
    en="the Hessian is positive definite: leading minors {minors}",
    zh="黑塞矩阵正定：顺序主子式 {minors}",
)
NEGATIVE_DEFINITE = Words(
    en="the Hessian is negative definite: leading minors {minors}",
    zh="黑塞矩阵负定：顺序主子式 {minors}",
)
INDEFINITE = Words(
    en="eigenvalues of the Hessian: {positive} positive, {negative} negative",
    zh="黑塞矩阵的特征值：{positive} 个正，{negative} 个负",
)
SECOND_DERIVATIVE = Words(en="f'' = {value} {sign} 0", zh="f'' = {value} {sign} 0")

FIRST_TERM = {
    "odd": Words(
        en="f - f(p) begins with a term of odd order {order}, so it changes sign",
        zh="f - f(p) 的首项为奇数阶（{order} 阶），故变号",
    ),
    "positive": Words(
        en="f - f(p) begins with a positive term of even order {order}",
        zh="f - f(p) 的首项为正，且为偶数阶（{order} 阶）",
    ),
    "negative": Words(
        en="f - f(p) begins with a negative term of even order {order}",
        zh="f - f(p) 的首项为负，且为偶数阶（{order} 阶）",
    ),
}
ALONG_VALLEY = {
    "odd": Words(
        en="along the curve on which the Hessian degenerates f - f(p) begins with a term of odd "
        "order {order}, so it changes sign",
        zh="沿黑塞矩阵退化的曲线，f - f(p) 的首项为奇数阶（{order} 阶），故变号",
    ),
    "same": Words(
        en="along the curve on which the Hessian degenerates f - f(p) begins with a term of even "
        "order {order}, of the same sign as in the other directions",
        zh="沿黑塞矩阵退化的曲线，f - f(p) 的首项为偶数阶（{order} 阶），与其余方向同号",
    ),
    "opposite": Words(
        en="along the curve on which the Hessian degenerates f - f(p) begins with a term of order "
        "{order}, of the sign opposite to that in the other directions",
        zh="沿黑塞矩阵退化的曲线，f - f(p) 的首项为 {order} 阶，与其余方向反号",
    ),
}
LOWEST_FORM = {
    "both": Words(
        en="measured from the point the terms of lowest degree, {form}, take both signs",
        zh="以该点为原点，最低次项 {form} 取到两种符号",
    ),
    "positive": Words(
        en="measured from the point the terms of lowest degree, {form}, are positive",
        zh="以该点为原点，最低次项 {form} 恒正",
    ),
    "negative": Words(
        en="measured from the point the terms of lowest degree, {form}, are negative",
        zh="以该点为原点，最低次项 {form} 恒负",
    ),
}
LOWEST_REST = {
    "both": Words(
        en="where the Hessian is zero the terms of lowest degree, {degree}, take both signs",
        zh="在黑塞矩阵退化的方向上，最低次（{degree} 次）项取到两种符号",
    ),
    "same": Words(
        en="where the Hessian is zero the terms of lowest degree, {degree}, have the sign of the "
        "other directions",
        zh="在黑塞矩阵退化的方向上，最低次（{degree} 次）项与其余方向同号",
    ),
    "opposite": Words(
        en="where the Hessian is zero the terms of lowest degree, {degree}, reach the sign "
        "opposite to that of the other directions",
        zh="在黑塞矩阵退化的方向上，最低次（{degree} 次）项取到与其余方向相反的符号",
    ),
}
NEWTON = {
    "both": Words(
        en="measured from the point the terms {form} lead along curves with {x} like t^{a} and "
        "{y} like t^{b}, and take both signs",
        zh="沿 {x} 如 t^{a}、{y} 如 t^{b} 的曲线，主部 {form} 取到两种符号",
    ),
    "same": Words(
        en="every edge of the Newton polygon has terms of one and the same sign",
        zh="牛顿多边形每条边上的主部同号",
    ),
}
EVEN_TERMS = Words(
    en="all terms have even powers and one sign, and every variable has a power of its own",
    zh="各项均为偶次幂且同号，并且每个变量都有单独的幂项",
)
EVEN_POWERS = Words(
    en="near the point f - f(p) is {factors} times a function of one sign",
    zh="在该点附近，f - f(p) 等于 {factors} 乘以一个不变号的函数",
)
NEAR_ANGLE = Words(
    en="with {letter} = tan(h/2), h being {name} less its angle there: {reason}",
    zh="令 {letter} = tan(h/2)，h 为 {name} 与该处角度之差：{reason}",
)
FACTOR_CHANGES_SIGN = Words(
    en="f - f(p) has factors that change sign at the point: {factors}",
    zh="f - f(p) 含有在该点变号的因子：{factors}",
)
SMALL_SQUARE = {
    "both": Words(
        en="on every small square around the point f - f(p) takes both signs",
        zh="在以该点为中心的任意小正方形上，f - f(p) 取到两种符号",
    ),
    "positive": Words(
        en="on every small square around the point f - f(p) is positive",
        zh="在以该点为中心的任意小正方形上，f - f(p) 恒正",
    ),
    "negative": Words(
        en="on every small square around the point f - f(p) is negative",
        zh="在以该点为中心的任意小正方形上，f - f(p) 恒负",
    ),
    "not-negative": Words(
        en="on every small square around the point f - f(p) is zero or positive, and both occur",
        zh="在以该点为中心的任意小正方形上，f - f(p) 非负，且能取到零与正值",
    ),
    "not-positive": Words(
        en="on every small square around the point f - f(p) is zero or negative, and both occur",
        zh="在以该点为中心的任意小正方形上，f - f(p) 非正，且能取到零与负值",
    ),
    "zero": Words(en="f is constant near the point", zh="f 在该点附近为常数"),
}
CRITICAL_SET = Words(
    en="f is constant on the critical set; eigenvalues of the Hessian across it: {positive} "
    "positive, {negative} negative",
    zh="f 在临界点集上为常数；横截方向上黑塞矩阵的特征值：{positive} 个正，{negative} 个负",
)
BOUNDED_BY_VALUE = Words(
    en="f {sign} {value} everywhere, as it is written, with equality at the point",
    zh="由表达式可见处处有 f {sign} {value}，且在该点取等号",
)
SIGNS_OPEN = Words(
    en="the signs of the eigenvalues of the Hessian were not decided",
    zh="黑塞矩阵特征值的符号未能判定",
)
DEGENERATE_OPEN = Words(
    en="0 is an eigenvalue of the Hessian, of multiplicity {zero}, and no test of the higher "
    "terms decided",
    zh="0 是黑塞矩阵的 {zero} 重特征值，高阶项检验未能判定",
)
SAME_AS = Words(
    en="{reason}, for {inner} in place of f, which moves no extremum here",
    zh="{reason}（以 {inner} 代替 f，不改变此处的极值）",
)
