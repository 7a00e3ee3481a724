"""What the arguments for least and greatest values are called."""

from calctool.words import Words

ARGUMENTS: dict[str, Words] = {
    "sum-of-parts": Words(
        en="each part of the sum has variables of its own", zh="和式各部分的变量互不相同"
    ),
    "terms-together": Words(
        en="at one point each term of the sum has its extreme value",
        zh="和式的各项在同一点取得各自的最值",
    ),
    "linear-change": Words(
        en="f depends on fewer linear forms than variables", zh="f 只依赖于较少的线性形式"
    ),
    "product-of-parts": Words(en="each factor has variables of its own", zh="各因式的变量互不相同"),
    "inner-function": Words(
        en="f is a function of one inner function", zh="f 是某一内层函数的函数"
    ),
    "independent-inner": Words(
        en="the inner functions are independent variables", zh="各内层函数可作为独立的变量"
    ),
    "least-over-one-variable": Words(
        en="first over one variable, then over the others", zh="先对一个变量求最值，再对其余变量求"
    ),
    "affine-in-one-variable": Words(
        en="f is affine in one variable, so extreme at an end of its interval",
        zh="f 对某一变量是一次的，最值在其区间端点处",
    ),
    "fewer-names": Words(en="with {name} fewer variables are left", zh="代入 {name} 后变量减少"),
    "equation-raised": Words(
        en="without its roots the equation is {equation}", zh="去掉根号后的等式为 {equation}"
    ),
    "unbounded-along-curve": Words(en="f is unbounded along a curve", zh="f 沿某曲线无界"),
    "convex": Words(en="f is convex", zh="f 是凸函数"),
    "concave": Words(en="f is concave", zh="f 是凹函数"),
    "constant-along-direction": Words(
        en="f is constant along a direction", zh="f 沿某一方向为常数"
    ),
    "falls-along-direction": Words(
        en="f is monotone along a direction and tends to a simpler function",
        zh="f 沿某一方向单调，趋于更简单的函数",
    ),
    "am-gm": Words(
        en="inequality of the arithmetic and the geometric mean", zh="算术—几何平均不等式"
    ),
    "log-convex": Words(
        en="a sum of positive monomials, convex in the logarithms of the variables",
        zh="正单项式之和，对各变量的对数是凸函数",
    ),
    "reciprocal": Words(
        en="the reciprocal of a sum of positive monomials", zh="正单项式之和的倒数"
    ),
    "end-of-name": Words(
        en="f is monotonic in a variable that one inequality bounds",
        zh="f 对某变量单调，而该变量只受一个不等式约束",
    ),
    "corners": Words(
        en="a convex or concave function on a polytope: its corners are compared",
        zh="多胞形上的凸（凹）函数：比较各顶点",
    ),
    "squares": Words(en="a sum of squares", zh="平方和"),
    "squares-found": Words(en="a sum of squares", zh="平方和"),
    "union-of-parts": Words(en="the better of the parts of the set", zh="取可行域各部分中的最值"),
    "degree-zero": Words(en="f is homogeneous of degree 0", zh="f 是零次齐次函数"),
    "bounded-by-value": Words(en="a bound that is attained", zh="可取到的界"),
    "exact-range": Words(
        en="all values of a polynomial or rational function", zh="多项式或有理函数的全部取值"
    ),
    "bounded-level-set": Words(
        en="f is beyond one of its values outside of a bounded set",
        zh="在某个有界集之外 f 都劣于它的某个值",
    ),
    "enclosed-values": Words(
        en="values on small boxes, by interval arithmetic", zh="用区间算术估计各小区域上的值"
    ),
    "limits-at-edges": Words(
        en="f has a limit at each open edge: points inside and edges are compared",
        zh="f 在每个开边界处有极限：比较内部的点与各边界",
    ),
    "tends-to-bound": Words(en="a bound that f comes near", zh="f 可任意接近的界"),
    "constant": Words(en="f is constant", zh="f 为常数"),
}
