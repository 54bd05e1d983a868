"""What is made of assertions and what people say of them: comparisons, blocks, links, judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TABLES = ("comparison", "compared", "block", "link", "judgement")


def upgrade() -> None:
    """Add the tables; a ledger of the first revision has nothing to carry over into them."""
    _comparison()
    _judgement()
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for action in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'hudna: {table} rows are never changed'); END"
                )
    else:
        _postgres()


def downgrade() -> None:
    """Back to the first revision: comparisons can be made again, judgements are lost."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _text(name: str, required: bool = True, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=not required, primary_key=primary_key)


def _comparison_seq() -> sa.Column[int]:
    return sa.Column("comparison_seq", SEQ, sa.ForeignKey("comparison.seq"), primary_key=True)


def _comparison() -> None:
    op.create_table(
        "comparison",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=False),
        sa.Column("step", sa.Text, nullable=False, unique=True),
        _text("family"),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_table(
        "compared",
        _comparison_seq(),
        sa.Column("seq", SEQ, primary_key=True),
        sa.Column("reading_seq", SEQ, sa.ForeignKey("reading.seq"), nullable=False),
        sa.UniqueConstraint("reading_seq", "comparison_seq", name="compared_reading"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block",
        _comparison_seq(),
        _text("key", primary_key=True),
        _text("record", primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link",
        _text("id", primary_key=True),
        _comparison_seq(),
        *(_text(name) for name in ("kind", "left_id", "right_id", "verdict")),
        sa.Column("weight", sa.Float, nullable=False),
        _text("features"),
    )
    op.create_index("link_left", "link", ["left_id"])
    op.create_index("link_right", "link", ["right_id"])


def _judgement() -> None:
    op.create_table(
        "judgement",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(_text(name) for name in ("act", "target", "other", "supersedes")),
        *(_text(name, required=False) for name in ("field", "value")),
        *(_text(name) for name in ("comment", "author", "at")),
        sa.UniqueConstraint("target", "other", "supersedes", name="judgement_one_after_another"),
    )
    op.create_index("judgement_other", "judgement", ["other"])


def _postgres() -> None:
    """Order by code point, and rows that stay, as in the first revision."""
    query = sa.text(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND data_type = 'text' AND table_name = ANY(:tables)"
    )
    for table, column in op.get_bind().execute(query, {"tables": list(TABLES)}).all():
        op.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE text COLLATE "C"')
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION hudna_refuse('{table} rows are never changed')"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
            f"EXECUTE FUNCTION hudna_refuse('{table} rows are never deleted')"
        )
