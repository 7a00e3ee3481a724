"""Rigorous values and Taylor coefficients of trees in ball arithmetic (FLINT/Arb)."""

from calctool.algebra.ball.constants import enclose
from calctool.algebra.ball.growing import Growing
from calctool.algebra.ball.numbers import Ball, Lack
from calctool.algebra.ball.program import Program

__all__ = ["Ball", "Growing", "Lack", "Program", "enclose"]
