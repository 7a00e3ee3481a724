"""The one exception for unusable input; its sentence is found in words/faults/errors.py."""

from calctool.notation.node import Span


class Problem(Exception):  # noqa: N818 (the name users meet)
    """What is wrong (a permanent id), where, the facts of the case, and which hint helps.

    `id` is a key of words.errors.ERRORS, `hint` a key of words.errors.HINTS or None; both
    phrases are filled from `facts`. `source` is the text that the span points into.
    """

    def __init__(
        self,
        id: str,
        span: Span | None = None,
        *,
        hint: str | None = None,
        source: str = "",
        **facts: object,
    ) -> None:
        super().__init__(id)
        self.id = id
        self.span = span
        self.hint = hint
        self.source = source
        self.facts = facts

    def offer(self, *texts: str) -> None:
        """Make the hint what to type instead: one text, or two for two readings."""
        self.hint = "write" if len(texts) == 1 else "write-either"
        self.facts |= {"written": texts[0], "other": texts[-1]}

    def __reduce__(self) -> tuple[object, ...]:
        return _revive, (self.id, self.span, self.hint, self.source, self.facts)


def _revive(
    id: str, span: Span | None, hint: str | None, source: str, facts: dict[str, object]
) -> Problem:
    return Problem(id, span, hint=hint, source=source, **facts)
