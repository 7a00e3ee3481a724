"""Why a list of solutions is complete, or where it is not: changes of variables and boxes."""

from calctool.words import Words

MOVES = {
    "divide-positive": Words(en="divide by what is never zero", zh="除以恒不为零的因式"),
    "exponentiate": Words(en="undo logarithms and exponentials", zh="消去对数与指数"),
    "trigonometric-substitution": Words(
        en="put c = cos, s = sin with c² + s² = 1", zh="令 c = cos、s = sin，c² + s² = 1"
    ),
    "exponential-substitution": Words(en="put u = exp, u > 0", zh="令 u = exp，u > 0"),
    "logarithmic-substitution": Words(en="put v = log", zh="令 v = log"),
    "adjoin-roots": Words(en="put r for each root", zh="令 r 表示各根式"),
    "by-signs": Words(en="case by case for each sign", zh="按符号分情形"),
    "resubstitute": Words(en="back to the unknowns", zh="换回原未知数"),
    "certified-boxes": Words(
        en="interval arithmetic proves one solution in each", zh="区间算术证明每处恰有一解"
    ),
}

EXAMINED = Words(
    en="interval arithmetic left no part of the box unexamined",
    zh="区间算术检查了整个方框，没有遗漏",
)
ONE_CELL = Words(
    en="the equations repeat, and interval arithmetic left no part of one period unexamined",
    zh="方程具有周期性，区间算术检查了整个周期，没有遗漏",
)
PARTLY = Words(
    en="small boxes that could not be decided: {count}",
    zh="有 {count} 个小方框未能判定",
)
LEFT = Words(
    en="in the boxes listed as undecided there may be further solutions",
    zh="在列出的未判定方框中可能还有其他解",
)
TOO_FEW = Words(
    en="fewer equations than unknowns: the solutions are not isolated",
    zh="方程少于未知数：解不是孤立的",
)
ALONE = {
    -1: Words(
        en="f is convex: beside a strict minimum it has no other critical point",
        zh="f 是凸函数，有严格极小值点，故没有其他临界点",
    ),
    1: Words(
        en="f is concave: beside a strict maximum it has no other critical point",
        zh="f 是凹函数，有严格极大值点，故没有其他临界点",
    ),
}
COMPONENT = Words(
    en="a set of solutions of the changed system could not be brought back",
    zh="变换后方程组的一族解未能换回原变量",
)
CHANGED = {
    "trigonometric-substitution": Words(
        en="with c = cos, s = sin and c² + s² = 1 the system is polynomial; solved completely",
        zh="令 c = cos、s = sin，则 c² + s² = 1，方程组成为多项式方程组，已完全求解",
    ),
    "exponential-substitution": Words(
        en="with u = exp > 0 the system is polynomial; solved completely",
        zh="令 u = exp > 0，方程组成为多项式方程组，已完全求解",
    ),
    "logarithmic-substitution": Words(
        en="with v = log the system is polynomial; solved completely",
        zh="令 v = log，方程组成为多项式方程组，已完全求解",
    ),
    "adjoin-roots": Words(
        en="with each root as an unknown r the system is polynomial; solved completely",
        zh="将每个根式设为未知数 r，方程组成为多项式方程组，已完全求解",
    ),
    "by-signs": Words(
        en="for each sign of what stands under |…| the system is polynomial; solved completely",
        zh="按绝对值内的正负分情形后，方程组成为多项式方程组，已完全求解",
    ),
}
NOWHERE = Words(en="they have no value anywhere together", zh="它们没有公共的定义域")
NEVER_ZERO = Words(en="one of the equations has no solution", zh="其中一个方程无解")
OPEN_CONDITION = Words(
    en="whether some points belong to the domain was not decided",
    zh="有些点是否属于定义域未能判定",
)
WHOLE = Words(
    en="interval arithmetic examined a box outside of which there is no solution",
    zh="区间算术检查了一个方框，方框之外没有解",
)
BY_NEWTON = Words(
    en="points that Newton's method did not lead to; found and proved to be solutions: {count}",
    zh="Newton 法未找到的点；已找到并证明是解的点数：{count}",
)
COUNTED = Words(
    en="complex solutions enclosed one by one: {count}, as many as Bézout's theorem allows",
    zh="已逐一圈出 {count} 个复数解，恰为 Bézout 定理所允许的个数",
)
ONE_NAME = Words(
    en="expressed by one unknown, the equations contradict each other",
    zh="用一个未知数表示后，方程互相矛盾",
)
REPEATING = Words(
    en="one equation in one unknown: its solutions repeat, those in the window are listed",
    zh="归结为一元方程：其解周期重复，仅列出窗口内的解",
)
REPEATED = Words(
    en="infinitely many further solutions outside the window",
    zh="窗口之外还有无穷多个解",
)


def one_name(why: Words) -> Words:
    return Words(
        en=f"one equation in one unknown is left: {why.en}",
        zh=f"归结为一元方程：{why.zh}",
    )


SHARED = Words(
    en="where the factor that all equations share is not zero, they were solved completely",
    zh="在各方程的公因式不为零处，方程组已完全求解",
)
EMPTY_OR_NOT = Words(
    en="whether a factor that all equations share has real zeros",
    zh="各方程的公因式是否有实零点",
)
CASES = Words(
    en="for each choice of factors the system was solved completely",
    zh="对因式的每种取法，方程组都已完全求解",
)
CASES_OPEN = Words(
    en="for some choices of factors the system was solved in part",
    zh="对因式的某些取法，方程组只解出一部分",
)
SET_OUTSIDE = Words(
    en="whether a set of solutions meets the domain was not decided",
    zh="某一族解是否落在定义域内未能判定",
)
UNSOLVED = Words(en="the solutions of a system of equations", zh="某个方程组的解")
OTHER_NAMES = Words(
    en="without values of the other names no method reaches this system",
    zh="其他字母未给定数值时，没有方法能求解此方程组",
)
SEPARATE = Words(
    en="each unknown has an equation of its own, and each was solved completely",
    zh="每个未知数各有一个方程，均已完全求解",
)
