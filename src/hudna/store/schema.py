"""The ledger's tables, as the newest migration leaves them.

A report's row holds what its source gave, a reading's row what a run concluded from it; a report has one
current reading. Assertions belong to the readings that say them. `block`, `reason`, `link` and `compared` are
derived: what comparing the assertions gave, by the version of the step that compared. `judgement` is what
people say.
Triggers made by the migrations refuse UPDATE and DELETE everywhere but on `run` (its finishing columns, once)
and `current_reading` (forward only).
"""

import re
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

HEAD = "0003"
KNOWN = ("0001", "0002", "0003")
"""Every revision this program can read or upgrade, oldest first."""


_MARK = "\x1a"
_UNSPELLABLE = re.compile("[\x00\ud800-\udfff" + _MARK + "]")
_SPELLED = re.compile(_MARK + "([0-9a-f]{4})")


class Published(TypeDecorator[str]):
    """Text from outside, kept exactly.

    What UTF-8 cannot spell (lone surrogates) is stored as bytes in SQLite. PostgreSQL has room for neither
    these nor NUL in a text: there each such character is written as a mark (U+001A) and four digits.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """As it is, or spelled in another way where the database has no spelling for it."""
        if value is None:
            return None
        if dialect.name != "sqlite":
            return _UNSPELLABLE.sub(lambda found: f"{_MARK}{ord(found.group()):04x}", value)
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The text as it was given."""
        if isinstance(value, bytes):
            return value.decode("utf-8", "surrogatepass")
        if value is not None and dialect.name != "sqlite" and _MARK in value:
            return _SPELLED.sub(lambda found: chr(int(found.group(1), 16)), value)
        return value  # type: ignore[no-any-return]


metadata = MetaData()
_SEQ = BigInteger().with_variant(Integer, "sqlite")


def _numbered() -> Column[int]:
    return Column("seq", _SEQ, primary_key=True, autoincrement=False)


