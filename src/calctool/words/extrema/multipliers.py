"""Extrema under constraints: the moves of the method, what points are, why extremes exist."""

from calctool.words import Words

# --- the moves of the derivation, by their ids --------------------------------------------------

MOVES: dict[str, Words] = {
    "eliminate-multipliers": Words(
        en="multipliers exist where the gradients of f and of the constraints are linearly "
        "dependent: all their minors vanish",
        zh="存在乘数，即 f 与各约束的梯度线性相关：所有子式为零",
    ),
    "multiplier": Words(en="solve for the multiplier", zh="解出乘数"),
    "constraints-alone": Words(
        en="as many constraints as variables: the constraints alone fix the points",
        zh="约束个数不少于变量个数：由约束即可确定各点",
    ),
    "active-set": Words(
        en="case: {active} with equality, the others strictly",
        zh="情形：{active} 取等号，其余为严格不等式",
    ),
    "all-active": Words(en="case: {active} with equality", zh="情形：{active} 取等号"),
    "interior": Words(en="case: no inequality is active", zh="情形：没有不等式取等号"),
}
CONSTRAINT = Words(en="constraint {number}", zh="约束 {number}")

# --- how a candidate was classified, by the ids of the tests ------------------------------------

TESTS: dict[str, Words] = {
    "bordered-hessian": Words(
        en="eigenvalues of the Hessian of L on the tangent space of the constraints: {positive} "
        "positive, {negative} negative",
        zh="在约束的切空间上，L 的黑塞矩阵的特征值：{positive} 个正，{negative} 个负",
    ),
    "multiplier-signs": Words(
        en="as many independent active constraints as variables: the signs of the multipliers "
        "decide",
        zh="独立的有效约束与变量个数相等：由乘数的符号判定",
    ),
    "between-on-convex-set": Words(
        en="f is linear and the set convex: on the straight ways to smaller and to greater values "
        "f falls and grows at once",
        zh="f 为线性函数，可行集为凸集：沿通向更小值与更大值的直线，f 分别立即减少与增加",
    ),
    "flat-face": Words(
        en="f has one value where the active constraints are equalities; off that set it changes "
        "as the sign of the multiplier says",
        zh="f 在有效约束取等号的集合上为常数；离开该集合时，其变化由乘数的符号决定",
    ),
    "fewer-constraints": Words(
        en="constraints {numbers} alone are enough", zh="仅由约束 {numbers} 即可判定"
    ),
    "mixed-multipliers": Words(
        en="multipliers of both signs: f increases in one direction of the set and decreases in "
        "another",
        zh="乘数有正有负：f 沿可行集的一个方向增加，沿另一个方向减少",
    ),
    "multiplier-against-hessian": Words(
        en="f changes one way along the active constraints and the other way off them",
        zh="f 沿有效约束与离开有效约束时变化方向相反",
    ),
    "along-the-curve": Words(
        en="along the curve the first derivative of f that is not zero has order {order} and is ",
        zh="沿曲线，f 的第一个不为零的导数是第 {order} 阶，其值为",
    ),
    "constant-on-set": Words(
        en="f has the same value at all feasible points near by", zh="附近的可行点上 f 取同一值"
    ),
    "isolated-point": Words(
        en="no other feasible point is near: it is a minimum and a maximum at once",
        zh="附近没有其他可行点：它既是极小值点又是极大值点",
    ),
    "slopes-along-edges": Words(
        en="f changes in one direction along all edges of the set that meet here, and these lead "
        "into all of it",
        zh="沿在此相交的集合的各条棱，f 都朝同一方向变化，而这些棱生成全部可行方向",
    ),
    "slopes-along-edges-differ": Words(
        en="f grows along one edge of the set and falls along another",
        zh="f 沿集合的一条棱增加，沿另一条棱减少",
    ),
    "least-value": Words(
        en="the least value on the whole set is attained here", zh="整个可行集上的最小值在此取得"
    ),
    "greatest-value": Words(
        en="the greatest value on the whole set is attained here", zh="整个可行集上的最大值在此取得"
    ),
    "small-circle-on-curve": Words(
        en="points of the curve on a small circle around the point: {above} with a greater value "
        "of f, {below} with a smaller one",
        zh="曲线与该点周围小圆的交点：{above} 个的 f 值较大，{below} 个的 f 值较小",
    ),
    "each-branch": Words(
        en="the set is the union of its branches, and on the branches that meet here ({branches}) "
        "together f does this",
        zh="可行集是若干分支的并集；由 f 在此处相交的各分支（{branches}）上的性态共同判定",
    ),
    "moves-along": Words(
        en="f is not stationary on one of the branches of the set that pass here: it takes both "
        "greater and smaller values near by",
        zh="在经过此处的可行集的一个分支上，f 不是驻定的：附近的值有大有小",
    ),
    "tangent-cone": Words(
        en="close to the point, to lowest order, the set is {cone} and f changes as {form}, which "
        "has one sign there (in the distances from the point)",
        zh="在该点附近，可行集的最低阶部分为 {cone}，f 的变化的最低阶部分 {form} 在其上不变号"
        "（各变量表示到该点的差）",
    ),
    "tangent-cone-both": Words(
        en="close to the point, to lowest order, the set is {cone} and f changes as {form}, which "
        "has both signs there (in the distances from the point)",
        zh="在该点附近，可行集的最低阶部分为 {cone}，f 的变化的最低阶部分 {form} 在其上可正可负"
        "（各变量表示到该点的差）",
    ),
    "factors-keep-sign": Words(
        en="near the point f differs from its value there by the product {factors}, in which no "
        "factor with an odd power changes its sign on the set, times what keeps its sign",
        zh="在该点附近，f 与该点的值之差等于乘积 {factors} 乘以不变号的因子，"
        "其中奇次幂的各因式在可行集上都不变号",
    ),
    "in-the-table": Words(
        en="by the variation table of f in the only free variable",
        zh="由 f 关于唯一自由变量的增减表",
    ),
    "end-of-domain": Words(
        en="f ends there: counts for the least and the greatest value",
        zh="f 的定义域在此终止：参与最值的比较",
    ),
    "undecided-candidate": Words(en="what f does there was not decided", zh="f 在该处的性态未判定"),
}

