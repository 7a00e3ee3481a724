"""Trees from their texts, for tests that are about trees."""

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, Tree, expression


def tree(text: str) -> Tree:
    return expression(read_back(text))


def relation(text: str) -> Relation:
    found = read_back(text)
    assert isinstance(found, Relation)
    return found
