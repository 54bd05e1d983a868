"""The first ledger: runs, reports, readings, assertions, full text, triggers that keep them as written."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")
APPEND_ONLY = (
    "report",
    "sighting",
    "reading",
    "assertion",
    "assertion_actor",
    "reading_assertion",
    "rejected",
)


def upgrade() -> None:
    """Make every table of a new ledger."""
    _run_and_report()
    _reading()
    _assertion()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_full_text()
        _sqlite_triggers()
    else:
        _postgres_collation()
        _postgres_full_text()
        _postgres_triggers()


def _text(name: str, *arguments: sa.ForeignKey, required: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *arguments, nullable=not required)


def _run() -> sa.Column[str]:
    return _text("run_id", sa.ForeignKey("run.id"))


def _report() -> sa.Column[int]:
    return sa.Column("report_seq", SEQ, sa.ForeignKey("report.seq"), nullable=False)


def _seq() -> sa.Column[int]:
    return sa.Column("seq", SEQ, primary_key=True, autoincrement=False)


def _run_and_report() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Text, primary_key=True),
        *(_text(name) for name in ("started", "process", "arguments", "versions", "version")),
        _text("finished", required=False),
        *(_text(name) for name in ("status", "tally", "message")),
    )
    op.create_table(
        "report",
        _seq(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _text("uri"),
        *(_text(name, required=False) for name in ("publisher", "publisher_key", "metadata_date")),
        _text("text"),
        _text("text_sha256"),
        sa.Column("length", sa.Integer, nullable=False),
        _run(),
    )
    op.create_table(
        "sighting",
        sa.Column("report_seq", SEQ, sa.ForeignKey("report.seq"), primary_key=True),
        sa.Column("uri", sa.Text, primary_key=True),
        _run(),
        sqlite_with_rowid=False,
    )
    op.create_index("sighting_uri", "sighting", ["uri"])
    op.create_table("rejected", _seq(), _run(), _text("uri"), _text("reason"), _text("message"))
    op.create_index("rejected_run", "rejected", ["run_id"])


def _reading() -> None:
    op.create_table(
        "reading",
        _seq(),
        _report(),
        _run(),
        _text("version"),
        *(_text(name, required=False) for name in ("title", "author", "language")),
        *(_text(f"published_{name}", required=False) for name in ("date", "from", "to")),
        _text("published_basis"),
        sa.Column("published_start", sa.Integer),
        sa.Column("published_end", sa.Integer),
        _text("published_how"),
        _text("published_words", required=False),
        _text("counts"),
        _text("notes"),
        sa.UniqueConstraint("report_seq", "version", name="reading_report_version"),
    )
    op.create_table(
        "current_reading",
        sa.Column("report_seq", SEQ, sa.ForeignKey("report.seq"), primary_key=True, autoincrement=False),
        sa.Column("reading_seq", SEQ, sa.ForeignKey("reading.seq"), nullable=False, unique=True),
    )


def _assertion() -> None:
    op.create_table(
        "assertion",
        _seq(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _report(),
        _run(),
        _text("kind"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end", "line", "col")),
        _text("words"),
        *(_text(name, required=False) for name in ("type", "mode", "status", "said_by")),
        *(_text(name, required=False) for name in ("date", "date_from", "date_to")),
        _text("date_sort"),
        *(_text(name, required=False) for name in ("place_entity", "place_names")),
        _text("body"),
        _text("step"),
        sa.Column("score", sa.Float, nullable=False),
        _text("reason"),
    )
    op.create_index("assertion_report", "assertion", ["report_seq"])
    op.create_index("assertion_kind_date", "assertion", ["kind", "date_sort"])
    op.create_index("assertion_said_by", "assertion", ["said_by"])
    op.create_table(
        "assertion_actor",
        sa.Column("assertion_seq", SEQ, sa.ForeignKey("assertion.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _text("role"),
        _text("entity", required=False),
        _text("code", required=False),
        _text("names"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reading_assertion",
        sa.Column("reading_seq", SEQ, sa.ForeignKey("reading.seq"), primary_key=True),
        sa.Column("assertion_seq", SEQ, sa.ForeignKey("assertion.seq"), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("reading_assertion_assertion", "reading_assertion", ["assertion_seq"])


def _sqlite_full_text() -> None:
    # Contentless: the text stands in `report`. The shadow is tokenised already, so the plainest tokenizer
    # that keeps every non-ASCII character is the right one.
    op.execute(
        "CREATE VIRTUAL TABLE report_fts USING fts5(word, bare, stem, content='', "
        "tokenize=\"ascii tokenchars '._'\")"
    )


def _sqlite_triggers() -> None:
    for table in APPEND_ONLY:
        for action in ("UPDATE", "DELETE"):
            _refuse(f"{table}_no_{action.lower()}", action, table, "", f"{table} rows are never changed")
    _refuse("run_no_delete", "DELETE", "run", "", "run rows are never deleted")
    same = " AND ".join(
        f"NEW.{c} IS OLD.{c}" for c in ("id", "started", "process", "arguments", "versions", "version")
    )
    _refuse(
        "run_finishes_once", "UPDATE", "run", f"WHEN OLD.status <> 'running' OR NOT ({same})",
        "a run only takes its finishing columns, once",
    )  # fmt: skip
    _refuse("current_reading_no_delete", "DELETE", "current_reading", "", "a report keeps a current reading")
    _refuse(
        "current_reading_forward", "UPDATE", "current_reading",
        "WHEN NEW.report_seq <> OLD.report_seq OR NEW.reading_seq < OLD.reading_seq",
        "a current reading only moves to a newer one",
    )  # fmt: skip


def _refuse(name: str, action: str, table: str, when: str, message: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} ON {table} {when} "
        f"BEGIN SELECT RAISE(ABORT, 'hudna: {message}'); END"
    )


def _postgres_collation() -> None:
    # Order by code point, as SQLite does, whatever the database was made with; LIKE 'abc%' can use an index.
    query = sa.text(
        "SELECT c.table_name, c.column_name FROM information_schema.columns c "
        "WHERE c.table_schema = current_schema() AND c.data_type = 'text'"
    )
    for table, column in op.get_bind().execute(query).all():
        op.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE text COLLATE "C"')


def _postgres_full_text() -> None:
    op.execute(
        "CREATE TABLE report_tokens (seq bigint PRIMARY KEY REFERENCES report(seq), "
        + ", ".join(
            f'{name} text COLLATE "C" NOT NULL, {name}_set text[] COLLATE "C" NOT NULL'
            for name in ("word", "bare", "stem")
        )
        + ")"
    )
    for name in ("word", "bare", "stem"):
        op.execute(f"CREATE INDEX report_tokens_{name} ON report_tokens USING gin ({name}_set)")


def _postgres_triggers() -> None:
    op.execute(
        "CREATE FUNCTION hudna_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'hudna: %', TG_ARGV[0]; END $$"
    )
    for table in (*APPEND_ONLY, "report_tokens"):
        _postgres_refuse(table, "UPDATE OR DELETE", f"{table} rows are never changed")
    _postgres_refuse("run", "DELETE", "run rows are never deleted")
    same = " AND ".join(
        f"NEW.{c} IS NOT DISTINCT FROM OLD.{c}"
        for c in ("id", "started", "process", "arguments", "versions", "version")
    )
    _postgres_refuse(
        "run", "UPDATE", "a run only takes its finishing columns, once",
        f"WHEN (OLD.status <> 'running' OR NOT ({same}))",
    )  # fmt: skip
    _postgres_refuse("current_reading", "DELETE", "a report keeps a current reading")
    _postgres_refuse(
        "current_reading", "UPDATE", "a current reading only moves to a newer one",
        "WHEN (NEW.report_seq <> OLD.report_seq OR NEW.reading_seq < OLD.reading_seq)",
    )  # fmt: skip
    for table in (*APPEND_ONLY, "report_tokens", "run", "current_reading"):
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
            f"EXECUTE FUNCTION hudna_refuse('{table} rows are never deleted')"
        )


def _postgres_refuse(table: str, action: str, message: str, when: str = "") -> None:
    name = f"{table}_no_{action.lower().replace(' ', '_')}"
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} ON {table} FOR EACH ROW {when} "
        f"EXECUTE FUNCTION hudna_refuse('{message}')"
    )
