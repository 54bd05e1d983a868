"""Lists on standard output: a table for a person at a terminal, tab-separated lines for a pipe, JSON lines.

The last column is always the words and where they stand: outlet, date, line:offset, report.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from hudna.cli.errors import say
from hudna.cli.streams import is_terminal, terminal_width
from hudna.export.jsonl import line as json_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

T = TypeVar("T")
ID_SHOWN = 8
"""Digits of a report's id shown; `hudna show` takes as many."""
_COLUMN_WIDTH = 22
_WORDS_WIDTH = 44
"""The widest a column gets, and what the words must have left for a table to be drawn."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DIRECTION = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LETTER = r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"
_ARABIC = re.compile(_LETTER)
_RUN = re.compile(rf"{_LETTER}(?:[^\n;,→]*{_LETTER})?")


@dataclass(frozen=True, slots=True)
class Standing:
    """Words and where they stand; `start` is the offset in the text as published, `line` counts from 1.

    `marks` are stretches of `words` to stress: first and last offset within them.
    """

    words: str
    outlet: str | None
    date: str | None
    line: int
    start: int
    report: str
    marks: Sequence[tuple[int, int]] = ()

    @property
    def where(self) -> str:
        """«outlet, date, line:offset, report»; what is not known says so."""
        parts = (
            self.outlet or "unknown outlet",
            self.date or "undated",
            f"{self.line}:{self.start}",
            self.report[:ID_SHOWN],
        )
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """How one kind of list is printed: named columns, the words of a row, its JSON object, its colour."""

    what: str
    columns: Sequence[tuple[str, Callable[[T], str]]]
    standing: Callable[[T], Standing]
    data: Callable[[T], dict[str, Any]]
    style: str = ""
    words: str = "words"
    """The heading of the last column."""


def emit(sheet: Sheet[T], rows: Iterable[T], as_json: bool) -> None:
    """Print the rows; says on standard error where there are none."""
    found = 0
    if as_json:
        for row in rows:
            found += 1
            print(json_line(sheet.data(row)))
    elif is_terminal():
        kept = list(rows)
        found = len(kept)
        if kept:
            _draw(sheet, kept)
    else:
        rest = iter(rows)
        first = list(islice(rest, 1))  # wrong usage is told by the first row asked for: before any heading
        print("\t".join([*(name for name, _ in sheet.columns), sheet.words]))
        for row in chain(first, rest):
            found += 1
            print("\t".join([*(flat(value(row)) for _, value in sheet.columns), _last(sheet.standing(row))]))
    if not found:
        sys.stdout.flush()
        say(f"no {sheet.what} fit what was asked")


def _last(standing: Standing) -> str:
    return flat(f"«{standing.words}» {standing.where}")


def flat(text: str) -> str:
    """A value on one line without control characters: what breaks a table or drives a terminal is a blank."""
    return _CONTROLS.sub("\ufffd", _BLANKS.sub(" ", text))


def for_terminal(text: str) -> str:
    """A text made safe for a terminal: no escape sequences, no direction marks of the report's own."""
    return _CONTROLS.sub("\ufffd", _DIRECTION.sub("", text))


def isolated(text: str) -> str:
    """Text for a cell: Arabic in right-to-left isolates, so that what stands beside it keeps its order."""
    clean = for_terminal(_BLANKS.sub(" ", text))
    return _RUN.sub(lambda run: f"\u2067{run.group()}\u2069", clean)


def console() -> "Console":
    """Standard output as a terminal, colours only where the terminal takes them (NO_COLOR is heeded)."""
    from rich.console import Console

    return Console(width=terminal_width(), highlight=False, markup=False, emoji=False)


def _draw(sheet: Sheet[T], rows: Sequence[T]) -> None:
    """A table where the terminal has room for it, else one record under another."""
    out = console()
    drawn = [[isolated(value(row)) for _, value in sheet.columns] for row in rows]
    widths = _widths([[name for name, _ in sheet.columns], *drawn])
    rest = out.width - sum(widths) - 2 * len(widths) - 2
    if rest < _WORDS_WIDTH:
        _stack(sheet, rows, drawn, out)
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", padding=(0, 1, 0, 0), show_edge=False)
    for (name, _), width in zip(sheet.columns, widths, strict=True):
        table.add_column(name, overflow="fold", width=width)
    table.add_column(sheet.words, overflow="fold", width=rest)
    for row, cells in zip(rows, drawn, strict=True):
        standing = sheet.standing(row)
        last = _words(standing, sheet.style)
        last.append("\n").append(isolated(standing.where), style="dim")
        table.add_row(*(Text(cell) for cell in cells), last)
    out.print(table)


def _widths(cells: Sequence[Sequence[str]]) -> list[int]:
    """What each column needs, up to `_COLUMN_WIDTH`."""
    from rich.cells import cell_len

    return [min(max(map(cell_len, column)), _COLUMN_WIDTH) for column in zip(*cells, strict=True)]


def _words(standing: Standing, style: str) -> "Text":
    """The words in quotation marks and a right-to-left isolate, what is to be stressed in reverse."""
    from rich.text import Text

    arabic = _ARABIC.search(standing.words)
    out = Text().append("\u2067«" if arabic else "«", style=style)
    at = 0
    for start, end in standing.marks:
        out.append(for_terminal(_BLANKS.sub(" ", standing.words[at:start])), style=style)
        out.append(for_terminal(_BLANKS.sub(" ", standing.words[start:end])), style="bold reverse")
        at = end
    out.append(for_terminal(_BLANKS.sub(" ", standing.words[at:])), style=style)
    return out.append("»\u2069" if arabic else "»", style=style)


def _stack(sheet: Sheet[T], rows: Sequence[T], drawn: Sequence[Sequence[str]], out: "Console") -> None:
    """One record under another: its values by name, its words, where they stand."""
    from rich.text import Text

    for row, cells in zip(rows, drawn, strict=True):
        head = Text()
        for number, ((name, _), cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            if cell:
                head.append(f"{name} ", style="dim").append(cell, style="bold" if number == 0 else "")
                head.append("   ")
        standing = sheet.standing(row)
        out.print(head)
        out.print(Text("  ").append_text(_words(standing, sheet.style)))
        out.print(Text(f"  {isolated(standing.where)}\n", style="dim"))
