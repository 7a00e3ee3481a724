"""What a file's name says about where it is; nothing is opened here."""

from __future__ import annotations

import re

_STORE = r"([a-z][a-z0-9+.-]*)://"
_SECRETS = r"(?<=://)[^/@]*@|(?s:\?.*)"


def store(file: str) -> str | None:
    """`s3` of `s3://bucket/name`; None for a file of this machine."""
    found = re.match(_STORE, file, re.IGNORECASE)
    return found and found[1].lower()


def shown(file: str) -> str:
    """As it may stand in a log: without password and signature."""
    return file if store(file) is None else re.sub(_SECRETS, "", file)
