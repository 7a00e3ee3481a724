"""The report of a whole class that `batch --summary` writes; the suffix says in which form."""

from __future__ import annotations

import os

from calctool.cli.options import Settings
from calctool.cli.terminal import output
from calctool.notation.problem import Problem
from calctool.present import class_report
from calctool.present.class_report import Report
from calctool.render.forms import FORMS, OF_DOCUMENTS, Terminal, rendered

_FORMS = {f".{FORMS[name].suffix}": name for name in OF_DOCUMENTS}
_CSV = ".csv"


def check(file: str) -> None:
    """Refuse before any work is done what cannot be written after it."""
    output.check(file)
    if file != "/dev/stderr" and _suffix(file) not in (*_FORMS, _CSV):
        known = " ".join((*_FORMS, _CSV))
        raise Problem("usage.suffix", hint="known-suffixes", suffix=_suffix(file)[:20], known=known)


def write(report: Report, file: str, settings: Settings) -> None:
    """The report to the file, whole or not at all."""
    if _suffix(file) == _CSV:
        output.deliver(class_report.table(report), file)
        return
    document = class_report.document(report, settings.look.language)
    terminal = settings.look.terminal if file == "/dev/stderr" else Terminal()
    output.deliver(rendered(document, _FORMS.get(_suffix(file), "text"), terminal), file)


def _suffix(file: str) -> str:
    return os.path.splitext(file)[1].lower()
