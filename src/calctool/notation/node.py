"""What every node of a tree is: frozen, with a span; hash, size and names worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from calctool.notation.tree import Tree


_NO_NAMES: frozenset[str] = frozenset()


class Span(NamedTuple):
    """Half-open range of characters in the user's text."""

    start: int
    end: int


make_span = partial(tuple.__new__, Span)
"""Span of a pair, without the detour through the named tuple's own __new__."""


@dataclass(frozen=True, slots=True)
class Node:
    """What all trees share; `children` and `rebuilt` are the only ways in and out."""

    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    size: int = field(init=False, compare=False, repr=False)
    height: int = field(init=False, compare=False, repr=False)
    names: frozenset[str] = field(init=False, compare=False, repr=False)
    key: int = field(init=False, compare=False, repr=False)

    identity: ClassVar[attrgetter[Any]]
    """The fields that count when two nodes are compared."""

    def __post_init__(self) -> None:
        key = hash((type(self), self.identity(self)))
        finish(self, self.span, self.children, key, self.own_names())

    @property
    def children(self) -> tuple[Tree, ...]:
        return ()

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        """The same node over other children, in the order of `children`."""
        raise NotImplementedError

    def own_names(self) -> frozenset[str]:
        return _NO_NAMES

    def is_free_of(self, name: str) -> bool:
        return name not in self.names

    def __reduce__(self) -> tuple[Any, ...]:
        # The stored hash holds in one process only: another one must work it out anew.
        kept = [f.name for f in fields(self) if f.init and f.name != "span"]
        return _revive, (type(self), {name: getattr(self, name) for name in (*kept, "span")})


# Trees are made by the dozen, and the slots' own setters take half the time of
# object.__setattr__: the kinds that every expression has are made without the dataclass's __init__.
put = object.__setattr__
_set_span, _set_size, _set_height, _set_names, _set_key = (
    Node.__dict__[slot].__set__ for slot in ("span", "size", "height", "names", "key")
)


def finish(
    at: Node,
    span: Span | None,
    children: tuple[Tree, ...],
    key: int,
    names: frozenset[str] = _NO_NAMES,
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
    _set_span(at, span)
    _set_size(at, size)
    _set_height(at, height)
    _set_names(at, names)
    _set_key(at, key)


def _revive(kind: type[Node], values: dict[str, Any]) -> Node:
    return kind(**values)


NodeType = TypeVar("NodeType", bound=Node)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def node(kind: type[NodeType]) -> type[NodeType]:
    """A frozen dataclass whose hash is the one worked out when it was made."""
    made = dataclass(frozen=True, slots=True, init="__init__" not in kind.__dict__)(kind)
    made.__hash__ = _stored_hash  # type: ignore[assignment]
    made.identity = attrgetter(*(f.name for f in fields(made) if f.compare))
    return made


def _stored_hash(self: Node) -> int:
    return self.key