SQUARES = Words(en="with {squares}: {reason}", zh="令 {squares}：{reason}")
"""Each inequality as the square of a new name."""
OFF_EDGES = {
    "bordered-hessian": Words(
        en="eigenvalues of the second derivatives on the edge: {positive} positive, {negative} "
        "negative; f changes that way off it too, or not at first order",
        zh="在边界上，二阶导数矩阵的特征值：{positive} 个正，{negative} 个负；"
        "离开边界时 f 的变化与此一致，或一阶变化为零",
    ),
    "multiplier-signs": Words(
        en="off every edge that meets here f changes the same way",
        zh="离开此处的每条边界时，f 的变化方向相同",
    ),
    "mixed-multipliers": Words(
        en="off one edge f increases, off another it decreases",
        zh="离开一条边界时 f 增加，离开另一条边界时 f 减少",
    ),
    "multiplier-against-hessian": Words(
        en="f changes one way along the edge and the other way off it",
        zh="f 沿边界与离开边界时变化方向相反",
    ),
    "flat-face": Words(
        en="f has one value on the edge; off it f changes as its slope says",
        zh="f 在边界上为常数；离开边界时的变化由斜率决定",
    ),
}
"""What tests with multipliers say of a point on sides of a box."""

OF_INNER = Words(
    en="{reason}; said of {inner}, of which f is a monotonic function",
    zh="{reason}（此处针对 {inner}，f 是它的单调函数）",
)
POSITIVE = Words(en="positive", zh="正")
NEGATIVE = Words(en="negative", zh="负")

