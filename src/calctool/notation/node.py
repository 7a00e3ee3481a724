"""What every node of a tree is: frozen, with a span; hash, size and names worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple, NoReturn

_NO_NAMES: frozenset[str] = frozenset()


class Span(NamedTuple):
    """Half-open range of characters in the user's text."""

    start: int
    end: int


make_span = partial(tuple.__new__, Span)
"""Span of a pair, without the detour through the named tuple's own __new__."""


class Node:
    """What all trees share; `children` and `rebuilt` are the only ways in and out.

    A kind names its fields in `__match_args__`: they are its slots, and what nodes are compared
    by. It is written by hand, since a decorator that compiles its methods costs every start.
    """

    __slots__ = ("children", "height", "is_pending", "key", "names", "size", "span")
    __match_args__: tuple[str, ...] = ()

    span: Span | None
    children: tuple[Any, ...]
    size: int
    height: int
    names: frozenset[str]
    key: int
    is_pending: bool
    """Whether a derivative is still to be found in it."""

    identity: ClassVar[attrgetter[Any]]
    """The fields that count when two nodes are compared."""

    def __init_subclass__(cls, uncounted: tuple[str, ...] = ()) -> None:
        cls.identity = attrgetter(*(name for name in cls.__match_args__ if name not in uncounted))

    def rebuilt(self, children: tuple[Any, ...]) -> Any:
        """The same node over other children, in the order of `children`."""
        raise NotImplementedError

    def is_free_of(self, name: str) -> bool:
        return name not in self.names

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Node) or other.__class__ is not self.__class__:
            return NotImplemented
        return self.key == other.key and bool(self.identity(self) == self.identity(other))

    def __hash__(self) -> int:
        return self.key

    def __repr__(self) -> str:
        fields = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({', '.join(fields)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a node is frozen: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a node is frozen: {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        # The stored hash holds in one process only: another one must work it out anew.
        values = tuple(getattr(self, name) for name in self.__match_args__)
        return _revive, (type(self), values, self.span)


put = object.__setattr__
# Trees are made by the dozen, and the slots' own setters take half the time of `put`.
_set_span, _set_children, _set_size, _set_height, _set_names, _set_key, _set_is_pending = (
    Node.__dict__[slot].__set__
    for slot in ("span", "children", "size", "height", "names", "key", "is_pending")
)


def finish(
    at: Node,
    span: Span | None,
    children: tuple[Node, ...],
    key: int,
    names: frozenset[str] = _NO_NAMES,
    is_pending: bool = False,
) -> None:
    """Work out what is stored in every node; `names` are those not found in its children."""
    size = height = 1
    for child in children:
        size += child.size
        below, inner = child.height, child.names
        if below >= height:
            height = below + 1
        if inner and inner is not names:
            names = names | inner if names else inner
        if child.is_pending:
            is_pending = True
    _set_span(at, span)
    _set_children(at, children)
    _set_size(at, size)
    _set_height(at, height)
    _set_names(at, names)
    _set_key(at, key)
    _set_is_pending(at, is_pending)


def _revive(kind: Callable[..., Node], values: tuple[Any, ...], span: Span | None) -> Node:
    return kind(*values, span=span)
