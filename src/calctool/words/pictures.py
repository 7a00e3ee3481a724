"""What stands in a picture and under it."""

from calctool.words import Words

TANGENT = Words(en="tangent, slope {0}", zh="切线，斜率 {0}")
SECANT = Words(en="secant, {0}: slope {1}", zh="割线，{0}：斜率 {1}")
LEVELS = Words(en="level curves of {0}", zh="{0} 的等值线")
SET = Words(en="critical: {0}", zh="临界点集：{0}")
APPROACH = Words(en="{0} → {1} along {2}", zh="沿 {2} 有 {0} → {1}")
KINDS: dict[str, Words] = {
    "minimum": Words(en="minimum", zh="极小值点"),
    "maximum": Words(en="maximum", zh="极大值点"),
    "saddle": Words(en="saddle", zh="鞍点"),
    "other": Words(en="other point", zh="其他点"),
}

NO_PICTURE = Words(en="no picture: {reason}", zh="无法作图：{reason}")
OBSTACLES: dict[str, Words] = {
    "draw-equation": Words(
        en="pictures are drawn for functions, not for equations",
        zh="只能画函数的图，不能画方程的图",
    ),
    "draw-one-variable": Words(
        en="a curve with its tangent needs a function of one variable; calctool critical draws two",
        zh="曲线与切线需要一元函数；二元函数可用 calctool critical 作图",
    ),
    "draw-two-variables": Words(
        en="a constraint and level curves need exactly two variables",
        zh="约束曲线与等值线需要恰好两个变量",
    ),
    "draw-few-variables": Words(
        en="pictures are drawn for one or two variables", zh="只能画一元或二元函数的图"
    ),
    "draw-parameters": Words(
        en="give every parameter a value with --where", zh="请用 --where 给出各参数的值"
    ),
    "draw-unknown": Words(
        en="a function without a formula has no graph", zh="没有表达式的函数画不出图象"
    ),
    "draw-nothing": Words(
        en="nothing was found near by that could be drawn", zh="附近没有可以画出的内容"
    ),
}
