"""Notes on readings that are not literal, by permanent id."""

from calctool.words import Note, Words

NOTES: dict[str, Words] = {
    "note.capital-pi": Words(
        en="read `{name}` as the variable; the circle constant is `pi`",
        zh="`{name}` 读作变量；圆周率请写 `pi`",
    ),
    "note.constraint-implied": Words(
        en="constraint ({number}) follows from the others and was left out",
        zh="约束 ({number}) 可由其他约束推出，已略去",
    ),
    "note.defined": Words(en="put in {definitions}", zh="代入 {definitions}"),
    "note.e-with-index": Words(
        en="read `{name}` as one variable; write `{product}` for a product with e",
        zh="`{name}` 读作一个变量；若要与 e 相乘，请写 `{product}`",
    ),
    "note.function-argument": Words(
        en="read `{typed}` as `{reading}`; brackets say exactly what the function is of",
        zh="`{typed}` 读作 `{reading}`；加括号可明确函数的自变量",
    ),
    "note.index-or-power": Words(
        en="read `{name}` as one variable; for a power write `{power}` in double quotes, "
        "outside of which a shell may take the ^ away",
        zh="`{name}` 读作一个变量；若为乘方，请写 `{power}` 并加双引号，否则 ^ 可能被命令行吞掉",
    ),
    "note.long-name": Words(
        en="read `{name}` as one variable; write * between factors for a product",
        zh="`{name}` 读作一个变量；若为乘积，请在因子之间写 *",
    ),
    "note.number-after-name": Words(
        en="read `{typed}` as the product `{reading}`; write `{other}` for a power",
        zh="`{typed}` 读作乘积 `{reading}`；若为乘方，请写 `{other}`",
    ),
    "note.one-name": Words(
        en="read `{name}` as one variable; write `{product}` for a product",
        zh="`{name}` 读作一个变量；若为乘积，请写 `{product}`",
    ),
    "note.option-read": Words(
        en="read {option} `{typed}` as `{reading}`", zh="{option} 的 `{typed}` 读作 `{reading}`"
    ),
    "note.open-side": Words(
        en="`{typed}` leaves out its boundary: it is an open side of the domain",
        zh="`{typed}` 不含边界，按定义区域的开端处理",
    ),
    "note.other-name": Words(en="read `{typed}` as `{reading}`", zh="`{typed}` 读作 `{reading}`"),
    "note.power-then-product": Words(
        en="read `{typed}` as `{reading}`; write `{other}` if the whole product is the exponent",
        zh="`{typed}` 读作 `{reading}`；若整个乘积为指数，请写 `{other}`",
    ),
    "note.power-then-quotient": Words(
        en="read `{typed}` as `{reading}`; write `{other}` if the quotient is the exponent",
        zh="`{typed}` 读作 `{reading}`；若整个商为指数，请写 `{other}`",
    ),
    "note.product-not-function": Words(
        en="read `{typed}` as the product `{reading}`; "
        "for an undefined function say --function {name}",
        zh="`{typed}` 读作乘积 `{reading}`；若 {name} 是未定义函数，请加 --function {name}",
    ),
    "note.product-of-letters": Words(
        en="read `{name}` as the product `{product}`, whose factors are variables here; "
        "choose another name for one variable",
        zh="`{name}` 读作乘积 `{product}`，因为各字母都是此处的变量；若为一个变量，请换一个名称",
    ),
    "note.product-with-e": Words(
        en="read `{typed}` as the product `{reading}`; write `{other}` for the exponential",
        zh="`{typed}` 读作乘积 `{reading}`；若为指数函数，请写 `{other}`",
    ),
    "note.quotient-then-product": Words(
        en="read `{typed}` as `{reading}`; write `{other}` if the whole product is the denominator",
        zh="`{typed}` 读作 `{reading}`；若整个乘积为分母，请写 `{other}`",
    ),
    "note.read-as": Words(en="read `{typed}` as `{reading}`", zh="`{typed}` 读作 `{reading}`"),
    "note.root-then-product": Words(
        en="read `{typed}` as `{reading}`; write `{other}` if the whole product is under the root",
        zh="`{typed}` 读作 `{reading}`；若整个乘积在根号下，请写 `{other}`",
    ),
}


_LONGEST = 40
"""Characters of the user's text that a note repeats."""


def reading_note(id: str, **facts: str) -> Note:
    """The note with its words filled in."""
    from calctool.words.faults import pasted

    shown = {name: _shortened(fact) for name, fact in facts.items()}
    words = NOTES.get(id) or pasted.NOTES[id]
    return Note(id, Words(en=words.say("en", **shown), zh=words.say("zh", **shown)))


def _shortened(text: str) -> str:
    """On one line, its middle left out if it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    half = _LONGEST // 2
    return f"{line[:half]}…{line[-half:]}"
