"""What is said about the lines of a batch and its files, by permanent id; its progress."""

from calctool.words import Words

ERRORS: dict[str, Words] = {
    "batch.not-utf8": Words(
        en="byte {place} of line {line} is not UTF-8 text",
        zh="第 {line} 行第 {place} 个字节不是 UTF-8 文本",
    ),
    "batch.too-long": Words(
        en="line {line} is longer than {most} bytes", zh="第 {line} 行超过 {most} 个字节"
    ),
    "batch.not-json": Words(
        en="line {line} is not JSON: at place {place} it cannot be read on",
        zh="第 {line} 行不是 JSON：第 {place} 个字符处无法继续读取",
    ),
    "batch.not-an-object": Words(
        en="line {line} is JSON, but not an object with keys",
        zh="第 {line} 行是 JSON，但不是带键的对象",
    ),
    "batch.duplicate-key": Words(
        en="the key '{key}' stands twice in line {line}", zh="第 {line} 行中键“{key}”出现两次"
    ),
    "batch.unknown-key": Words(
        en="there is no key '{key}' (line {line})", zh="没有名为“{key}”的键（第 {line} 行）"
    ),
    "batch.missing-key": Words(
        en="the key '{key}' is missing in line {line}", zh="第 {line} 行缺少键“{key}”"
    ),
    "batch.wrong-type": Words(
        en="'{key}' in line {line} must be {wanted}", zh="第 {line} 行的“{key}”应为{wanted}"
    ),
    "batch.key-elsewhere": Words(
        en="'{command}' has no key '{key}' (line {line})",
        zh="命令“{command}”没有键“{key}”（第 {line} 行）",
    ),
    "batch.unknown-command": Words(
        en="there is no command '{command}' for a batch (line {line})",
        zh="批处理中没有命令“{command}”（第 {line} 行）",
    ),
    "file.has-answers": Words(en="{file} is not empty", zh="{file} 不是空文件"),
    "file.not-answers": Words(
        en="line {line} of {file} is no answer of a batch", zh="{file} 第 {line} 行不是批处理的答案"
    ),
    "file.other-answers": Words(
        en="answer {line} of {file} belongs to another problem than the one that stands there now",
        zh="{file} 中第 {line} 个答案与现在的题目不符",
    ),
    "file.damaged": Words(
        en="{file} is damaged: it cannot be unpacked to its end",
        zh="{file} 已损坏：无法完整解压",
    ),
    "file.in-use": Words(
        en="another run is writing {file}", zh="另一个进程正在写入 {file}"
    ),
    "usage.missing-file": Words(
        en="the file of problems is missing", zh="缺少题目文件"
    ),
    "usage.resume-needs-file": Words(
        en="--resume goes on with a file: name it with -o", zh="--resume 需要用 -o 指明要续写的文件"
    ),
}  # fmt: skip

HINTS: dict[str, Words] = {
    "batch-example": Words(
        en='a line looks like {{"id": 1, "command": "diff", "expr": "x^2*sin(x)"}}',
        zh='一行形如 {{"id": 1, "command": "diff", "expr": "x^2*sin(x)"}}',
    ),
    "batch-keys": Words(en="the keys are {known}", zh="可用的键：{known}"),
    "batch-commands": Words(en="the commands are {known}", zh="可用的命令：{known}"),
    "resume-or-remove": Words(
        en="--resume goes on where it ends; else remove it or choose another name",
        zh="用 --resume 续写；否则请删除它或换一个文件名",
    ),
    "same-problems": Words(
        en="--resume needs the same problems in the same order",
        zh="--resume 需要相同的题目、相同的顺序",
    ),
    "a-batch": Words(
        en="for example: calctool batch problems.jsonl -o answers.jsonl",
        zh="例如：calctool batch problems.jsonl -o answers.jsonl",
    ),
}

TYPES: dict[str, Words] = {
    "text": Words(en="text", zh="文本"),
    "texts": Words(en="text or a list of texts", zh="文本或文本列表"),
    "whole": Words(en="a whole number", zh="整数"),
    "number": Words(en="a number", zh="数"),
    "point": Words(en="text or a number", zh="文本或数"),
    "language": Words(en="en or zh", zh="en 或 zh"),
}

SUMMARY = Words(
    en="{done} answered: {complete} complete, {partial} partial, {stopped} stopped, {error} errors"
    " ({seconds:.1f} s, {rate:.1f} a second)",
    zh="共 {done} 个答案：完整 {complete}，不完整 {partial}，中止 {stopped}，错误 {error}"
    "（{seconds:.1f} 秒，每秒 {rate:.1f} 个）",
)
RESUMED = Words(en="{kept} answers were there already", zh="已有 {kept} 个答案")
STANDING = Words(
    en="{done} done, {failed} not complete, {rate:.1f}/s",
    zh="已答 {done}，不完整 {failed}，每秒 {rate:.1f}",
)
TIME_LEFT = Words(en=", {left} left", zh="，约剩 {left}")
