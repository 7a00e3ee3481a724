"""How a system of equations was solved, and why there are no other solutions."""

from calctool.words import Words

MOVES = {
    "factor": Words(en="a product is zero where a factor is", zh="乘积为零，则至少一个因式为零"),
    "substitute": Words(en="substitute", zh="代入"),
    "eliminate": Words(en="eliminate", zh="消元"),
    "solve-one": Words(en="solve for one unknown", zh="解一元方程"),
    "back-substitute": Words(en="substitute back", zh="回代"),
    "no-real-root": Words(en="no real solution", zh="没有实数解"),
    "contradiction": Words(en="a contradiction", zh="矛盾"),
}
TURNS = {
    "factor": MOVES["factor"],
    "zero-numerator": Words(
        en="a fraction is zero where its numerator is", zh="分式为零，当且仅当分子为零"
    ),
    "isolate": Words(en="rearrange", zh="移项整理"),
    "take-root": Words(en="take the root", zh="开方"),
    "quadratic-formula": Words(en="quadratic formula", zh="求根公式"),
    "one-angle": Words(en="in functions of one angle", zh="化为同角的三角函数"),
    "one-wave": Words(en="by sin² + cos² = 1", zh="由 sin² + cos² = 1"),
    "factored": Words(en="factor", zh="因式分解"),
    "double-angle": Words(en="by sin 2x = 2 sin x · cos x", zh="由 sin 2x = 2 sin x · cos x"),
    "square": Words(en="square, both sides being ≥ 0", zh="两边非负，同时平方"),
    "solve-squared": Words(en="solve, and keep the condition", zh="解方程，保留条件"),
    "keep": Words(en="only these satisfy the condition", zh="只有这些满足条件"),
    "angles": Words(en="all angles with these values", zh="取这些值的所有角"),
    "divide-by-cosine": Words(
        en="divide by the cosine: where it is zero, the sine is not",
        zh="两边除以余弦：余弦为零处正弦不为零",
    ),
    "inverse-exp": Words(en="take logarithms", zh="取对数"),
    "inverse-log": Words(en="take exponentials", zh="取指数"),
    "inverse-root": Words(en="raise to a power, both sides being ≥ 0", zh="两边非负，同时乘方"),
    "inverse-odd-root": Words(en="raise to an odd power", zh="两边取奇数次方"),
    "inverse-power": Words(en="take the root", zh="开方"),
    "inverse-function": Words(en="apply the inverse function", zh="取反函数"),
    "in-domain": Words(en="what lies elsewhere is left out", zh="舍去不在此范围内的根"),
    "never-zero": Words(en="none of the factors is ever zero", zh="各因式处处不为零"),
}
"""From an equation in one unknown to its solutions, by the ids of the turns."""
REASONS = {
    "points": Words(en="by a Groebner basis", zh="由 Gröbner 基"),
    "sets": Words(
        en="split by factors and by dimension; every part with real points is listed",
        zh="按因式与维数分解，含实点的部分已全部列出",
    ),
    "partial": Words(en="some cases were not settled", zh="有些情形未能解决"),
}
MISSING = {
    "equations": Words(en="the equations are too large to expand", zh="方程过大，无法展开"),
    "cases": Words(en="cases that are too large: {count}", zh="有 {count} 种情形过大"),
    "points": Words(
        en="finitely many points of a case that is too large", zh="某一情形的有限个点，规模过大"
    ),
    "counts": Words(en="points whose two counts do not agree", zh="两种计数结果不一致的点"),
    "real": Words(
        en="whether sets have real points: {count} of them", zh="有 {count} 个集合是否含有实点"
    ),
}
