"""One attack as it stands in cases.jsonl; long texts are written there as recipes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).with_name("cases.jsonl")
_EXITS = {"answer": {0}, "clean-error": {2, 3, 4, 5}, "either": {0, 2, 3, 4, 5}}


@dataclass(frozen=True)
class Case:
    """`facts` is the line of cases.jsonl: command, stdin, env, io, tty, setup, keep and so on."""

    facts: dict[str, Any]

    @property
    def id(self) -> str:
        return self.facts["id"]

    @property
    def category(self) -> str:
        return self.facts["cat"]

    @property
    def command(self) -> str:
        """The subcommand, or the first argument where there is none."""
        first = (self.facts["command"] or [""])[0]
        return first if isinstance(first, str) else ""

    @property
    def exits(self) -> set[int]:
        return set(self.facts.get("exit") or _EXITS[self.facts["must"]])

    def arguments(self, places: dict[str, str]) -> list[bytes]:
        return [build(part, places) for part in self.facts["command"]]

    def stdin(self, places: dict[str, str]) -> bytes | None:
        recipe = self.facts["stdin"]
        return None if recipe is None else build(recipe, places)

    def get(self, name: str, default: Any = None) -> Any:
        found = self.facts.get(name)
        return default if found is None else found


def build(recipe: Any, places: dict[str, str]) -> bytes:
    """The bytes of a text, a repetition, a sum with numbered terms, or hexadecimal digits."""
    match recipe:
        case str():
            for name, place in places.items():
                recipe = recipe.replace(name, place)
            return recipe.encode("utf-8", "surrogatepass")
        case {"rep": [text, count]}:
            return text.encode() * count
        case {"hex": digits} | {"argvhex": digits}:
            return bytes.fromhex(digits)
        case {"cat": parts}:
            return b"".join(build(part, places) for part in parts)
        case {"sum": [term, count, sign]}:
            return sign.join(term.replace("%d", str(n)) for n in range(count)).encode()
    raise ValueError(f"no such recipe: {recipe}")


def cases(path: Path = CASES) -> Iterator[Case]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Case(json.loads(line))