# --- why the least and greatest values exist, or do not -----------------------------------------

ARGUMENTS: dict[str, Words] = {
    "finite-set": Words(
        en="the constraints hold at finitely many points; their values were compared",
        zh="只有有限个点满足约束；比较了这些点处的值",
    ),
    "infeasible": Words(en="no point satisfies all constraints", zh="没有点满足全部约束"),
    "no-value-on-set": Words(
        en="f has a value at no point that satisfies the constraints",
        zh="在满足约束的点上 f 处处无定义",
    ),
    "constant": Words(
        en="f has one value on each connected part of the feasible set; these were compared",
        zh="f 在可行集的每个连通部分上为常数；比较了这些值",
    ),
    "compact-box": Words(
        en="the constraints exclude every point with a coordinate beyond {size} in size, so the "
        "set is bounded; it is closed since they are continuous",
        zh="坐标的绝对值超过 {size} 的点都不满足约束，故可行集有界；约束连续，故为闭集",
    ),
    "compact-separate": Words(
        en="a sum of functions of one variable each, growing beyond all bounds wherever its "
        "variable may, leaves no variable unbounded; the set is closed since the constraints are "
        "continuous",
        zh="各变量的函数之和，每一项随其变量趋于无穷而趋于无穷，故各变量有界；约束连续，故为闭集",
    ),
    "convex": Words(
        en="f is convex on the feasible set, which is convex too: a point that has multipliers of "
        "the right signs has the least value of all",
        zh="可行集是凸集，f 在其上是凸函数：具有正确符号乘数的点取得最小值",
    ),
    "concave": Words(
        en="f is concave on the feasible set, which is convex: a point that has multipliers of the "
        "right signs has the greatest value of all",
        zh="可行集是凸集，f 在其上是凹函数：具有正确符号乘数的点取得最大值",
    ),
    "quadratic-on-flat-set": Words(
        en="f is quadratic and definite on the flat set that the constraints leave: its only "
        "stationary point is the extreme one",
        zh="在约束所确定的平直集合上 f 是定号的二次函数：唯一的驻点即最值点",
    ),
    "unbounded-on-flat-set": Words(
        en="f is quadratic on the flat set that the constraints leave, and not bounded along some "
        "direction in it",
        zh="在约束所确定的平直集合上 f 是二次函数，沿其中某个方向无界",
    ),
    "end-of-range": Words(
        en="f can have no value beyond this one, by the ranges of the functions in it, and has it",
        zh="由其中各函数的值域，f 的值不可能超出此值，且能取到",
    ),
    "coercive-on-set": Words(
        en="the set is closed, and f grows beyond all bounds far out: it has a least value",
        zh="可行集为闭集，且 f 在远处趋于无穷，故有最小值",
    ),
    "anticoercive-on-set": Words(
        en="the set is closed, and f falls below all bounds far out: it has a greatest value",
        zh="可行集为闭集，且 f 在远处趋于负无穷，故有最大值",
    ),
    "coercive-unbounded-set": Words(
        en="the set reaches infinitely far, and there f grows beyond all bounds",
        zh="可行集伸向无穷远，而 f 在那里趋于无穷",
    ),
    "anticoercive-unbounded-set": Words(
        en="the set reaches infinitely far, and there f falls below all bounds",
        zh="可行集伸向无穷远，而 f 在那里趋于负无穷",
    ),
    "one-variable": Words(
        en="with {substitution} f becomes a function of {name} alone: {reason}",
        zh="令 {substitution}，f 化为 {name} 的一元函数：{reason}",
    ),
    "one-variable-alone": Words(
        en="the constraints leave only {name} in f: {reason}",
        zh="由约束，f 只依赖于 {name}：{reason}",
    ),
    "fewer-variables": Words(
        en="with {substitution}, {reason}",
        zh="令 {substitution}，{reason}",
    ),
    "undecided": Words(
        en="no argument was found that the least and the greatest value exist",
        zh="未找到最值存在的依据",
    ),
}

