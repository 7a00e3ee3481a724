"""How a system of equations was solved, and why there are no other solutions."""

from calctool.words import Words

MOVES = {
    "factor": Words(en="a product is zero where a factor is", zh="乘积为零，则至少一个因式为零"),
    "substitute": Words(en="substitute", zh="代入"),
    "eliminate": Words(en="eliminate", zh="消元"),
    "solve-one": Words(en="solve for one unknown", zh="解一元方程"),
    "back-substitute": Words(en="substitute back", zh="回代"),
    "no-real-root": Words(en="no real solution", zh="没有实数解"),
    "contradiction": Words(en="a contradiction", zh="矛盾"),
}
REASONS = {
    "points": Words(
        en="a Groebner basis leaves finitely many solutions; every real one is listed",
        zh="由 Gröbner 基知解的个数有限，全部实数解已列出",
    ),
    "sets": Words(
        en="split by factors and by dimension; every part with real points is listed",
        zh="按因式与维数分解，含实点的部分已全部列出",
    ),
    "partial": Words(en="some cases were not settled", zh="有些情形未能解决"),
}
MISSING = {
    "equations": Words(en="the equations are too large to expand", zh="方程过大，无法展开"),
    "cases": Words(en="{count} cases that are too large", zh="有 {count} 种情形过大"),
    "points": Words(
        en="finitely many points of a case that is too large", zh="某一情形的有限个点，规模过大"
    ),
    "counts": Words(en="points whose two counts do not agree", zh="两种计数结果不一致的点"),
    "real": Words(en="whether {count} sets have real points", zh="有 {count} 个集合是否含有实点"),
}
