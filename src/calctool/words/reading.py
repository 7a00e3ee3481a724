"""Headings of `calctool read`."""

from calctool.words import Words

FORMULA = Words(en="Read as", zh="读作")
PLAIN = Words(en="Plain", zh="纯文本")
LATEX = Words(en="LaTeX", zh="LaTeX")
NOTATION = Words(en="Notation", zh="写法")
NODE = Words(en="node", zh="节点")
PART = Words(en="stands for", zh="表示")
