"""A soft timer for work in Python; C code does not look at it, so it never is the only bound."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

IS_THERE = hasattr(signal, "setitimer") and hasattr(signal, "pthread_sigmask")


class OutOfTime(BaseException):
    """The timer rang; not an Exception, so that no library swallows it."""


def ring_after(seconds: float) -> None:
    """Raise OutOfTime in the main thread when the time is over, whatever it does then."""
    if IS_THERE:
        signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _ring(_signal: int, _frame: object) -> None:
    raise OutOfTime


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """OutOfTime rises from the block when it takes longer."""
    ring_after(seconds)
    try:
        yield
    finally:
        if IS_THERE:
            signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def at_most_working(seconds: float) -> Iterator[None]:
    """OutOfTime rises from the block when it uses more time of a processor.

    What others do on the machine does not count: short work is done however busy it is.
    """
    if not IS_THERE:
        yield
        return
    signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def held_back() -> Iterator[None]:
    """The timer rings after the block, never inside it."""
    if not IS_THERE:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
