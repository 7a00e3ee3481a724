"""What is said while a question is being worked on."""

from calctool.words import Words
from calctool.words.titles import COMMA as COMMA

WORKING = Words(
    en="working, {seconds} s of at most {most} (Ctrl-C stops it)",
    zh="正在计算，已 {seconds} 秒，最多 {most} 秒（Ctrl-C 停止）",
)
SOLVING = Words(
    en="solving, {seconds} s (Ctrl-C stops it)", zh="正在求解，已 {seconds} 秒（Ctrl-C 停止）"
)
DONE = Words(en="; done: {parts}", zh="；已完成：{parts}")
OPEN = Words(en="; open: {parts}", zh="；待完成：{parts}")
PROBLEMS = Words(en="; {done} of {of} problems solved", zh="；已解 {done}/{of} 题")
