"""The words of extrema: headings, kinds of points, least and greatest value, how it is certain."""

from calctool.words import Words

# --- headings and captions ----------------------------------------------------------------------

FUNCTION = Words(en="Function", zh="函数")
OBJECTIVE = Words(en="Objective", zh="目标函数")
SUBJECT_TO = Words(en="subject to {0}", zh="约束条件 {0}")
CONSTRAINTS = Words(en="Subject to", zh="约束条件")
LAGRANGIAN = Words(en="Lagrangian", zh="拉格朗日函数")
GRADIENT = Words(en="Gradient", zh="梯度")
HESSIAN = Words(en="Hessian", zh="黑塞矩阵")
SLOPE = Words(en="Derivative", zh="导数")
SECOND_SLOPE = Words(en="Second derivative", zh="二阶导数")
GIVEN_DOMAIN = Words(en="Only for", zh="所给范围")
SCOPE = Words(en="Searched", zh="求解范围")
STATIONARY_POINTS = Words(en="Critical points", zh="驻点")
CRITICAL_POINTS = Words(en="Critical points", zh="临界点")
CANDIDATES = Words(en="Candidate points", zh="可能的极值点")
NOT_BOUNDED = {
    "least": Words(en="none, f is not bounded below", zh="无，f 无下界"),
    "greatest": Words(en="none, f is not bounded above", zh="无，f 无上界"),
}
NO_POINT = Words(en="none", zh="无")
NO_POINT_IN_CASE = Words(en="no such point", zh="没有这样的点")
NO_POINT_FOUND = Words(en="none was found", zh="未找到")
EXACTLY = Words(en="Exactly", zh="精确值")
WITH = Words(en="where", zh="其中")
SETS = Words(en="Whole sets", zh="连续点集")
FAMILIES = Words(en="Repeated", zh="周期重复")
SAME_LINES = Words(
    en="as for the least value, lines 1 to {count}", zh="同最小值的第 1 至 {count} 行"
)
LEAST = Words(en="Least value", zh="最小值")
GREATEST = Words(en="Greatest value", zh="最大值")
INFEASIBLE = Words(en="no point keeps all the constraints", zh="没有点满足全部约束条件")
FEASIBLE = Words(en="Feasible set", zh="可行域")

SOLVING = Words(en="Solving the system", zh="解方程组")
SOLVING_ONE = Words(en="Zeros of the derivative", zh="导数的零点")
SOLVING_GRADIENT = Words(en="Solving ∇{0} = 0", zh="解 ∇{0} = 0")
CLASSIFICATION = Words(en="Testing the points", zh="判别各点")
MORE_CASES = Words(
    en="solved in the same way: {count} more; --steps full shows them",
    zh="其余 {count} 种情形同法求解；--steps full 列出全部",
)
SYSTEM = Words(en="The system", zh="方程组")
LIKEWISE = Words(en="likewise", zh="同理")
EACH_MULTIPLIER = Words(en="solve for {0}", zh="解出 {0}")
WHERE_NEEDED = Words(en="where {0}", zh="其中 {0}")
SET_EQUAL = Words(
    en="set equal; just where a multiplier exists",
    zh="令其相等；当且仅当存在乘数",
)
CASES_OF_PRODUCT = Words(en="A product is 0", zh="乘积为零")
NO_SOLUTION = Words(en="no solution", zh="无解")
BENDS = Words(en="Second derivatives", zh="二阶偏导数")
TEST_OF_TWO = Words(
    en="{0}: {1} > 0 is an extremum, a minimum where {2} > 0, a maximum where {2} < 0; "
    "{1} < 0 is a saddle point",
    zh="{0}：{1} > 0 时为极值，其中 {2} > 0 为极小，{2} < 0 为极大；{1} < 0 时为鞍点",
)
TEST_OF_SEVERAL = Words(
    en="leading minors all positive: a minimum; alternating, the first negative: a maximum; "
    "otherwise, the last not 0: a saddle point",
    zh="顺序主子式全为正：极小；负正相间且首项为负：极大；否则（末项不为零）为鞍点",
)
BORDERED_TEST = Words(
    en="bordered minors (last not 0): {0} minimum, {1} maximum, else saddle point",
    zh="加边主子式（末项不为零）的符号依次为 {0}：极小；{1}：极大；否则为鞍点",
)
"""With the signs of the minors."""
BORDERED_TEST_OF_ONE: dict[bool, Words] = {
    True: Words(
        en="bordered determinant: negative at a minimum, positive at a maximum",
        zh="加边黑塞行列式为负则极小，为正则极大",
    ),
    False: Words(
        en="bordered determinant: positive at a minimum, negative at a maximum",
        zh="加边黑塞行列式为正则极小，为负则极大",
    ),
}
"""The same where there is one minor."""

# --- the table of points ------------------------------------------------------------------------

