"""What every method raises that gives a question up: another one may take it, or it stays open."""


class Unsettled(Exception):  # noqa: N818 (a state of knowledge, not a fault)
    """A question without an answer here; whoever asked for a part names it as missing."""
