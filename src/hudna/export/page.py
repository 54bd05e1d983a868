"""The static page: one self-contained HTML file with the rows of a ledger and the words behind each.

Nothing is fetched: style and script stand inside, allowed by their hashes; the file works from `file://` and
without script. Everything a report says is hostile here: it reaches the template as text, escaped by it.
"""

import base64
import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path, PurePath
from typing import Any, Literal
from urllib.parse import urlsplit

from hudna import __version__
from hudna.export.contents import Contents
from hudna.export.highlight import Mark, Piece, pieces
from hudna.export.labels import Both, Labels, load_labels, same
from hudna.export.page_rows import Backing, PageRow, RowMaker
from hudna.export.privacy import NOTHING_HIDDEN, privacy_of
from hudna.export.wording import spell_date
from hudna.model.errors import LedgerError
from hudna.model.lines import Lines
from hudna.model.records import Analysis
from hudna.model.rows import Row

Language = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class PageOptions:
    """`language` of the interface when the page opens; `show_private` keeps names of private persons."""

    language: Language = "en"
    show_private: bool = False


DEFAULTS = PageOptions()


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one date as stated: a day, a month, a stretch, or None for the undated."""

    date: str | None
    spelled: Both | None
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class DateStated:
    """One date that somebody states for an accord, with the rows that state it."""

    spelled: Both
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class Accord:
    """The mentions of one accord; `code` is its id in a pack, empty for those not linked to one."""

    code: str
    name: str | None
    dates: tuple[DateStated, ...]
    rows: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """Something a report's reader saw and left open; `anchor` leads to the words where there are any."""

    stage: Both
    reason: str
    outlet: Both
    report: str
    anchor: str
    words: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One report as the page shows it. `pieces` put together are the text; `numbers` number the rows."""

    id: str
    title: str | None
    outlet: Both
    published: Both
    basis: Both
    how: str
    author: Both | None
    link: str | None
    source: str
    language: str | None
    sha256: str
    pieces: Iterator[Piece]
    rows: tuple[PageRow, ...]
    numbers: dict[str, int]
    anchors: dict[int, str]
    first: str
    publisher: str


def render(contents: Contents, options: PageOptions = DEFAULTS) -> Iterator[str]:
    """The page in chunks, UTF-8 text; texts of reports are loaded one at a time."""
    from jinja2 import Environment, StrictUndefined

    folder = files("hudna.export") / "templates"
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.from_string((folder / "page.html").read_text("utf-8"))
    style, script = ((folder / name).read_text("utf-8") for name in ("page.css", "page.js"))
    labels = load_labels()
    builder = _Builder(contents, options, labels)
    return template.generate(
        lang=options.language,
        other="en" if options.language == "ar" else "ar",
        style=style,
        script=script,
        policy=_policy(style, script),
        say=labels.phrase,
        status=lambda code: labels.get("status", code),
        label=labels.get,
        page=builder.front(),
        reports=builder.reports(),
        contents=contents,
        count=_count(contents, labels),
        options=options,
        version=__version__,
        selection=_selection(contents),
        reviewed=_reviewed(contents),
    )


def write_page(path: Path, contents: Contents, options: PageOptions = DEFAULTS) -> Path:
    """Write the page whole or not at all; gives the absolute path. LedgerError where it cannot be written."""
    target = path.absolute()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise LedgerError(
            f"the page cannot be written to {target} ({error.strerror}); choose another --output"
        ) from error
    temporary = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.writelines(render(contents, options))
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        raise LedgerError(
            f"the page cannot be written to {target} ({error.strerror}); free space or change --output"
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    return target


def _umask() -> int:
    """The permissions new files are denied; reading it takes setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _policy(style: str, script: str) -> str:
    """The page may run its own style and script, known by their hashes, and may fetch nothing at all."""
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _count(contents: Contents, labels: Labels) -> Both:
    """«N documents of M publishers»."""
    documents = labels.phrase("document" if contents.documents == 1 else "documents").fill(contents.documents)
    many = "publisher-count" if contents.publishers == 1 else "publishers-count"
    return labels.phrase("documents-of").fill(documents, labels.phrase(many).fill(contents.publishers))


def _reviewed(contents: Contents) -> tuple[int, int]:
    """How many rows of the page a person has judged, of how many."""
    lists: tuple[Sequence[Row[Any]], ...] = (
        contents.events, contents.figures, contents.agreements, contents.statements,
    )  # fmt: skip
    ids = [row.id for rows in lists for row in rows]
    return sum(id in contents.review for id in ids), len(ids)


def _selection(contents: Contents) -> list[str]:
    """The filter behind the page, spelled as on the command line."""
    chosen = contents.filter
    given = {
        "--from": chosen.date_from,
        "--to": chosen.date_to,
        "--place": chosen.place,
        "--actor": chosen.actor,
        "--kind": chosen.kind,
        "--type": chosen.type,
        "--publisher": chosen.publisher,
        "--status": chosen.status,
        "--limit": chosen.limit,
    }
    return [f"{name} {value}" for name, value in given.items() if value is not None]


