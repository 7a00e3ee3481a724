"""Why a computation was ended before it was done, by permanent id."""

from calctool.words import Words

STOPS: dict[str, Words] = {
    "limit.time": Words(
        en="stopped after {timeout:g} s; --timeout allows more",
        zh="计算 {timeout:g} 秒后停止；可用 --timeout 放宽",
    ),
    "limit.memory": Words(
        en="stopped at {memory} MB of memory; --max-memory allows more",
        zh="内存达到 {memory} MB 后停止；可用 --max-memory 放宽",
    ),
    "limit.depth": Words(
        en="stopped: the expression is nested too deeply",
        zh="已停止：表达式嵌套过深",
    ),
    "limit.size": Words(
        en="stopped: the answer grew too long",
        zh="已停止：答案过长",
    ),
    "limit.crash": Words(
        en="stopped: the computation broke off",
        zh="已停止：计算意外中断",
    ),
}
