"""Judges every formula of a result: its decimal value, and the bounds of a rounded one."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from mpmath import mp

from calctool.notation.problem import Problem
from oracle.finding import Finding, short
from oracle.values.evaluate import Unknown
from oracle.values.reading import Exact
from values import NoValue

DECIMAL = re.compile(r"-?\d{13,15}/([1-8]{1,5}0{8,})")
"""What rounding to 15 digits makes, in lowest terms."""
ROUND = re.compile(r"(\d)\1{6}")
"""In a numerator: a whole number and a power of ten that was typed."""


def judge(result: dict[str, Any]) -> Iterator[Finding]:
    for each in _formulas(result):
        found = Exact(each)
        if found.infinite:
            if each["value"] is not None:
                yield Finding("number", f"{found} = {each['value']}", "it is infinite")
            continue
        try:
            true = found.at(60)
        except (ValueError, KeyError, Problem, NoValue, Unknown):
            continue
        if not (found.is_rounded or "bounds" in each) and _is_decimal(each["expr"]):
            yield Finding("number", f"{found} is exact", "a decimal of so many digits is rounded")
        if each["value"] is not None and not _is_near(each["value"], true):
            yield Finding("number", f"{found} = {each['value']}", short(true))
        if found.is_rounded and not _is_between(each["enclosure"], true):
            yield Finding("number", f"{found} in {' .. '.join(each['enclosure'])}", short(true))


def _is_decimal(text: str) -> bool:
    found = DECIMAL.fullmatch(text)
    is_power = found is not None and 10**30 % int(found[1]) == 0
    return is_power and not ROUND.search(text.split("/")[0])


def _is_between(bounds: list[str], rounded: Any) -> bool:
    """Up to the last of the 15 digits that a rounded number has."""
    with mp.workdps(60):
        low, high = map(mp.mpf, bounds)
        room = mp.mpf("1e-13") * abs(rounded)
        return bool(low <= high and low - room <= rounded <= high + room)


def _is_near(value: float, true: Any) -> bool:
    return math.isfinite(value) and bool(abs(value - true) <= 1e-12 * abs(true) + 1e-300)


def _formulas(part: Any) -> Iterator[dict[str, Any]]:
    """Constants only: a formula with a name in it has no value."""
    if isinstance(part, list):
        for each in part:
            yield from _formulas(each)
    elif isinstance(part, dict):
        if {"expr", "latex", "value"} <= set(part):
            if (
                part["value"] is not None
                or "enclosure" in part
                or re.search(r"\boo\b", part["expr"])
            ):
                yield part
        else:
            for key, each in part.items():
                found = _formulas(each)
                # A bound in a line of a proof is no rounded value: f <= 1.92882804748850.
                yield from ({**one, "bounds": True} for one in found) if key == "proof" else found
