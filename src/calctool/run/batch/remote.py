"""Files that are not on this machine: s3://, https://, memory:// …; the only place for fsspec."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from contextlib import suppress
from typing import IO, Any

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run import address
from calctool.run.batch.lines import Stream
from calctool.run.batch.output import Output, write_all
from calctool.run.batch.shard import ALL, Shard
from calctool.words.faults.usage import FILE_REASONS


class Remote:
    """One file of a store; raises Problem for a store that cannot be reached from here."""

    def __init__(self, file: str) -> None:
        protocol = address.store(file) or "file"
        self.name = f"'{address.shown(file)}'"
        self.is_packed = self.name.endswith(".gz'")
        try:
            from fsspec.core import url_to_fs
            from fsspec.registry import known_implementations
        except ImportError:
            raise Problem("usage.no-stores", hint="install-cluster", file=self.name) from None
        if protocol not in known_implementations:
            raise Problem("usage.unknown-store", file=self.name, protocol=protocol)
        try:
            self._store, self._path = url_to_fs(file)  # type: ignore[no-untyped-call]
        except ImportError:
            package = {"https": "http"}.get(protocol, protocol)
            raise Problem(
                "usage.no-store", hint="install-store", file=self.name, package=package
            ) from None
        except Exception as error:
            raise self._unreadable(error) from None

    def read(self) -> tuple[IO[bytes], int | None]:
        """It, opened, and its size if that is known; raises Problem."""
        try:
            size = self._store.info(self._path).get("size")
            return self._store.open(self._path, "rb"), size
        except Exception as error:
            raise self._unreadable(error) from None

    def check_place(self) -> None:
        """Refuse what can be seen to be no place for answers; raises Problem."""
        names = _names(self._store)
        folder = os.path.dirname(self._path)
        if "http" in names:
            reason = "web"
        elif "file" in names and not os.path.isdir(folder):
            reason = "no-folder"
        else:
            return
        raise Problem(
            "file.cannot-write", hint="another-name", file=self.name, reason=FILE_REASONS[reason]
        )

    def has_content(self) -> bool:
        """Whether it has content; raises Problem."""
        try:
            return bool(self._store.info(self._path).get("size"))
        except FileNotFoundError:
            return False
        except Exception as error:
            raise self._unreadable(error) from None

    def fetch(self, into: IO[bytes]) -> None:
        """Copy it; raises Problem."""
        source, _ = self.read()
        try:
            with source:
                shutil.copyfileobj(source, into, budget.REMOTE_BLOCK_BYTES)
        except OSError:
            raise
        except Exception as error:
            raise self._unreadable(error) from None

    def put(self, content: IO[bytes]) -> None:
        """All of the content takes its place at once, or nothing does."""
        if "file" in _names(self._store):
            self._put_beside(content)
            return
        file = self._store.open(self._path, "wb", autocommit=False)
        try:
            shutil.copyfileobj(content, file, budget.REMOTE_BLOCK_BYTES)
            file.close()
        except BaseException:
            with suppress(Exception):
                file.discard()
            raise
        file.commit()

    def _put_beside(self, content: IO[bytes]) -> None:
        """fsspec would make the file elsewhere and copy it, which can be seen half done."""
        beside = f"{self._path}.{os.urandom(4).hex()}.part"
        try:
            with open(beside, "xb") as file:
                shutil.copyfileobj(content, file, budget.REMOTE_BLOCK_BYTES)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self._path)
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)
            raise

    def _unreadable(self, error: Exception) -> Problem:
        kinds: dict[type[Exception], str] = {
            FileNotFoundError: "missing",
            IsADirectoryError: "folder",
            PermissionError: "denied",
        }
        reason = FILE_REASONS[kinds.get(type(error), "store")]
        return Problem("file.cannot-read", file=self.name, reason=reason)


def _names(store: Any) -> tuple[str, ...]:
    """What stands before `://` for a store."""
    return (store.protocol,) if isinstance(store.protocol, str) else tuple(store.protocol)


# --- problems -----------------------------------------------------------------------------------


class RemoteStream(Stream):
    """Lines of a remote file, read ahead by a thread into a pipe, so that a slow store holds up
    nobody who waits for a worker."""

    def __init__(self, remote: Remote, shard: Shard = ALL) -> None:
        source, size = remote.read()
        ours, theirs = os.pipe()
        super().__init__(ours, remote.name, packed=remote.is_packed, shard=shard)
        self.size = size
        self._is_cut = False
        self._thread = threading.Thread(target=self._pump, args=(source, theirs), daemon=True)

    def _is_ready(self) -> bool:
        self._begin()
        return super()._is_ready()

    def _read_on(self) -> None:
        self._begin()
        super()._read_on()

    def _begin(self) -> None:
        """Nothing is fetched for a run that ends before it asks for a line."""
        if self._thread.ident is None:
            self._thread.start()

    def _pump(self, source: IO[bytes], pipe: int) -> None:
        try:
            with source:
                while data := source.read(budget.CHUNK_BYTES):
                    write_all(pipe, data)
        except Exception:
            self._is_cut = True
        finally:
            os.close(pipe)

    def _end(self, trouble: Problem | None) -> None:
        if self._is_cut:
            reason = FILE_REASONS["store"]
            trouble = Problem("file.cannot-read", file=self._name, reason=reason)
        super()._end(trouble)


# --- answers ------------------------------------------------------------------------------------


class RemoteOutput(Output):
    """Answers that stay on this machine until the last one is there, and then go as one."""

    def __init__(self, remote: Remote, spool: IO[bytes], position: int) -> None:
        super().__init__(os.dup(spool.fileno()), packed=remote.is_packed, position=position)
        self._remote = remote
        self._spool = spool
        self._there = position

    def finish(self) -> None:
        super().finish()
        if self._position == self._there and self._there:
            return
        for left in reversed(range(budget.REMOTE_TRIES)):
            try:
                self._spool.seek(0)
                self._remote.put(self._spool)
                return
            except Exception:
                if not left:
                    raise self._undelivered() from None
                time.sleep(budget.REMOTE_PAUSE_SECONDS)

    def _undelivered(self) -> Problem:
        """Hours of work are not thrown away because a store has a bad day."""
        descriptor, kept = tempfile.mkstemp(
            prefix="calctool-", suffix=".jsonl" + ".gz" * self._remote.is_packed
        )
        with open(descriptor, "wb") as file:
            self._spool.seek(0)
            shutil.copyfileobj(self._spool, file)
        return Problem("file.not-delivered", file=self._remote.name, kept=f"'{kept}'")

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._spool.close()


def spool() -> IO[bytes]:
    """A file without a name: nothing is left of it, however the run ends."""
    return tempfile.TemporaryFile(buffering=0)
