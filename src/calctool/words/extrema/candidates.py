"""Why a point may be an extremum, how that was settled, and what of it is still open."""

from calctool.words import Words

# --- tests by their ids; those of Hessians and of higher terms are in words.extrema -------------

TESTS: dict[str, Words] = {
    "sign-change": Words(
        en="f' changes from {before} to {after}",
        zh="f' 的符号由 {before} 变为 {after}",
    ),
    "no-sign-change": Words(
        en="f' is {before} on both sides: f' = 0 is necessary for an extremum, not sufficient",
        zh="f' 在两侧均为 {before}：f' = 0 只是极值的必要条件，并不充分",
    ),
    "compared-sides": Words(
        en="the value of f was compared with f on both sides", zh="将该点的值与两侧的函数值比较"
    ),
    "end-of-domain": Words(
        en="f has values on one side only: counts for the least and the greatest value",
        zh="f 只在一侧有定义：参与最值的比较",
    ),
    "isolated-point": Words(
        en="f has no values near by: it is a minimum and a maximum at once",
        zh="f 在附近别处无定义：该点既是极小值点又是极大值点",
    ),
    "locally-constant": Words(
        en="f is constant near by: each point is a minimum and a maximum, none is strict",
        zh="f 在附近为常数：每一点既是极小值点又是极大值点，均不严格",
    ),
    "sign-change-of-row": Words(
        en="f' changes its sign in one way at all points of a row with the same remainder of k",
        zh="在同一列中，k 的余数相同的各点处 f' 以同一方式变号",
    ),
    "not-classified": Words(en="what f does there was not decided", zh="f 在该处的性态未判定"),
}

# --- how the equations were solved --------------------------------------------------------------

MOVES: dict[str, Words] = {
    "solve-system": Words(en="the solutions of the system", zh="方程组的解"),
    "by-region": Words(en="the formula on this part of the domain", zh="该部分上的表达式"),
}

# --- completeness -------------------------------------------------------------------------------

COMPLETE = Words(en="every critical point is listed", zh="已列出全部临界点")
FLATS_OPEN = Words(
    en="the further intervals on which f is constant: there is no end of them",
    zh="其余无穷多个使 f 为常数的区间",
)
SWITCH_OPEN = Words(
    en="points with {condition}: f may have an extremum there without a gradient",
    zh="满足 {condition} 的点：f 在该处可能不可微而有极值",
)
BOUNDARY_OPEN = Words(
    en="the boundary {condition} of the domain, which was not searched to the end",
    zh="定义域的边界 {condition}（未搜索完毕）",
)
FACES_OPEN = Words(
    en="the edge {condition} of the stated domain, which was not searched to the end",
    zh="所给区域的边界 {condition}（未搜索完毕）",
)
IN_BOX = Words(en="every critical point with {box} is listed", zh="已列出 {box} 内的全部临界点")
KIND_OPEN = Words(en="what f does at {place}", zh="f 在 {place} 处的性态")
KIND_OPEN_WHY = Words(en="what f does at {place} ({why})", zh="f 在 {place} 处的性态（{why}）")
FAMILY_OPEN = Words(
    en="what f does at {place} for whole numbers {integers}",
    zh="f 在 {place}（{integers} 为整数）处的性态",
)
SET_OPEN = Words(
    en="what f does at some points of the set {equations}",
    zh="f 在集合 {equations} 的部分点处的性态",
)
WHOLE_SET_OPEN = Words(
    en="whether any point of the set {equations} lies in the domain",
    zh="集合 {equations} 中是否有点在定义域内",
)
LEAST_OPEN = Words(en="the least value", zh="最小值")
GREATEST_OPEN = Words(en="the greatest value", zh="最大值")
OPEN_WHY = Words(en="{what}: {why}", zh="{what_zh}：{why_zh}")
LEAST_PLACE_OPEN = Words(en="where the least value is attained", zh="最小值在何处取得")
GREATEST_PLACE_OPEN = Words(en="where the greatest value is attained", zh="最大值在何处取得")
UNSHOWN = Words(
    en="a critical point of which no coordinates were worked out", zh="一个未能算出坐标的临界点"
)
EDGES_TO_COME = Words(
    en="points on edges of the domain and where the formula of f changes",
    zh="定义域边界上以及 f 的表达式改变处的点",
)
OTHER_POINTS = Words(en="other critical points", zh="其他临界点")
POINTS_TO_COME = Words(en="the critical points", zh="临界点")
UNFINISHED = Words(en="the work is not finished", zh="计算尚未完成")
SMOOTH_ONLY = Words(
    en="only points where f is smooth were looked for", zh="只寻找了 f 光滑处的临界点"
)
OUTSIDE_OPEN = Words(en="whether {place} belongs to the domain", zh="{place} 是否属于定义域")
REPEATED_OPEN = Words(
    en="which of the points that repeat lie in the domain; bound every variable to see them",
    zh="周期重复的点中哪些在定义域内；请为每个变量给出有界范围",
)