DEFINED_THERE = Words(
    en="f is defined on all of it, since {conditions} there",
    zh="其上处处 {conditions}，故 f 在整个可行集上有定义",
)
EVERYWHERE = Words(
    en="f is {value} at every feasible point: the least value is the greatest value",
    zh="f 在每个可行点上都等于 {value}：最小值即最大值",
)
OF_INNER_ARGUMENTS: dict[str, Words] = {
    "convex": Words(
        en="{inner} is convex on the feasible set, which is convex too: a point that has "
        "multipliers of the right signs has the least value of {inner}; f {way} with it",
        zh="可行集是凸集，{inner} 在其上是凸函数：具有正确符号乘数的点使 {inner} 最小；f 随它{way}",
    ),
    "concave": Words(
        en="{inner} is concave on the feasible set, which is convex: a point that has multipliers "
        "of the right signs has the greatest value of {inner}; f {way} with it",
        zh="可行集是凸集，{inner} 在其上是凹函数：具有正确符号乘数的点使 {inner} 最大；f 随它{way}",
    ),
    "coercive-on-set": Words(
        en="the set is closed, and {inner} grows beyond all bounds far out: it has a least value, "
        "and f {way} with it",
        zh="可行集为闭集，且 {inner} 在远处趋于无穷，故它有最小值；f 随它{way}",
    ),
    "anticoercive-on-set": Words(
        en="the set is closed, and {inner} falls below all bounds far out: it has a greatest "
        "value, and f {way} with it",
        zh="可行集为闭集，且 {inner} 在远处趋于负无穷，故它有最大值；f 随它{way}",
    ),
}
"""What was shown of a function inside f, by the argument for that function; {way} is one of the
next two."""
GROWS = Words(en="increases", zh="增大")
FALLS = Words(en="decreases", zh="减小")

# --- completeness -------------------------------------------------------------------------------

ALL_LISTED = Words(en="every candidate is listed", zh="已列出所有可能的极值点")
COMPLETE = Words(
    en="every candidate is listed: {reason}",
    zh="已列出所有可能的极值点：{reason}",
)
CASES = Words(en="worked through by cases, {count} in all", zh="共讨论了 {count} 种情形")
CUT = Words(
    en="choices of active constraints worked through: {count} of {all}",
    zh="{all} 种有效约束的取法中讨论了 {count} 种",
)
NOT_LISTED = Words(
    en="not every point that can be an extremum is known", zh="可能的极值点未全部求出"
)
EMPTY = Words(en="no point satisfies all constraints", zh="没有点满足全部约束")
FEASIBILITY_OPEN = Words(
    en="whether any point satisfies all constraints", zh="是否有点满足全部约束"
)
CASE_OPEN = Words(
    en="which points of the case {case} satisfy the other constraints",
    zh="情形 {case} 中哪些点满足其余约束",
)
SWITCH = Words(en="where {condition} on the constraints", zh="约束集上 {condition} 之处")
REPEATING = Words(
    en="which of the points that repeat satisfy the inequalities",
    zh="周期重复的各点中哪些满足不等式",
)
SET_OPEN = Words(
    en="whether any point of the set {equations} satisfies the inequalities",
    zh="集合 {equations} 中是否有点满足不等式",
)
POINTS_TO_COME = Words(en="the points that can be extrema", zh="可能的极值点")
CANDIDATES_OPEN = Words(
    en="whether these are all points that can be extrema", zh="这些点是否为全部可能的极值点"
)
CASES_TO_COME = Words(
    en="the points that can be extrema; cases worked through: {done} of {all}",
    zh="可能的极值点：{all} 种情形中讨论了 {done} 种",
)
UNFINISHED = Words(en="the work is not finished", zh="计算尚未完成")
