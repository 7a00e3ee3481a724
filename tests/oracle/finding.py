"""What a judge says: a claim of an answer, and what is true instead."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`sort` is a word for the kind of claim, as "end" or "trend"."""

    sort: str
    claim: str
    truth: str

    def __str__(self) -> str:
        return f"[{self.sort}] claimed: {self.claim}; true: {self.truth}"


def short(number: object) -> str:
    """A number for people."""
    import mpmath

    return "no value" if number is None else str(mpmath.nstr(number, 12))
