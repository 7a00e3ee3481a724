"""Why the critical points outside a window are not described."""

from calctool.words import Words

WAVES_APART = Words(
    en="which critical points lie outside: there are waves of different phases, {phases}, and "
    "none is proved to outweigh the others",
    zh="窗口之外的临界点：含相位不同的振荡 {phases}，未能证明其中某一个占优",
)
WAVES_BALANCE = Words(
    en="which critical points lie outside: far out the waves and what is added to them balance",
    zh="窗口之外的临界点：在远处振荡部分与其余各项相当",
)
WAVES_WITHIN = Words(
    en="which critical points lie outside: there are waves within waves, or of too many phases",
    zh="窗口之外的临界点：振荡函数相互嵌套，或相位过多",
)
WAVES_INSIDE = Words(
    en="which critical points lie outside: there are waves inside another function, {part}",
    zh="窗口之外的临界点：振荡部分位于其他函数之内：{part}",
)
BREAKS_AT_STEPS = Words(
    en="which critical points lie outside: f has no value wherever {inner} is 0 or a negative "
    "whole number, and what it does between infinitely many such places is not described",
    zh="窗口之外的临界点：{inner} 为零或负整数处 f 无定义，"
    "这样的点有无穷多个，其间 f 的性态未能描述",
)
BREAKS_APART = Words(
    en="which critical points lie outside: f has no value where {condition}, at infinitely many "
    "places, and what it does between them is not described",
    zh="窗口之外的临界点：{condition} 处 f 无定义，这样的点有无穷多个，其间 f 的性态未能描述",
)
BREAKS_COMING_BACK = Words(
    en="which critical points lie outside: the domain comes and goes without end, with "
    "{condition}, and what f does on all its intervals is not described",
    zh="窗口之外的临界点：定义域由 {condition} 给出，含无穷多个区间，f 在各区间上的性态未能描述",
)
BREAKS_OPEN = Words(
    en="which critical points lie outside: where {condition} holds far out is not known",
    zh="窗口之外的临界点：远处 {condition} 在何处成立未能确定",
)
SWITCHES_OPEN = Words(
    en="which critical points lie outside: whether f switches far out, where {condition}, is not "
    "known",
    zh="窗口之外的临界点：f 的表达式在远处（{condition} 处）是否改变未能确定",
)
SWITCHES_OPEN_AT_STEPS = Words(
    en="which critical points lie outside: whether f switches far out, wherever {inner} is a whole "
    "number, is not known",
    zh="窗口之外的临界点：f 的表达式在远处（{inner} 取整数之处）是否改变未能确定",
)
SWITCHES_AT_STEPS = Words(
    en="which critical points lie outside: f switches without end, wherever {inner} is a whole "
    "number, and what it does between these places is not described",
    zh="窗口之外的临界点：{inner} 取整数之处 f 的表达式改变，"
    "这样的点有无穷多个，其间 f 的性态未能描述",
)
SWITCHES_APART = Words(
    en="which critical points lie outside: f switches without end, where {condition}, and what it "
    "does between these places is not described",
    zh="窗口之外的临界点：{condition} 处 f 的表达式改变，这样的点有无穷多个，其间 f 的性态未能描述",
)
NO_ARGUMENT = Words(
    en="which critical points lie outside: no argument was found that f' has no zero there",
    zh="窗口之外的临界点：未能证明 f' 在窗口之外没有零点",
)
