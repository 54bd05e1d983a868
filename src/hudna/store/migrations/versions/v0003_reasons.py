"""The reasons of links in a table of their own: dozens of links give the same, and they filled a ledger."""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_KEPT = "id, comparison_seq, kind, left_id, right_id, verdict, weight"


def upgrade() -> None:
    """Give every link the id of its reasons in place of their text."""
    op.execute("CREATE TEMPORARY TABLE old_link AS SELECT * FROM link")
    op.drop_table("link")
    op.create_table("reason", _text("id", primary_key=True), _text("features"), sqlite_with_rowid=False)
    connection = op.get_bind()
    reason = sa.table("reason", sa.column("id"), sa.column("features"))
    told = connection.execute(sa.text("SELECT DISTINCT features FROM old_link")).scalars().all()
    if told:
        rows = [{"id": _hash(features), "features": features} for features in told]
        connection.execute(sa.insert(reason), rows)
    _link(sa.Column("reason_id", sa.Text, sa.ForeignKey("reason.id"), nullable=False))
    op.execute(
        f"INSERT INTO link ({_KEPT}, reason_id) SELECT {_named('o')}, r.id FROM old_link o "
        "JOIN reason r ON r.features = o.features"
    )
    op.execute("DROP TABLE old_link")
    for table in ("reason", "link"):
        _keep(table)


def downgrade() -> None:
    """Give every link the text of its reasons again."""
    op.execute(
        f"CREATE TEMPORARY TABLE new_link AS SELECT {_named('l')}, r.features FROM link l "
        "JOIN reason r ON r.id = l.reason_id"
    )
    op.drop_table("link")
    op.drop_table("reason")
    _link(_text("features"))
    op.execute(f"INSERT INTO link ({_KEPT}, features) SELECT {_KEPT}, features FROM new_link")
    op.execute("DROP TABLE new_link")
    _keep("link")


def _named(alias: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in _KEPT.split(", "))


def _hash(features: str) -> str:
    return hashlib.sha256(features.encode()).hexdigest()[:24]


def _text(name: str, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, primary_key=primary_key)


def _link(last: sa.Column[str]) -> None:
    op.create_table(
        "link",
        _text("id", primary_key=True),
        sa.Column("comparison_seq", SEQ, sa.ForeignKey("comparison.seq"), primary_key=True),
        *(_text(name) for name in ("kind", "left_id", "right_id", "verdict")),
        sa.Column("weight", sa.Float, nullable=False),
        last,
    )
    op.create_index("link_left", "link", ["left_id"])
    op.create_index("link_right", "link", ["right_id"])


def _keep(table: str) -> None:
    """Rows that stay, and in PostgreSQL order by code point, as in the first revision."""
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'hudna: {table} rows are never changed'); END"
            )
        return
    query = sa.text(
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND data_type = 'text' AND table_name = :table"
    )
    for column in op.get_bind().execute(query, {"table": table}).scalars().all():
        op.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE text COLLATE "C"')
    op.execute(
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
        f"EXECUTE FUNCTION hudna_refuse('{table} rows are never changed')"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
        f"EXECUTE FUNCTION hudna_refuse('{table} rows are never deleted')"
    )