def safe_link(uri: str) -> str | None:
    """The address as a link, only where it is plain http or https with a host; else None."""
    if any(c.isspace() or ord(c) < 32 for c in uri):
        return None
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    return uri if parts.scheme in ("http", "https") and parts.hostname else None


def source_name(uri: str) -> str:
    """How a source is named: an address as it is, a file by its name, without the folders of this machine."""
    if safe_link(uri):
        return uri
    return PurePath(uri.replace("\\", "/")).name or uri


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no report."""

    source: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class _Front:
    days: tuple[Day, ...]
    figures: tuple[PageRow, ...]
    accords: tuple[Accord, ...]
    statements: tuple[PageRow, ...]
    open: tuple[Open, ...]
    rejected: tuple[Unread, ...]
    publishers: tuple[str, ...]
    reports: int


class _Builder:
    """Makes the parts of one page; keeps of each report only what its rows need."""

    def __init__(self, contents: Contents, options: PageOptions, labels: Labels) -> None:
        self.contents = contents
        self.options = options
        self.labels = labels
        self.maker = RowMaker(labels)

    def backing(self, analysis: Analysis) -> Backing:
        text = analysis.report.text
        privacy = NOTHING_HIDDEN if self.options.show_private else privacy_of(text, analysis.annotations)
        corrected = self.contents.corrected
        said = {s.id: corrected.get(s.id, s) for s in analysis.assertions.statements}
        return Backing(text, said, privacy)

    def make(self, row: Row[Any], backing: Backing) -> PageRow:
        """One row of the page, with what a person said of it."""
        return replace(self.maker.make(row, backing), review=self.contents.review.get(row.id, ""))

    def front(self) -> _Front:
        """Everything above the reports. Rows are made report by report, then put back in the View's order."""
        contents, by_report = self.contents, self.by_report()
        made: dict[str, PageRow] = {}
        left: list[Open] = []
        for report, rows in by_report.items():
            analysis = contents.load(report)
            backing = self.backing(analysis)
            made.update({row.id: self.make(row, backing) for row in rows})
            left.extend(self.open(analysis, backing))
        return _Front(
            days=self.days([made[r.id] for r in contents.events]),
            figures=tuple(made[r.id] for r in contents.figures),
            accords=accords([made[r.id] for r in contents.agreements], self.labels),
            statements=tuple(made[r.id] for r in contents.statements),
            open=tuple(left),
            rejected=tuple(_unread(r.uri, r.reason, r.message) for r in contents.rejected),
            reports=len(by_report),
            publishers=tuple(sorted({r.publisher for r in made.values() if r.publisher})),
        )

    def by_report(self) -> dict[str, list[Row[Any]]]:
        """The rows of each report of the page in order of its text; reports are those chosen, and those a
        chosen row stands in."""
        contents = self.contents
        chosen: list[Row[Any]] = [
            *contents.events, *contents.figures, *contents.agreements, *contents.statements,
        ]  # fmt: skip
        found: dict[str, list[Row[Any]]] = {report: [] for report in contents.reports}
        for row in sorted(chosen, key=lambda row: (row.start, row.end, row.assertion.KIND)):
            found.setdefault(row.report, []).append(row)
        return found

    def days(self, rows: list[PageRow]) -> tuple[Day, ...]:
        by_date: dict[str | None, list[PageRow]] = {}
        for row in rows:
            by_date.setdefault(_day(row.date), []).append(row)
        return tuple(
            Day(date, spell_date(date, self.labels) if date else None, tuple(found))
            for date, found in by_date.items()
        )

    def open(self, analysis: Analysis, backing: Backing) -> Iterator[Open]:
        report, labels = analysis.report, self.labels
        lines = Lines(report.text)
        for item in analysis.annotations.abstentions:
            has_words = item.start is not None and item.end is not None and item.start < item.end
            start, end = (item.start or 0, item.end or 0) if has_words else (0, 0)
            yield Open(
                stage=labels.get("stages", item.stage),
                reason=backing.privacy.other(item.reason),
                outlet=same(report.publisher) if report.publisher else labels.phrase("unknown-outlet"),
                report=report.id,
                anchor=f"r-{report.id}-{start}" if has_words else f"r-{report.id}",
                words=backing.privacy.slice(report.text, start, end),
                line=lines.number(start) if has_words else None,
            )

    def reports(self) -> Iterator[Shown]:
        """The reports, loaded one by one as the template asks for them."""
        for report, rows in self.by_report().items():
            yield self.report(self.contents.load(report), rows)

    def report(self, analysis: Analysis, rows: list[Row[Any]]) -> Shown:
        report, labels = analysis.report, self.labels
        backing = self.backing(analysis)
        made = {row.id: self.make(row, backing) for row in rows}
        marks = [*self.row_marks(rows, made), *self.note_marks(analysis, backing)]
        starts = {m.start for m in marks if m.row or m.kind == "open"}
        date = report.published.date
        return Shown(
            id=report.id,
            title=self.title(analysis, backing),
            outlet=same(report.publisher) if report.publisher else labels.phrase("unknown-outlet"),
            published=spell_date(date, labels) if date else labels.phrase("unknown-date"),
            basis=labels.get("basis", report.published.basis),
            how=report.published.how,
            author=self.author(report.author),
            link=safe_link(report.uri),
            source=source_name(report.uri),
            language=report.language,
            sha256=report.text_sha256,
            pieces=pieces(report.text, marks, backing.privacy),
            rows=tuple(made.values()),
            numbers={row.id: n for n, row in enumerate(made.values(), 1)},
            anchors={start: f"r-{report.id}-{start}" for start in starts},
            first=(date or "")[:10],
            publisher=report.publisher or "",
        )

    def title(self, analysis: Analysis, backing: Backing) -> str | None:
        """The title given beside the text, else the line of the text that is its title."""
        if analysis.report.title:
            return backing.privacy.other(analysis.report.title)
        line = next((s for s in analysis.annotations.segments if s.kind == "title"), None)
        return backing.privacy.slice(backing.text, line.start, line.end).strip() if line else None

    def author(self, name: str | None) -> Both | None:
        """A by-line; masked like every private person's name."""
        if not name:
            return None
        return same(name) if self.options.show_private else self.labels.phrase("private-person")

    def row_marks(self, rows: list[Row[Any]], made: dict[str, PageRow]) -> Iterator[Mark]:
        for row in rows:
            shown = made[row.id]
            kind = self.labels.get("records", shown.kind)
            parts = [p for p in (shown.type, shown.mode, shown.value) if p is not None]
            words = [
                f"{kind.en}: {', '.join(p.en for p in parts)}",
                f"{kind.ar}: {'، '.join(p.ar for p in parts)}",
            ]
            if shown.status:
                status = self.labels.get("status", shown.status)
                words = [f"{words[0]} ({status.en})", f"{words[1]} ({status.ar})"]
            yield Mark(row.start, row.end, shown.kind, Both(*words), shown.id)

    def note_marks(self, analysis: Analysis, backing: Backing) -> Iterator[Mark]:
        notes, labels = analysis.annotations, self.labels
        for segment in notes.segments:
            label = labels.phrase("furniture") if segment.kind == "furniture" else None
            yield Mark(segment.start, segment.end, segment.kind, label)
        for time in notes.times:
            kind = labels.get("records", "time")
            value = spell_date(time.date, labels) if time.date else same(time.timex)
            yield Mark(time.start, time.end, "time", Both(f"{kind.en}: {value.en}", f"{kind.ar}: {value.ar}"))
        for item in notes.restorations:
            if not backing.privacy.hides(item.start, item.end):
                kind = labels.get("records", "restoration")
                label = Both(f"{kind.en}: {item.restored}", f"{kind.ar}: {item.restored}")
                yield Mark(item.start, item.end, "restored", label)
        for mention in notes.mentions:
            if not backing.privacy.hides(mention.start, mention.end):
                label = Both(mention.name_en or mention.text, mention.name_ar or mention.text)
                yield Mark(mention.start, mention.end, "name", label)
        hidden = labels.phrase("masked")
        yield from (Mark(span.start, span.end, "masked", hidden) for span in backing.privacy.spans)
        for left in notes.abstentions:
            if left.start is not None and left.end is not None:
                yield Mark(left.start, left.end, "open", same(backing.privacy.other(left.reason)))


