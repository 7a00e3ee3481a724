"""What is said when a command line, a file or calctool itself is at fault, by permanent id."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "usage.unknown-command": Words(
        en="there is no command '{command}'", zh="没有名为“{command}”的命令"
    ),
    "usage.unknown-option": Words(en="there is no option {option}", zh="没有选项 {option}"),
    "usage.option-elsewhere": Words(
        en="'{command}' has no option {option}", zh="命令“{command}”没有选项 {option}"
    ),
    "usage.option-twice": Words(
        en="{option} is given twice, with two values", zh="{option} 给出了两次，且取值不同"
    ),
    "usage.one-dash": Words(
        en="'{argument}' is no expression: options begin with two dashes",
        zh="“{argument}”不是表达式：选项以两个短横开头",
    ),
    "usage.suffix": Words(
        en="no form of an answer has the suffix '{suffix}'", zh="没有后缀为“{suffix}”的输出格式"
    ),
    "usage.missing-value": Words(en="{option} needs a value", zh="{option} 需要一个值"),
    "usage.unexpected-value": Words(en="{option} takes no value", zh="{option} 不带值"),
    "usage.missing-expression": Words(en="the expression is missing", zh="缺少表达式"),
    "usage.no-argument": Words(
        en="'{command}' takes no argument, but '{argument}' stands there",
        zh="命令“{command}”不带参数，却有“{argument}”",
    ),
    "usage.extra-argument": Words(
        en="one expression is enough, but '{argument}' follows it",
        zh="只需要一个表达式，后面却还有“{argument}”",
    ),
    "usage.bad-value": Words(
        en="{option} cannot be '{value}': {allowed}", zh="{option} 不能是“{value}”：{allowed}"
    ),
    "usage.letter-or-minus": Words(
        en="'{letter}' can be the option {option}, and a minus in the expression",
        zh="“{letter}”既可能是选项 {option}，也可能是表达式中的减号",
    ),
    "sheet.no-question": Words(
        en="'{command}' is no problem for a page", zh="“{command}”不是可以排入讲义的题目"
    ),
    "sheet.option": Words(
        en="{option} is for the whole page or reads a file: a line cannot have it",
        zh="{option} 属于整页或读取文件，不能写在一行题目中",
    ),
    "sheet.too-many": Words(en="there are more than {most} problems", zh="题目超过 {most} 道"),
    "sheet.none": Words(en="there is no problem in {file}", zh="{file} 中没有题目"),
    "usage.no-mcp": Words(
        en="the Model Context Protocol needs the package mcp, which is not installed",
        zh="模型上下文协议需要软件包 mcp，但尚未安装",
    ),
    "request.too-long": Words(
        en="a request has more than {most} bytes", zh="一次请求超过 {most} 个字节"
    ),
    "request.flag": Words(en="'{key}' is true or false", zh="“{key}”应为 true 或 false"),
    "request.unknown-key": Words(en="there is no key '{key}'", zh="没有名为“{key}”的键"),
    "usage.title": Words(
        en="a title has no more than {most} characters, and none that cannot be seen",
        zh="标题不超过 {most} 个字符，且不含不可见字符",
    ),
    "usage.conflict": Words(
        en="{option} and {other} cannot stand together", zh="{option} 与 {other} 不能同时使用"
    ),
    "usage.unknown-rule": Words(en="there is no rule '{rule}'", zh="没有名为“{rule}”的法则"),
    "input.not-utf8": Words(
        en="byte {byte} at place {place} is not UTF-8 text",
        zh="第 {place} 个字节 {byte} 不是 UTF-8 文本",
    ),
    "input.too-long": Words(
        en="more than {most} bytes stand on standard input", zh="标准输入超过 {most} 个字节"
    ),
    "file.cannot-read": Words(en="cannot read {file}: {reason}", zh="无法读取 {file}：{reason}"),
    "file.cannot-write": Words(en="cannot write {file}: {reason}", zh="无法写入 {file}：{reason}"),
    "file.nothing-to-draw": Words(
        en="nothing to draw in {file}: {reason}", zh="没有可绘制到 {file} 的内容：{reason}"
    ),
    "usage.picture-kind": Words(
        en="pictures are written as {kinds}, not as '{suffix}'",
        zh="图片只能存为 {kinds}，不能存为“{suffix}”",
    ),
    "usage.no-plotting": Words(
        en="pictures need matplotlib, which is not installed",
        zh="保存图片需要 matplotlib，但尚未安装",
    ),
    "internal.fault": Words(
        en="internal error, a fault of calctool and not of your input",
        zh="内部错误，是 calctool 的问题，不是输入的问题",
    ),
    "internal.refuted": Words(
        en="internal error, a check refuted the derivation, so nothing is shown",
        zh="内部错误，推导未通过检验，因此不给出结果",
    ),
}

HINTS: dict[str, Words] = {
    "nearest-option": Words(en="did you mean {near}?", zh="您是否想输入 {near}？"),
    "nearest-command": Words(en="did you mean {near}?", zh="您是否想输入 {near}？"),
    "nearest-rule": Words(en="did you mean {near}?", zh="您是否想输入 {near}？"),
    "all-options": Words(
        en="all options: calctool {command} --help", zh="全部选项：calctool {command} --help"
    ),
    "give-once": Words(
        en="give it once; two answers are two command lines", zh="请只给一次；两个答案请分两次提问"
    ),
    "known-suffixes": Words(
        en="the suffixes are {known}; --format says the form whatever the file is called",
        zh="可用后缀：{known}；也可用 --format 指定格式，文件名不限",
    ),
    "options-of": Words(
        en="its options: calctool {command} --help", zh="它的选项：calctool {command} --help"
    ),
    "all-commands": Words(en="all commands: calctool --help", zh="全部命令：calctool --help"),
    "all-rules": Words(en="all rules: calctool rules", zh="全部法则：calctool rules"),
    "value-after-option": Words(
        en="a value that begins with -- is written {option}=VALUE",
        zh="以 -- 开头的值请写成 {option}=值",
    ),
    "an-example": Words(
        en='for example: calctool {command} "x^2*sin(x)"',
        zh='例如：calctool {command} "x^2*sin(x)"',
    ),
    "option-in-full": Words(
        en="write {option} for the option, put the expression in quotes, or write the minus apart",
        zh="若为选项请写 {option}，或给表达式加引号；若为减号请在其后空一格",
    ),
    "sheet-problems": Words(
        en="a line begins with {known}, or is an object as for batch",
        zh="一行以 {known} 之一开头，或为与 batch 相同的对象",
    ),
    "sheet-example": Words(
        en="a line looks like diff x^2*sin(x) --at 1", zh="一行形如 diff x^2*sin(x) --at 1"
    ),
    "install-mcp": Words(
        en='to install it: pip install "calctool[mcp]"', zh='安装：pip install "calctool[mcp]"'
    ),
    "batch-takes-more": Words(
        en="calctool batch takes any number of them", zh="calctool batch 不限题数"
    ),
    "put-in-quotes": Words(
        en='put the whole expression in double quotes: calctool {command} "{whole}"',
        zh='请用双引号把整个表达式括起来：calctool {command} "{whole}"',
    ),
    "as-expression": Words(
        en='to differentiate it: calctool diff "{command}"',
        zh='若要求导：calctool diff "{command}"',
    ),
    "install-plot": Words(
        en='to install it: pip install "calctool[plot]"', zh='安装：pip install "calctool[plot]"'
    ),
    "type-utf8": Words(en="save or type it as UTF-8", zh="请以 UTF-8 编码输入或保存"),
    "another-name": Words(en="choose another file name", zh="请换一个文件名"),
    "print-less": Words(
        en="--steps none and --json print less", zh="--steps none 与 --json 输出较少"
    ),
    "report": Words(
        en="please report it with the command line that shows it",
        zh="请连同出错的命令行一起报告",
    ),
}

FILE_REASONS: dict[str, Words] = {
    "folder": Words(en="it is a folder", zh="这是一个文件夹"),
    "name": Words(en="that is not a file name", zh="这不是文件名"),
    "link": Words(en="it is a link that leads elsewhere", zh="这是指向别处的链接"),
    "no-folder": Words(en="its folder does not exist", zh="所在文件夹不存在"),
    "missing": Words(en="there is no such file", zh="没有这个文件"),
    "denied": Words(en="permission is denied", zh="没有权限"),
    "full": Words(en="no space is left", zh="空间已满"),
    "long": Words(en="the name is too long", zh="名称过长"),
    "web": Words(en="the web can only be read", zh="网址只能读取"),
    "store": Words(en="its store did not give it", zh="存储未能提供该文件"),
    "other": Words(en="the system refused it", zh="系统拒绝了此操作"),
}
