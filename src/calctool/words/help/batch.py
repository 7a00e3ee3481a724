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
    "file.not-delivered": Words(
        en="cannot write {file}: the store refused it; the answers are in {kept}",
        zh="无法写入 {file}：存储拒绝写入；答案保存在 {kept}",
    ),
    "usage.no-stores": Words(
        en="{file} is not on this machine, and fsspec, which would reach it, is not installed",
        zh="{file} 不在本机，访问它需要 fsspec，但尚未安装",
    ),
    "usage.no-store": Words(
        en="for {file} fsspec needs a package that is not installed",
        zh="访问 {file} 时 fsspec 还需要一个尚未安装的软件包",
    ),
    "usage.unknown-store": Words(
        en="there is no kind of store '{protocol}' ({file})",
        zh="没有名为“{protocol}”的存储类型（{file}）",
    ),
    "usage.no-cluster": Words(
        en="--cluster needs dask.distributed, which is not installed",
        zh="--cluster 需要 dask.distributed，但尚未安装",
    ),
    "cluster.address": Words(
        en="'{address}' is no address of a scheduler", zh="“{address}”不是调度器的地址"
    ),
    "cluster.no-scheduler": Words(
        en="no scheduler answers at {address}", zh="{address} 处没有调度器响应"
    ),
    "cluster.no-workers": Words(
        en="the scheduler at {address} has had no worker for {seconds:g} s",
        zh="{address} 处的调度器已有 {seconds:g} 秒没有工作进程",
    ),
    "cluster.lost": Words(
        en="the scheduler at {address} is gone", zh="与 {address} 处调度器的连接已中断"
    ),
    "cluster.worker": Words(
        en="a worker of the cluster cannot begin with what it is given",
        zh="集群中有工作进程无法开始工作",
    ),
    "cluster.version": Words(
        en="a worker of the cluster runs calctool {there}, and this is {here}",
        zh="集群中有工作进程使用 calctool {there}，而本机为 {here}",
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
    "batch-near": Words(en='write "{near}"', zh='请写 "{near}"'),
    "batch-page": Words(
        en="the answers of a batch are JSON; calctool sheet prints pages of such lines, and its "
        "options hold for all of them: --steps, and the form by the name of the file",
        zh="批处理的答案为 JSON；calctool sheet 可将这些题目排成页面，选项对全部题目有效：--steps，"
        "格式由文件名决定",
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
    "install-cluster": Words(
        en='to install it: pip install "calctool[cluster]"',
        zh='安装：pip install "calctool[cluster]"',
    ),
    "install-store": Words(
        en='to install it: pip install "fsspec[{package}]"',
        zh='安装：pip install "fsspec[{package}]"',
    ),
    "install-everywhere": Words(
        en='the scheduler and every worker need the same one: pip install "calctool[cluster]"',
        zh='调度器与每个工作进程都需要相同的版本：pip install "calctool[cluster]"',
    ),
    "an-address": Words(
        en="an address looks like tcp://10.0.0.1:8786", zh="地址形如 tcp://10.0.0.1:8786"
    ),
    "start-one": Words(
        en="dask scheduler starts one and prints its address",
        zh="用 dask scheduler 启动调度器，它会显示自己的地址",
    ),
    "start-a-worker": Words(
        en="dask worker {address} starts one; --resume goes on with what is there",
        zh="用 dask worker {address} 启动；--resume 可续做已有的部分",
    ),
    "resume-later": Words(en="--resume goes on with what is there", zh="--resume 可续做已有的部分"),
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
    "yes-or-no": Words(en="true or false", zh="true 或 false"),
}

SUMMARY = Words(
    en="{done} answered: {complete} complete, {partial} partial, {stopped} stopped, {error} {noun}"
    " ({seconds:.1f} s, {rate:.1f} a second)",
    zh="共 {done} 个答案：完整 {complete}，不完整 {partial}，中止 {stopped}，错误 {error}"
    "（{seconds:.1f} 秒，每秒 {rate:.1f} 个）",
)
RESUMED = Words(
    en="answers that were there already: {kept}; {summary}", zh="原有 {kept} 个答案；{summary}"
)
STANDING = Words(
    en="{done} done, {failed} not complete, {rate:.1f}/s",
    zh="已答 {done}，不完整 {failed}，每秒 {rate:.1f}",
)
TIME_LEFT = Words(en=", {left} left", zh="，约剩 {left}")
