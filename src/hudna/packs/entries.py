"""Reading a YAML file of entries into frozen dataclasses, with errors that name file, line and remedy.

A file is a list of mappings; each mapping is one entry of a class whose fields are the keys allowed. Fields
may be str, int, float, bool, date (kept as `YYYY-MM-DD` strings), tuples of these, Literals, None and
nested dataclasses; a single value stands for a tuple of one.
"""

import datetime
import types
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from hudna.model.errors import PackError

T = TypeVar("T")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a knowledge file, with what to do about it."""

    file: str
    line: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}; {self.remedy}"


class _InvalidError(Exception):
    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def load_entries(path: Path | Traversable, cls: type[T]) -> tuple[T, ...]:
    """Every entry of a YAML file as `cls`; raises PackError listing all problems of the file."""
    found, problems = check_entries(path, cls)
    if problems:
        raise PackError("\n".join(map(str, problems)))
    return found


def check_entries(path: Path | Traversable, cls: type[T]) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """The good entries of a YAML file and the problems of the others."""
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_Loader)
    except OSError as error:
        return (), (
            Problem(name, 1, f"cannot be read ({error.strerror})", "check the path and its permissions"),
        )
    except UnicodeDecodeError:
        return (), (Problem(name, 1, "is not UTF-8", "save the file as UTF-8"),)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "is not YAML"
        return (), (Problem(name, mark.line + 1 if mark else 1, what, "mend the YAML at this line"),)
    if data is None:
        return (), ()
    if not isinstance(data, list):
        return (), (Problem(name, 1, "holds no list", "begin each entry with «- »"),)
    good: list[T] = []
    bad: list[tuple[int, _InvalidError]] = []
    hints = get_type_hints(cls)
    for index, item in enumerate(data):
        try:
            good.append(_build(item, cls, hints))
        except _InvalidError as error:
            bad.append((index, error))
    if not bad:
        return tuple(good), ()
    lines = entry_lines(text)
    return tuple(good), tuple(Problem(name, lines[i], str(e), e.remedy) for i, e in bad)


def entry_lines(text: str) -> list[int]:
    """The 1-based line each top-level entry of a YAML list begins on."""
    node = yaml.compose(text, Loader=_Loader)
    return [item.start_mark.line + 1 for item in node.value] if isinstance(node, yaml.SequenceNode) else []


def _build(item: Any, cls: type[T], hints: dict[str, Any]) -> T:
    if not isinstance(item, dict):
        raise _InvalidError(f"entry is {item!r}, not a mapping", "write it as «key: value» lines")
    known = {f.name: f for f in fields(cls)}  # type: ignore[arg-type]
    for key in item:
        if key not in known:
            allowed = ", ".join(known)
            raise _InvalidError(f"unknown key «{key}»", f"use one of: {allowed}")
    values = {}
    for name, field in known.items():
        if name in item:
            values[name] = _convert(item[name], hints[name], name)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise _InvalidError(f"entry {_label(item)} has no «{name}»", f"add «{name}:» to it")
    return cls(**values)


def _label(item: dict[str, Any]) -> str:
    return f"«{item.get('id') or next(iter(item.values()), '')}»"


def _convert(value: Any, hint: Any, key: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = [a for a in get_args(hint) if a is not type(None)]
        if value is None:
            return None
        for option in options[:-1]:
            try:
                return _convert(value, option, key)
            except _InvalidError:
                continue
        return _convert(value, options[-1], key)
    if origin is Literal:
        if value not in get_args(hint):
            raise _InvalidError(
                f"«{key}: {value}» is not allowed", f"use one of: {', '.join(map(str, get_args(hint)))}"
            )
        return value
    if origin is tuple:
        inner = get_args(hint)[0]
        items: Iterable[Any] = value if isinstance(value, list) else () if value is None else (value,)
        return tuple(_convert(v, inner, key) for v in items)
    if is_dataclass(hint) and isinstance(hint, type):
        return _build(value, hint, get_type_hints(hint))
    if hint is str and isinstance(value, datetime.date):
        return value.isoformat()
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(hint, type) and isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    wanted = getattr(hint, "__name__", str(hint))
    hint_text = "quote it" if hint is str else f"write a {wanted}"
    raise _InvalidError(f"«{key}: {value!r}» is not of type {wanted}", hint_text)
