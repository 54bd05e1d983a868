"""Opening files without surprises: regular files only, never more than the limit in memory."""

import errno
import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from hudna.model.errors import ReadError

LIMIT = 10 * 1024 * 1024
"""Bytes of one report (a text file, a page, a line of JSONL) that are read at most."""
_CHUNK = 64 * 1024


def shown(path: str) -> str:
    """A path as text that can be stored and printed: bytes that are no UTF-8 appear as `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def megabytes(size: int) -> str:
    """A size for people."""
    return f"{size / 1024 / 1024:.1f} MB"


def too_large(size: str) -> ReadError:
    """The refusal of more than `LIMIT` bytes in one report."""
    return ReadError(
        "too-large",
        f"holds {size}; one report may hold {megabytes(LIMIT)}: if it is many reports, write one a line as "
        'JSONL ({"text": "…"}) or cut the file into one file a report (split --line-bytes=8M FILE PART-)',
    )


def open_regular(path: str) -> BinaryIO:
    """Open a regular file; raises ReadError for anything else, without ever waiting on a pipe or device."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise ReadError("not-a-file", f"is {_kind(mode)}, not a file; pipe it in with «-» instead")
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise unreadable(error) from error
    stream = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # replaced between the look and the opening
        stream.close()
        raise ReadError("not-a-file", "is no longer a file; run the command again")
    return stream


def unreadable(error: Exception) -> ReadError:
    """What a failed look at a path is called and what to do about it."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)) or not isinstance(error, OSError):
        return ReadError("not-found", "does not exist; check the spelling and the folder you are in")
    if isinstance(error, PermissionError):
        return ReadError("unreadable", "may not be read by this user; change its permissions (chmod u+r)")
    if error.errno == errno.ELOOP:
        return ReadError("loop", "is a symbolic link that leads back to itself; give the file itself")
    return ReadError(
        "unreadable", f"cannot be read ({error.strerror or error}); copy it elsewhere and try again"
    )


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISDIR, "a folder"),
    )
    return next((name for test, name in kinds if test(mode)), "something else")


def read_chunk(stream: BinaryIO, size: int = _CHUNK) -> bytes:
    """Up to `size` bytes, fewer only at the end (pipes give less at a time than was asked)."""
    parts, wanted = [], size
    while wanted > 0:
        try:
            part = stream.read(min(wanted, _CHUNK))
        except OSError as error:
            raise unreadable(error) from error
        if not part:
            break
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts)


def read_all(stream: BinaryIO, head: bytes, size: int | None = None) -> bytes:
    """`head` and the rest of the stream; raises ReadError «too-large» beyond `LIMIT`.

    `size` is what the file system says; a file that is too large is then refused unread.
    """
    if size is not None and size > LIMIT:
        raise too_large(megabytes(size))
    data = head + read_chunk(stream, LIMIT + 1 - len(head))
    if len(data) > LIMIT:
        raise too_large(f"more than {megabytes(LIMIT)}")
    return data


def lines(stream: BinaryIO, head: bytes) -> Iterator[bytes | None]:
    """The lines of `head` and the rest of the stream, without line ends; None for one beyond `LIMIT`."""
    kept: list[bytes] = []
    length, overlong = 0, False
    chunk = head or read_chunk(stream)
    while chunk:
        *whole, rest = chunk.split(b"\n")
        for part in whole:
            yield None if overlong or length + len(part) > LIMIT else b"".join([*kept, part])
            kept, length, overlong = [], 0, False
        length += len(rest)
        overlong = overlong or length > LIMIT
        kept = [] if overlong else [*kept, rest]
        chunk = read_chunk(stream)
    if overlong or length:
        yield None if overlong else b"".join(kept)
