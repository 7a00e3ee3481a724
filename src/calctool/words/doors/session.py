"""What a session says of itself."""

from calctool.words import Words

GREETING = Words(
    en="calctool {version}; help lists what can be typed, Ctrl-D ends the session",
    zh="calctool {version}；输入 help 查看用法，Ctrl-D 结束",
)
NOTE = Words(en="note: {text}", zh="说明：{text}")
NOTHING = Words(en="nothing is defined", zh="没有任何定义")
HELP = Words(
    en="""\
diff x^2*sin(x) --at 1      a question, without quotes; the commands are
                            {commands}
f(x) := x^2*exp(-x)         a function that stays defined: diff f, table f(2x)
a := 2                      a name that stays defined
ans                         the last answer, if it is one expression: diff ans
definitions                 what is defined
forget NAME, forget         take a definition back, or all of them
help COMMAND                the options of a command
quit, Ctrl-D                end the session; Ctrl-C ends a question""",
    zh="""\
diff x^2*sin(x) --at 1      提问，不加引号；可用命令：
                            {commands}
f(x) := x^2*exp(-x)         保留的函数定义：diff f，table f(2x)
a := 2                      保留的名称定义
ans                         上一个答案（须为单个表达式）：diff ans
definitions                 列出全部定义
forget 名称、forget         取消一个定义，或全部定义
help 命令                   该命令的选项
quit、Ctrl-D                结束会话；Ctrl-C 中止当前问题""",
)
