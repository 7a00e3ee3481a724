"""`python -m calctool`, and the program `calctool`."""

import os
import signal
from contextlib import suppress


def _leave(number: int, _frame: object) -> None:
    with suppress(OSError):
        os.write(2, b"stopped\n")
    os._exit(128 + number)


# The imports below take long enough for a Ctrl-C; once they are done, `main` handles signals.
for _number in (signal.SIGINT, signal.SIGTERM):
    if signal.getsignal(_number) is not signal.SIG_IGN:
        signal.signal(_number, _leave)

from calctool.cli.start import begin  # noqa: E402

begin()

from calctool.cli.app import main  # noqa: E402

if __name__ == "__main__":
    main()
