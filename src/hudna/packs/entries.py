"""Reading a YAML file of entries into frozen dataclasses, with errors that name file, line and remedy.

A file is a list of mappings; each mapping is one entry of a class whose fields are the keys allowed. Fields
may be str, int, float, bool, date (kept as `YYYY-MM-DD` strings), tuples of these, Literals, None and
nested dataclasses; a single value stands for a tuple of one. Long tables may be TSV files instead, which read
ten times as fast.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from hudna.model.errors import PackError
from hudna.model.frozen import frozen

T = TypeVar("T")
_Convert = Callable[[Any, str], Any]
DEEPEST = 60
_STRING = "tag:yaml.org,2002:str"
_AS_WRITTEN = (_STRING, "tag:yaml.org,2002:timestamp")
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """PyYAML's safe loader with a shorter way to the tag of a scalar, which took a quarter of the time."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is not yaml.ScalarNode:
            return super().resolve(kind, value, implicit)
        if implicit[0]:
            for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
                if pattern.match(value):
                    return tag
        return _STRING


@frozen
class Problem:
    """One thing wrong in a knowledge file, with what to do about it."""

    file: str
    line: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}; {self.remedy}"


class _InvalidError(ValueError):
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
    path: Path | Traversable, cls: type[T]
) -> tuple[tuple[tuple[int, T], ...], tuple[Problem, ...]]:
    """As `check_entries`, each entry with the 1-based line it begins on."""
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
    return _check_yaml(str(path), text, cls)


def _check_yaml(name: str, text: str, cls: type[T]) -> tuple[tuple[tuple[int, T], ...], tuple[Problem, ...]]:
    try:
        nodes = read_nodes(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "is not YAML"
        return (), (Problem(name, mark.line + 1 if mark else 1, what, "mend the YAML at this line"),)
    except _InvalidError as error:
        return (), (Problem(name, 1, str(error), error.remedy),)
    good: list[tuple[int, T]] = []
    bad: list[Problem] = []
    build = _builder(cls)
    for line, read in nodes:
        try:
            good.append((line, build(read(), "entry")))
        except _InvalidError as error:
            bad.append(Problem(name, line, str(error), error.remedy))
    return tuple(good), tuple(bad)


def read_nodes(text: str) -> list[tuple[int, Callable[[], Any]]]:
    """The line of each entry of a YAML list and what reads it; raises YAMLError on what is no YAML, and
    ValueError on a file that is no list or too deep to be a pack (the parser would run out of stack)."""
    if (line := _deep(text)) is not None:
        raise _InvalidError(f"line {line} is nested too deeply", "write entries as «key: value» lines")
    loader = _Loader(text)
    root = loader.get_single_node()
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise _InvalidError("holds no list", "begin each entry with «- »")
    seen: set[int] = set()
    return [(n.start_mark.line + 1, partial(_plain, n, loader, seen)) for n in root.value]


def _deep(text: str) -> int | None:
    """The first line with more than DEEPEST brackets open or steps of indentation, or None."""
    inside = 0
    for number, line in enumerate(text.split("\n"), 1):
        opened = line.count("[") + line.count("{")
        if inside + opened > DEEPEST or len(line) - len(line.lstrip(" -?")) > 2 * DEEPEST:
            return number
        inside = max(0, inside + opened - line.count("]") - line.count("}"))
    return None


def _plain(node: Any, loader: Any, seen: set[int]) -> Any:
    """A node as plain values. `yaml.load` takes half as long again and forgets lines and doubled keys."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag in _AS_WRITTEN:
            return node.value
        try:
            return loader.construct_object(node)
        except (yaml.YAMLError, ValueError) as error:
            raise _InvalidError(f"«{node.value}» cannot be read ({error})", "quote it") from error
    if id(node) in seen:
        raise _InvalidError("an alias (*) stands in it", "write the value out")
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, loader, seen) for n in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _InvalidError("a key is a list or a mapping", "write it as «key: value» lines")
        if key.value in values:
            raise _InvalidError(f"key «{key.value}» stands twice", "keep one of them")
        values[key.value] = _plain(value, loader, seen)
    return values


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
