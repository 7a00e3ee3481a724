"""The words of extrema by cases of letters: how the cases were found, what is missing."""

from calctool.words import Words

SCALED = Words(
    en="{changes} make of it the question for {there}", zh="令 {changes}，化为 {there} 时的问题"
)
NO_METHOD = Words(
    en="how the points and their kinds change with {names}: no method was found; give a value, for "
    "example {example}",
    zh="点及其类型随 {names} 的变化：未找到方法；请给出数值，例如 {example}",
)
COVERED = Words(
    en="the cases cover every {names} that is asked for", zh="以上情形取遍所问的全部 {names}"
)
CAN_CHANGE = Words(en="Where the answer can change", zh="分类的依据")
MORE = Words(en="…", zh="……")
ROWS = Words(en="points that repeat", zh="周期重复的点")

SQUARES = Words(
    en="completing squares leaves {positive} positive and {negative} negative squares",
    zh="配方后有 {positive} 个正平方项、{negative} 个负平方项",
)
SQUARES_REASON = Words(
    en="the equations are linear in the variables; squares were completed",
    zh="方程组关于变量是线性的；已配方",
)
BOUNDED: dict[int, Words] = {
    -1: Words(en="no square has a negative sign", zh="没有负的平方项"),
    1: Words(en="no square has a positive sign", zh="没有正的平方项"),
}
NOT_BOUNDED: dict[int, Words] = {
    -1: Words(
        en="f is not bounded below: along a line it goes to -oo", zh="f 无下界：沿某直线趋于 -oo"
    ),
    1: Words(
        en="f is not bounded above: along a line it goes to oo", zh="f 无上界：沿某直线趋于 oo"
    ),
}
INFEASIBLE = Words(en="no point keeps all constraints", zh="没有点满足全部约束条件")
NOWHERE = Words(en="f has no value anywhere", zh="f 处处没有定义")
