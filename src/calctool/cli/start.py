"""The first thing of a command: no garbage is collected, and some modules wait until used."""

import gc
import sys
from _thread import RLock
from importlib.util import find_spec, module_from_spec
from types import ModuleType

LATER = (
    "bz2", "ipaddress", "linecache", "locale", "lzma", "platform", "selectors", "shellingham",
    "subprocess", "textwrap", "tokenize",
)  # fmt: skip
"""What Typer and msgspec import for parts of theirs that hardly a command line reaches."""

_loading = RLock()


class _Later(ModuleType):
    """A module whose code runs when the first of its names is asked for."""

    def __getattr__(self, name: str) -> object:
        with _loading:
            if type(self) is _Later:
                self.__class__ = ModuleType  # type: ignore[assignment]
                _execute(self)
        return getattr(self, name)


def begin() -> None:
    """Make the start of a command short, until `end` is called."""
    gc.disable()
    for name in LATER:
        if name not in sys.modules and (spec := find_spec(name)) is not None:
            module = module_from_spec(spec)
            module.__class__ = _Later
            sys.modules[name] = module
    _without("typing_extensions", "msgspec")


def end() -> None:
    """Modules stay for as long as the process does: no collection looks at them again."""
    gc.freeze()
    gc.enable()


def _execute(module: ModuleType) -> None:
    spec = module.__spec__
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(module)


def _without(other: str, name: str) -> None:
    """Import a module that takes another one only where it is there, and can do without."""
    if other in sys.modules:
        return
    sys.modules[other] = None  # type: ignore[assignment]
    __import__(name)
    del sys.modules[other]
