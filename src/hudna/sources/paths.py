"""Reading what the command line names: files, folders, standard input; one report at a time.

Nothing named is dropped in silence: what gives no report gives a `Rejected` with its reason. The reasons:

    not-found, unreadable, loop, not-a-file, no-reports   the path
    skipped, duplicate                                     no report was expected (see rejected.HARMLESS)
    empty, binary, truncated, encoding, too-large          the bytes
    bad-line, bad-date, bad-index                          JSONL lines and metadata
    too-complex, no-article                                pages
    not-arabic                                             the words
"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from hudna.model.errors import ReadError
from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.sources.content import arabic, check_lines, declared_encoding, kind_of, to_text
from hudna.sources.dates import checked_day
from hudna.sources.given import Given, report
from hudna.sources.html import article
from hudna.sources.jsonl import read_jsonl
from hudna.sources.opening import open_regular, read_all, read_chunk, shown, unreadable
from hudna.sources.sidecar import INDEX, Sidecar, load_sidecar

SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"))
"""File names in folders that are taken for reports; a file named itself is read whatever its suffix."""
STDIN = "-"


def read_paths(
    paths: Sequence[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Rejected]:
    """Every report of the files, folders and standard input (`-`) named, one at a time, in order.

    `published` (ISO date, day, month or year) and `publisher` stand in where neither the source nor a
    `hudna-index.json` beside it says. Raises ReadError «bad-date» at once where `published` is no date.
    Memory holds one report and the paths seen.
    """
    day = checked_day(published, "--published") if published is not None else None
    default = Given(published=day, publisher=publisher or None, how="given as --published" if day else None)
    return _Reader(default, stdin).read(paths)


@dataclass(slots=True)
class _Reader:
    """The paths and indexes seen so far in one call of `read_paths`."""

    default: Given
    stdin: BinaryIO | None
    seen: set[str] = field(default_factory=set)
    sidecars: dict[str, Sidecar] = field(default_factory=dict)

    def read(self, paths: Sequence[str]) -> Iterator[Report | Rejected]:
        for path in paths:
            if path == STDIN:
                yield from self._standard_input()
            elif _is_folder(path):
                yield from self._folder(path)
            else:
                yield from self._file(path)

    def _standard_input(self) -> Iterator[Report | Rejected]:
        if STDIN in self.seen:
            yield _rejected(STDIN, ReadError("duplicate", "standard input was already read"))
            return
        self.seen.add(STDIN)
        stream = sys.stdin.buffer if self.stdin is None else self.stdin
        yield from self._reports(stream, STDIN, Given(), None)

    def _file(self, path: str) -> Iterator[Report | Rejected]:
        try:
            self._first_time(path, "was already read under this or another name")
            with open_regular(path) as stream:
                folder, name = os.path.split(path)
                beside = self._sidecar(folder).given(name)
                yield from self._reports(stream, path, beside, os.fstat(stream.fileno()).st_size)
        except ReadError as error:
            yield _rejected(path, error)

    def _first_time(self, path: str, otherwise: str) -> None:
        """Note a path; raises ReadError «duplicate» where it was seen before, however it was written."""
        try:
            real = os.path.realpath(path)
        except (OSError, ValueError) as error:
            raise unreadable(error) from error
        if real in self.seen:
            raise ReadError("duplicate", otherwise)
        self.seen.add(real)

    def _reports(
        self, stream: BinaryIO, path: str, beside: Given, size: int | None
    ) -> Iterator[Report | Rejected]:
        """The report or reports of one open file; `beside` is what its folder's index says."""
        uri = shown(path)
        try:
            head = read_chunk(stream)
            kind = kind_of(head, os.path.splitext(path)[1].lower())
            if kind == "jsonl":
                check_lines(head)
                yield from read_jsonl(stream, head, uri, beside.over(self.default))
                return
            data = read_all(stream, head, size)
            text = to_text(data, declared_encoding(head) if kind == "html" else None)
            if kind == "html":
                page = article(text)
                text, beside = page.text, beside.over(page.given)
            yield report(uri, text, arabic(text), beside.over(self.default))
        except ReadError as error:
            yield _rejected(path, error)

    def _folder(self, top: str) -> Iterator[Report | Rejected]:
        """A folder's files and folders in order of name; told once where there was no report among them."""
        found = False
        pending = [top]
        while pending:
            path = pending.pop()
            if path != top and not _is_folder(path):
                found = True
                yield from self._file(path)
                continue
            try:
                names = self._names(path)
            except ReadError as error:
                found = found or path == top
                yield _rejected(path, error)
                continue
            inside = []
            for name in names:
                full = os.path.join(path, name)
                why = _skipped(full, name)
                if why is None:
                    inside.append(full)
                else:
                    yield Rejected(shown(full), "skipped", f"{shown(full)}: {why}")
            pending.extend(reversed(inside))
            yield from self._index_problems(path, names)
        if not found:
            what = f"holds no reports; reports are files named {', '.join(sorted(SUFFIXES))}"
            yield _rejected(top, ReadError("no-reports", what))

    def _names(self, folder: str) -> list[str]:
        """Names in a folder, sorted; each folder is looked at once, however many links lead to it."""
        self._first_time(folder, "is a folder that was already read under this or another name")
        try:
            return sorted(name for name in os.listdir(folder) if name != INDEX)
        except OSError as error:
            raise unreadable(error) from error

    def _sidecar(self, folder: str) -> Sidecar:
        if folder not in self.sidecars:
            self.sidecars[folder] = load_sidecar(folder)
        return self.sidecars[folder]

    def _index_problems(self, folder: str, names: Sequence[str]) -> Iterator[Rejected]:
        """Files that a folder's index names and that are not there."""
        sidecar = self._sidecar(folder)
        path = os.path.join(folder, INDEX)
        for name in sorted({*sidecar.files, *sidecar.problems} - set(names)):
            what = f"names «{name}», which is not in the folder; mend the name or take the entry out"
            yield _rejected(path, ReadError("bad-index", what))


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a NUL in the path
        return False


def _skipped(path: str, name: str) -> str | None:
    """Why a name in a folder is passed over, or None."""
    if name.startswith("."):
        return "hidden, passed over; name it itself to read it"
    if os.path.splitext(name)[1].lower() in SUFFIXES or _is_folder(path):
        return None
    return "not named as a report, passed over; name the file itself to read it"


def _rejected(path: str, error: ReadError) -> Rejected:
    uri = shown(path)
    return Rejected(uri, error.reason, f"{uri}: {error}")
