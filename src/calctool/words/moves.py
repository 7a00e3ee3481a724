"""The names of the tidying moves that lead from the last rule to the form people expect."""

from calctool.words import Words

MOVES = {
    "simplify": Words(en="simplify", zh="化简"),
    "constants": Words(en="work out the constants", zh="算出常数"),
    "factor": Words(en="factor", zh="因式分解"),
    "expand": Words(en="expand", zh="展开"),
    "common-denominator": Words(en="common denominator", zh="通分"),
    "pythagoras": Words(en="use sin² + cos² = 1", zh="利用 sin² + cos² = 1"),
    "by-definition": Words(
        en="at {place} by the definition of the derivative", zh="由导数的定义求 {place} 处的导数"
    ),
    "split-off": Words(en="split off", zh="拆分"),
    "write-with": Words(en="write with the sigmoid", zh="用 sigmoid 表示"),
}
