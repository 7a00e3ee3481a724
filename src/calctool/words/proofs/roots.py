"""Why a list of zeros is complete, or how far it was proved, by the method that found them."""

from calctool.words import Words

METHODS: dict[str, Words] = {
    "no-zero": Words(en="none of its factors is ever zero", zh="它的各因式处处不为零"),
    "nowhere-defined": Words(en="it has no value anywhere", zh="它处处没有定义"),
    "identically-zero": Words(en="it is zero throughout", zh="它恒等于零"),
    "polynomial": Words(
        en="a polynomial of degree {degree} with {count} real roots",
        zh="{degree} 次多项式，有 {count} 个实根",
    ),
    "algebraic": Words(
        en="without its radicals it is a polynomial, of which all roots were tested",
        zh="消去根式得到多项式，逐一检验了它的根",
    ),
    "substitution": Words(en="by substitution", zh="换元求解"),
    "half-angle": Words(
        en="its zeros are those of a trigonometric polynomial in one angle: all in one turn, and "
        "their repetitions",
        zh="其零点即单一角的三角多项式的零点：求出一周内的全部零点及其周期重复",
    ),
    "rolle-chain": Words(
        en="by Rolle: between neighbouring zeros of the derivative there is at most one zero",
        zh="由罗尔定理：导数的相邻零点之间至多有一个零点",
    ),
    "subdivision": Words(
        en="interval arithmetic left no part of the interval unexamined",
        zh="区间算术检查了整个区间，没有遗漏",
    ),
    "waves": Words(
        en="far out each interval holds exactly one zero, and the rest of the line was searched",
        zh="在远处每个小区间内恰有一个零点，其余部分已全部搜索",
    ),
    "waves-outweighed": Words(
        en="far out the other terms outweigh the waves, and the rest of the line was searched",
        zh="在远处其余各项大于振荡部分，其余部分已全部搜索",
    ),
    "recurrence": Words(
        en="f(x + s) − f(x) has one sign, and so has f, which tends to a limit of the other sign "
        "or to 0",
        zh="f(x + s) − f(x) 不变号，而 f 的极限为 0 或异号，故 f 不变号",
    ),
    "enveloped": Words(
        en="far out ψ and its derivatives lie between two partial sums of their expansions, and "
        "the rest of the line was searched",
        zh="在远处 ψ 及其各阶导数介于其渐近展开的两个部分和之间，其余部分已全部搜索",
    ),
    "one-sign": Words(en="all its terms have the same sign", zh="它的各项同号"),
    "log-convex": Words(
        en="(ln |f|)″ > 0, so that f·f″ = f′² + f²·(ln |f|)″ > 0",
        zh="(ln |f|)″ > 0，故 f·f″ = f′² + f²·(ln |f|)″ > 0",
    ),
    "period": Words(en="one period was examined completely", zh="完整检查了一个周期"),
}

POLYNOMIAL = {
    "one-root": Words(
        en="a polynomial of degree {degree} with one real root",
        zh="{degree} 次多项式，有 1 个实根",
    ),
    "no-root": Words(
        en="a polynomial of degree {degree} without real roots", zh="{degree} 次多项式，没有实根"
    ),
    "factor": Words(
        en="a polynomial times factors that are never 0",
        zh="多项式与恒不为零的因子之积",
    ),
    "plain": Words(
        en="its zeros are roots of polynomials, which were all isolated",
        zh="其零点是多项式的根，已全部分离",
    ),
}

BY_PARTS = Words(en="part by part, {en}", zh="逐部分：{zh}")
"""Each factor, or each piece, may have a method of its own."""
WINDOW = Words(
    en="complete between {low} and {high} only: nothing is proved outside",
    zh="仅在 {low} 与 {high} 之间完整：区间之外未作证明",
)
PARTIAL = Words(
    en="short intervals that could not be decided: {count}", zh="有 {count} 个小区间未能判定"
)
NOTHING = Words(en="no method decides where it is zero", zh="没有方法能判定它的零点")

DOMAIN = {
    "everywhere": Words(en="defined everywhere", zh="处处有定义"),
    "conditions": Words(
        en="each condition was solved and its sign tested on every piece",
        zh="逐一求解各条件，并检验每段上的符号",
    ),
    "period": Words(
        en="infinitely many pieces: one period is listed, the rest repeats it",
        zh="有无穷多段：只列出一个周期，其余重复",
    ),
    "window": Words(
        en="infinitely many pieces: those between {low} and {high} are listed",
        zh="有无穷多段：只列出 {low} 与 {high} 之间的部分",
    ),
    "undecided": Words(en="a condition could not be decided", zh="有条件未能判定"),
}