run = Table(
    "run",
    metadata,
    Column("id", Text, primary_key=True),
    Column("started", Text, nullable=False),
    Column("process", Text, nullable=False),
    Column("arguments", Text, nullable=False),
    Column("versions", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("finished", Text),
    Column("status", Text, nullable=False),
    Column("tally", Text, nullable=False),
    Column("message", Published, nullable=False),
)
report = Table(
    "report",
    metadata,
    _numbered(),
    Column("id", Text, nullable=False, unique=True),
    Column("uri", Published, nullable=False),
    Column("publisher", Published),
    Column("publisher_key", Published),
    Column("metadata_date", Text),
    Column("text", Published, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("run_id", Text, ForeignKey("run.id"), nullable=False),
)
sighting = Table(
    "sighting",
    metadata,
    Column("report_seq", _SEQ, ForeignKey("report.seq"), primary_key=True),
    Column("uri", Published, primary_key=True),
    Column("run_id", Text, ForeignKey("run.id"), nullable=False),
    Index("sighting_uri", "uri"),
    sqlite_with_rowid=False,
)
reading = Table(
    "reading",
    metadata,
    _numbered(),
    Column("report_seq", _SEQ, ForeignKey("report.seq"), nullable=False),
    Column("run_id", Text, ForeignKey("run.id"), nullable=False),
    Column("version", Text, nullable=False),
    Column("title", Published),
    Column("author", Published),
    Column("language", Text),
    Column("published_date", Text),
    Column("published_from", Text),
    Column("published_to", Text),
    Column("published_basis", Text, nullable=False),
    Column("published_start", Integer),
    Column("published_end", Integer),
    Column("published_how", Published, nullable=False),
    Column("published_words", Published),
    Column("counts", Text, nullable=False),
    Column("notes", Text, nullable=False),
    UniqueConstraint("report_seq", "version", name="reading_report_version"),
)
current_reading = Table(
    "current_reading",
    metadata,
    Column("report_seq", _SEQ, ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    Column("reading_seq", _SEQ, ForeignKey("reading.seq"), nullable=False, unique=True),
)
assertion = Table(
    "assertion",
    metadata,
    _numbered(),
    Column("id", Text, nullable=False, unique=True),
    Column("report_seq", _SEQ, ForeignKey("report.seq"), nullable=False),
    Column("run_id", Text, ForeignKey("run.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("line", Integer, nullable=False),
    Column("col", Integer, nullable=False),
    Column("words", Published, nullable=False),
    Column("type", Text),
    Column("mode", Text),
    Column("status", Text),
    Column("said_by", Text),
    Column("date", Text),
    Column("date_from", Text),
    Column("date_to", Text),
    Column("date_sort", Text, nullable=False),
    Column("place_entity", Text),
    Column("place_names", Published),
    Column("body", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Published, nullable=False),
    Index("assertion_report", "report_seq"),
    Index("assertion_kind_date", "kind", "date_sort"),
    Index("assertion_said_by", "said_by"),
)
assertion_actor = Table(
    "assertion_actor",
    metadata,
    Column("assertion_seq", _SEQ, ForeignKey("assertion.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("entity", Text),
    Column("code", Text),
    Column("names", Published, nullable=False),
    sqlite_with_rowid=False,
)
reading_assertion = Table(
    "reading_assertion",
    metadata,
    Column("reading_seq", _SEQ, ForeignKey("reading.seq"), primary_key=True),
    Column("assertion_seq", _SEQ, ForeignKey("assertion.seq"), primary_key=True),
    Column("position", Integer, nullable=False),
    Index("reading_assertion_assertion", "assertion_seq"),
    sqlite_with_rowid=False,
)
rejected = Table(
    "rejected",
    metadata,
    _numbered(),
    Column("run_id", Text, ForeignKey("run.id"), nullable=False),
    Column("uri", Published, nullable=False),
    Column("reason", Text, nullable=False),
    Column("message", Published, nullable=False),
    Index("rejected_run", "run_id"),
)
comparison = Table(
    "comparison",
    metadata,
    _numbered(),
    Column("step", Text, nullable=False, unique=True),
    Column("family", Text, nullable=False),
    Column("version", Integer, nullable=False),
)
"""The steps that have compared, «events/2» being version 2 of the family «events»."""


def _comparison_seq() -> Column[int]:
    return Column("comparison_seq", _SEQ, ForeignKey("comparison.seq"), primary_key=True)


compared = Table(
    "compared",
    metadata,
    _comparison_seq(),
    Column("seq", _SEQ, primary_key=True),
    Column("reading_seq", _SEQ, ForeignKey("reading.seq"), nullable=False),
    UniqueConstraint("reading_seq", "comparison_seq", name="compared_reading"),
    sqlite_with_rowid=False,
)
"""Readings done by a step, numbered in the order they were done in."""
block = Table(
    "block",
    metadata,
    _comparison_seq(),
    Column("key", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Under which keys a step looks for what may be compared with a record (the id of a report or assertion)."""
reason = Table(
    "reason",
    metadata,
    Column("id", Text, primary_key=True),
    Column("features", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What was compared in links, JSON by its hash: links by the dozen give the same reasons."""
link = Table(
    "link",
    metadata,
    Column("id", Text, primary_key=True),
    _comparison_seq(),
    Column("kind", Text, nullable=False),
    Column("left_id", Text, nullable=False),
    Column("right_id", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("reason_id", Text, ForeignKey("reason.id"), nullable=False),
    Index("link_left", "left_id"),
    Index("link_right", "right_id"),
)
judgement = Table(
    "judgement",
    metadata,
    _numbered(),
    Column("id", Text, nullable=False, unique=True),
    Column("act", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("supersedes", Text, nullable=False),
    Column("field", Text),
    Column("value", Published),
    Column("comment", Published, nullable=False),
    Column("author", Published, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("target", "other", "supersedes", name="judgement_one_after_another"),
    Index("judgement_other", "other"),
)
"""`other` and `supersedes` are "" where there is none, so that the constraint holds for these too."""