POINT = Words(en="point", zh="点")
KIND = Words(en="kind", zh="类型")
WHY = Words(en="found by", zh="来源")
ACTIVE = Words(en="active", zh="起作用的约束")
EIGENVALUES = {
    "plain": Words(en="eigenvalues", zh="特征值"),
    "bordered": Words(en="on tangents", zh="切空间上"),
}
"""The signs of all eigenvalues, or of those that are left on the tangent space."""
MATRIX = {
    "plain": Words(en="Hessian", zh="黑塞矩阵"),
    "bordered": Words(en="bordered Hessian", zh="加边黑塞矩阵"),
}
BORDERED = Words(en="Bordered Hessian", zh="加边黑塞矩阵")
MINORS = Words(en="minors", zh="顺序主子式")
MINORS_ARE = Words(en="minors {0}", zh="主子式 {0}")
NONE_OF_THEM = Words(en="none", zh="无")

ROOT = Words(en="{0} is a root of {1}", zh="{0} 是 {1} 的根")
ROOTS = Words(en="{0} are roots of {1}", zh="{0} 是 {1} 的根")
LONG_ROOT = Words(
    en=": roots of a polynomial too long to print, which is in the JSON form",
    zh="：多项式的根；该多项式过长，见 JSON 输出",
)
TOO_LONG = Words(en="too long to print, in the JSON form", zh="过长，见 JSON 输出")
DEFINITE: dict[str, Words] = {
    "local-minimum": Words(
        en="the Hessian is positive definite: its leading minors are positive",
        zh="黑塞矩阵正定：各阶顺序主子式均为正",
    ),
    "local-maximum": Words(
        en="the Hessian is negative definite: its leading minors alternate, the first negative",
        zh="黑塞矩阵负定：顺序主子式负正相间，首项为负",
    ),
}
KINDS: dict[str, Words] = {
    "local-minimum": Words(en="local minimum", zh="极小值点"),
    "local-maximum": Words(en="local maximum", zh="极大值点"),
    "saddle": Words(en="saddle point", zh="鞍点"),
    "neither": Words(en="no extremum", zh="不是极值点"),
    "endpoint": Words(en="boundary", zh="边界点"),
    "undecided": Words(en="not decided", zh="未判定"),
}
KINDS_UNDER_CONSTRAINTS: dict[str, Words] = {
    "local-minimum": Words(en="local minimum", zh="条件极小值点"),
    "local-maximum": Words(en="local maximum", zh="条件极大值点"),
    "neither": Words(en="no extremum", zh="不是条件极值点"),
}
END_OF_DOMAIN = Words(en="end point", zh="端点")
NOT_STRICT = Words(en="{0}, not strict", zh="{0}（非严格）")
WHYS: dict[str, Words] = {
    "gradient-zero": Words(en="∇{0} = 0", zh="∇{0} = 0"),
    "gradient-missing": Words(en="no ∇{0}", zh="∇{0} 不存在"),
    "gradient-open": Words(en="∇{0} open", zh="∇{0} 未定"),
    "endpoint": Words(en="boundary", zh="边界"),
    "singular": Words(en="singular", zh="奇异点"),
}
WHYS_OF_ONE: dict[str, Words] = {
    "gradient-zero": Words(en="{0}′ = 0", zh="{0}′ = 0"),
    "gradient-missing": Words(en="no {0}′", zh="{0}′ 不存在"),
    "endpoint": Words(en="end point", zh="端点"),
}
EVERY_POINT = Words(en="every point", zh="每一点")
ANY_INTEGER = {
    False: Words(en="{0} any integer", zh="{0} 为任意整数"),
    True: Words(en="{0} any integers", zh="{0} 为任意整数"),
}
"""With several integers or one."""
FAMILY = Words(en="{0}, {1}", zh="{0}，{1}")
"""Points, and the integers that give them."""
REPETITION = Words(en="each point again at {0}, {1}", zh="各点按 {0} 重复，{1}")
REPETITION_OF = Words(en="{0} again at {1}, {2}", zh="{0} 按 {1} 重复，{2}")
WITH_VALUE = Words(en="{0} with the value {1}", zh="{0}（函数值 {1}）")
WHERE = Words(en="{0} where {1}", zh="{1} 时：{0}")

# --- least and greatest value -------------------------------------------------------------------

AND_ALSO = Words(en=", ", zh="、")
AT = Words(en="{0} at {1}", zh="{0}，在 {1} 处取得")
WHERE_TAKEN = Words(en="{0} where {1}", zh="{0}，在满足 {1} 的点处取得")
AT_AND_WHERE = Words(en="{0} at {1}, and where {2}", zh="{0}，在 {1} 处以及满足 {2} 的点处取得")
OR = Words(en=" or ", zh=" 或 ")
NOT_ATTAINED = {
    "least": Words(en="none; {0} is the infimum, but not attained", zh="无；下确界 {0} 取不到"),
    "greatest": Words(en="none; {0} is the supremum, but not attained", zh="无；上确界 {0} 取不到"),
}
MAYBE_ATTAINED = {
    "least": Words(
        en="the infimum is {0}; whether it is attained is open", zh="下确界为 {0}；是否取到未判定"
    ),
    "greatest": Words(
        en="the supremum is {0}; whether it is attained is open", zh="上确界为 {0}；是否取到未判定"
    ),
}
OPEN = Words(en="not decided", zh="未判定")
MORE = Words(en="… and {count} more", zh="……另有 {count} 个")

