"""Reading a YAML file of entries into frozen dataclasses, with errors that name file, line and remedy.

A file is a list of mappings; each mapping is one entry of a class whose fields are the keys allowed. Fields
may be str, int, float, bool, date (kept as `YYYY-MM-DD` strings), tuples of these, Literals, None and
nested dataclasses; a single value stands for a tuple of one. Long tables may be TSV files instead, which read
ten times as fast.
"""

import datetime
import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from hudna.model.errors import PackError

T = TypeVar("T")
_Convert = Callable[[Any, str], Any]
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
    """Every entry of a YAML or TSV file as `cls`; raises PackError listing all problems of the file."""
    found, problems = check_entries(path, cls)
    if problems:
        raise PackError("\n".join(map(str, problems)))
    return found


def check_entries(path: Path | Traversable, cls: type[T]) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """The good entries of a YAML or TSV file and the problems of the others."""
    placed, problems = check_placed(path, cls)
    return tuple(entry for _, entry in placed), problems


def check_placed(
    path: Path | Traversable, cls: type[T], lines: bool = False
) -> tuple[tuple[tuple[int, T], ...], tuple[Problem, ...]]:
    """As `check_entries`, each entry with the 1-based line it begins on (0 unless `lines`: it costs a second
    reading of the YAML)."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        problem = Problem(
            str(path), 1, f"cannot be read ({error.strerror})", "check the path and its permissions"
        )
        return (), (problem,)
    except UnicodeDecodeError:
        return (), (Problem(str(path), 1, "is not UTF-8", "save the file as UTF-8"),)
    if path.name.endswith(".tsv"):
        return _check_table(str(path), text, cls)
    return _check_yaml(str(path), text, cls, lines)


def _check_yaml(
    name: str, text: str, cls: type[T], lines: bool
) -> tuple[tuple[tuple[int, T], ...], tuple[Problem, ...]]:
    try:
        data = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "is not YAML"
        return (), (Problem(name, mark.line + 1 if mark else 1, what, "mend the YAML at this line"),)
    if data is None:
        return (), ()
    if not isinstance(data, list):
        return (), (Problem(name, 1, "holds no list", "begin each entry with «- »"),)
    good: list[tuple[int, T]] = []
    bad: list[tuple[int, _InvalidError]] = []
    build = _builder(cls)
    for index, item in enumerate(data):
        try:
            good.append((index, build(item, "entry")))
        except _InvalidError as error:
            bad.append((index, error))
    where = entry_lines(text) if lines or bad else [0] * len(data)
    return tuple((where[i], e) for i, e in good), tuple(
        Problem(name, where[i], str(e), e.remedy) for i, e in bad
    )


def _check_table(name: str, text: str, cls: type[T]) -> tuple[tuple[tuple[int, T], ...], tuple[Problem, ...]]:
    """A table: columns are keys (`names.ar` for a key inside another), empty cells are left out, several
    values stand between bars."""
    rows = [(n, row) for n, row in enumerate(text.split("\n"), 1) if row and not row.startswith("#")]
    if not rows:
        return (), ()
    keys = rows[0][1].split("\t")
    good: list[tuple[int, T]] = []
    bad: list[Problem] = []
    build = _builder(cls)
    for line, row in rows[1:]:
        cells = row.split("\t")
        try:
            if len(cells) != len(keys):
                raise _InvalidError(
                    f"row has {len(cells)} cells, not {len(keys)}", "put a tab between two cells"
                )
            item: dict[str, Any] = {}
            for key, cell in zip(keys, cells, strict=True):
                if cell:
                    outer, _, inner = key.partition(".")
                    value: Any = cell.split("|") if "|" in cell else _Cell(cell)
                    if inner:
                        item.setdefault(outer, {})[inner] = value
                    else:
                        item[key] = value
            good.append((line, build(item, "row")))
        except _InvalidError as error:
            bad.append(Problem(name, line, str(error), error.remedy))
    return tuple(good), tuple(bad)


class _Cell(str):
    """A cell of a table, which may still become a number or true or false."""

    __slots__ = ()


def entry_lines(text: str) -> list[int]:
    """The 1-based line each top-level entry of a YAML list begins on."""
    node = yaml.compose(text, Loader=_Loader)
    return [item.start_mark.line + 1 for item in node.value] if isinstance(node, yaml.SequenceNode) else []


def _builder(cls: type[T]) -> _Convert:
    """What turns a mapping into a `cls`; made once for a file, because looking up type hints is slow."""
    hints = get_type_hints(cls)
    converters: dict[str, _Convert] = {}
    needed: list[str] = []
    for field in fields(cls):  # type: ignore[arg-type]
        converters[field.name] = _converter(hints[field.name])
        if field.default is MISSING and field.default_factory is MISSING:
            needed.append(field.name)

    def build(item: Any, key: str) -> T:
        if not isinstance(item, dict):
            raise _InvalidError(f"{key} is {item!r}, not a mapping", "write it as «key: value» lines")
        values = {}
        for name, value in item.items():
            convert = converters.get(name)
            if convert is None:
                raise _InvalidError(f"unknown key «{name}»", f"use one of: {', '.join(converters)}")
            values[name] = convert(value, name)
        for name in needed:
            if name not in values:
                raise _InvalidError(f"entry {_label(item)} has no «{name}»", f"add «{name}:» to it")
        return cls(**values)

    return build


def _label(item: dict[str, Any]) -> str:
    return f"«{item.get('id') or next(iter(item.values()), '')}»"


def _converter(hint: Any) -> _Convert:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(tuple(_converter(a) for a in get_args(hint) if a is not type(None)))
    if origin is Literal:
        return _literal(get_args(hint))
    if origin is tuple:
        return _tuple(_converter(get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return _builder(hint)
    return _scalar(hint)


def _union(options: tuple[_Convert, ...]) -> _Convert:
    def convert(value: Any, key: str) -> Any:
        if value is None:
            return None
        for option in options[:-1]:
            try:
                return option(value, key)
            except _InvalidError:
                continue
        return options[-1](value, key)

    return convert


def _literal(allowed: tuple[Any, ...]) -> _Convert:
    def convert(value: Any, key: str) -> Any:
        if value not in allowed:
            raise _InvalidError(
                f"«{key}: {value}» is not allowed", f"use one of: {', '.join(map(str, allowed))}"
            )
        return str(value) if isinstance(value, _Cell) else value

    return convert


def _tuple(inner: _Convert) -> _Convert:
    def convert(value: Any, key: str) -> Any:
        if isinstance(value, list):
            return tuple([inner(v, key) for v in value])
        return () if value is None else (inner(value, key),)

    return convert


def _scalar(hint: Any) -> _Convert:
    def convert(value: Any, key: str) -> Any:
        kind = type(value)
        if kind is hint:
            return value
        if kind is _Cell and (read := _read_cell(value, hint)) is not None:
            return read
        if hint is str and isinstance(value, datetime.date):
            return value.isoformat()
        if hint is float and kind is int:
            return float(value)
        wanted = getattr(hint, "__name__", str(hint))
        hint_text = "quote it" if hint is str and kind is not _Cell else f"write a {wanted}"
        raise _InvalidError(f"«{key}: {value!r}» is not of type {wanted}", hint_text)

    return convert


def _read_cell(cell: str, hint: Any) -> Any:
    if hint is bool:
        return {"true": True, "false": False}.get(cell)
    try:
        return hint(cell)
    except ValueError:
        return None
