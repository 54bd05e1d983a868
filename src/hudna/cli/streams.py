"""Standard streams: UTF-8 on every machine, and what a terminal can take."""

import io
import os
import sys
from typing import Any


def force_utf8(*streams: Any) -> None:
    """Make text streams UTF-8 whatever LANG or PYTHONIOENCODING says.

    A character UTF-8 cannot carry (half of a surrogate pair in a damaged text) is written as `\\udc80`,
    which inside a JSON string is that very character.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal() -> bool:
    """Whether a person reads standard output directly."""
    return sys.stdout.isatty()


def terminal_width(default: int = 100) -> int:
    """Columns of the terminal, never so few that a table cannot be drawn."""
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 40)
    except (OSError, ValueError):
        return default


def silence_stdout() -> None:
    """Send what is still buffered for a closed pipe or full disk to nowhere; exit would fail on it again."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    except (OSError, ValueError):  # standard output is no file here (a test's buffer): nothing to silence
        return
