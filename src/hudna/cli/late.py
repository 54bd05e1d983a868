"""Modules imported at their first use.

`--help` of a command must cost next to nothing, and the modules that do its work import much. A command's
module holds its signature; its work stands in `hudna.cli.work`, which it names twice: for the type checker
as an ordinary import, for the running program as `late(…)`.
"""

from importlib import import_module
from typing import Any


class _Late:
    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


def late(name: str) -> Any:
    """The module of that name, imported when something of it is asked for."""
    return _Late(name)