def _unread(uri: str, reason: str, message: str) -> Unread:
    """A rejected input; the folders of this machine are taken out of its message as well."""
    return Unread(source_name(uri), reason, message.replace(uri, source_name(uri)))


def _day(date: str | None) -> str | None:
    """The day of a date with a clock time; other dates as they are."""
    return date.partition("T")[0] if date and "/" not in date else date


def accords(rows: list[PageRow], labels: Labels) -> tuple[Accord, ...]:
    """Mentions by accord, those linked to a pack's register first, with every date stated for each."""
    by_code: dict[str, list[PageRow]] = {}
    for row in sorted(rows, key=lambda r: not r.code):
        by_code.setdefault(row.code, []).append(row)
    return tuple(
        Accord(
            code,
            _commonest([r.name for r in found if r.name]) if code else None,
            _dates(found, labels),
            tuple(found),
        )
        for code, found in by_code.items()
    )


def _commonest(names: list[str]) -> str | None:
    return max(dict.fromkeys(names), key=names.count) if names else None


def _dates(rows: list[PageRow], labels: Labels) -> tuple[DateStated, ...]:
    stated: dict[Both, list[PageRow]] = {}
    for row in rows:
        if row.since is not None:
            stated.setdefault(labels.phrase("agreed-on").fill(row.since), []).append(row)
        if row.force_from is not None:
            stated.setdefault(labels.phrase("in-force-from").fill(row.force_from), []).append(row)
        if row.since is None and row.force_from is None:
            stated.setdefault(labels.phrase("no-date"), []).append(row)
    return tuple(DateStated(spelled, tuple(found)) for spelled, found in stated.items())