# --- what is said of the method -----------------------------------------------------------------

NECESSARY = Words(
    en="∇{0} = 0 is necessary for an extremum where {0} is differentiable, and not sufficient: "
    "each point is tested below",
    zh="在 {0} 可微处，∇{0} = 0 是极值的必要条件而非充分条件：下面逐点判别",
)
NECESSARY_OF_ONE = Words(
    en="{0}′ = 0 is necessary for an extremum where {0} is differentiable, and not sufficient: "
    "each point is tested below",
    zh="在 {0} 可导处，{0}′ = 0 是极值的必要条件而非充分条件：下面逐点判别",
)
QUALIFICATION = Words(
    en="a multiplier need not exist where the gradients of the active constraints depend on each "
    "other or are missing (no constraint qualification); such points of the constraints are "
    "candidates too: {0}",
    zh="在起作用的约束的梯度线性相关或不存在处（约束规格不成立），乘数不一定存在；约束的这些点也是可能的极值点：{0}",
)
QUALIFICATION_OPEN = Words(
    en="a multiplier need not exist where the gradients of the active constraints depend on each "
    "other or are missing (no constraint qualification); such points of the constraints are "
    "candidates too",
    zh="在起作用的约束的梯度线性相关或不存在处（约束规格不成立），乘数不一定存在；约束的这些点也是可能的极值点",
)
CASES = Words(
    en="a constraint that is not active has the multiplier 0 (complementary slackness); each "
    "choice of active ones is a case",
    zh="不起作用的约束乘数为 0（互补松弛条件）；起作用的约束的每种取法各为一种情形",
)

# --- how it is certain --------------------------------------------------------------------------

LINES_PROVED = Words(
    en="proved: each line is an exact identity, or keeps every real solution of the one before",
    zh="已证明：每一行都是精确的恒等式，或保留上一行的全部实数解",
)
CHECKED: dict[str, Words] = {
    "gradient": Words(
        en="the gradient agrees with automatic differentiation", zh="梯度与自动微分相符"
    ),
    "residual": Words(
        en="each point was put back into the equations exactly", zh="各点均已精确代回方程组"
    ),
    "count": Words(
        en="an independent count gives as many real solutions", zh="独立计数所得实数解的个数相同"
    ),
    "classification": Words(
        en="values near each point agree with its kind", zh="各点附近的函数值与其类型相符"
    ),
    "extremes": Words(
        en="no feasible point has a value beyond the least and the greatest value",
        zh="没有可行点的函数值超出最小值与最大值",
    ),
    "constraints": Words(en="each point keeps the constraints exactly", zh="各点精确满足约束条件"),
    "hessian": Words(
        en="the second derivatives agree with automatic differentiation",
        zh="二阶导数与自动微分相符",
    ),
    "derivative": Words(
        en="the partial derivatives agree with automatic differentiation",
        zh="偏导数与自动微分相符",
    ),
    "stationary": Words(
        en="each point is stationary or singular, exactly", zh="各点精确满足驻点条件或奇异条件"
    ),
    "values-ordered": Words(en="the values were compared exactly", zh="函数值已精确比较大小"),
}
CHECKED_BY_BOXES: dict[str, Words] = {
    "residual": Words(
        en="each point solves the equations: exact ones were put back, each rounded one stands for"
        " the only solution in a box",
        zh="各点均满足方程组：精确解已代回检验，每个近似值代表一个小区域内的唯一解",
    ),
    "constraints": Words(
        en="each point keeps the constraints: exact ones were put in, each rounded one stands for"
        " the only solution in a box",
        zh="各点均满足约束条件：精确解已代入检验，每个近似值代表一个小区域内的唯一解",
    ),
    "stationary": Words(
        en="each point is stationary or singular", zh="各点均满足驻点条件或奇异条件"
    ),
}
"""Where not every point is known exactly."""
ALSO_PROVED: dict[str, Words] = dict.fromkeys(
    ("gradient", "hessian", "derivative"),
    Words(en="the derivatives were also proved independently", zh="导数还经独立方法证明"),
)
NOT_CHECKED: dict[str, Words] = {
    "gradient": Words(
        en="the gradient could not be compared with automatic differentiation",
        zh="梯度未能与自动微分核对",
    ),
    "classification": Words(
        en="the kinds could not be compared with values near by", zh="类型未能与附近的函数值核对"
    ),
}
STATES = {
    "proved": Words(en="proved: {0}", zh="已证明：{0}"),
    "sampled": Words(en="sampled: {0}", zh="已抽验：{0}"),
    "undecided": Words(en="not checked: {0}", zh="未检验：{0}"),
    "refuted": Words(en="refuted: {0}", zh="已否定：{0}"),
}
APPROACHED = Words(
    en="along {names} = {places} {function} = {value} → {limit} as {t} → ∞",
    zh="沿 {names} = {places}，当 {t} → ∞ 时 {function} = {value} → {limit}",
)
