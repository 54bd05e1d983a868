"""Full text in SQLite: FTS5 over the three columns of the shadow.

Nothing a user types reaches FTS5 but as a quoted string, so no input is a syntax error.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import (
    ColumnClause,
    Connection,
    FromClause,
    column,
    literal,
    literal_column,
    not_,
    select,
    table,
    text,
)

from hudna.model.filters import Clause, Query, Shadow
from hudna.store.phrases import phrases

_FTS = table("report_fts", column("rowid"), column("word"), column("bare"), column("stem"))
_RANK = "-bm25(report_fts, 4.0, 2.0, 1.0)"
"""A word as typed counts more than the same without clitics, that more than one of the same stem."""


class Fts5:
    """`FullText` of SQLite."""

    def add(self, connection: Connection, rows: Sequence[tuple[int, Shadow]]) -> None:
        """Index reports by their `seq`."""
        if rows:
            connection.execute(
                text("INSERT INTO report_fts(rowid, word, bare, stem) VALUES (:seq, :word, :bare, :stem)"),
                [{"seq": seq, "word": s.word, "bare": s.bare, "stem": s.stem} for seq, s in rows],
            )

    def matches(self, query: Query) -> FromClause:
        """Reports that a query finds, with a score; words that are all excluded give the rest, unranked."""
        seq = _FTS.c.rowid.label("seq")
        match: ColumnClause[str] = literal_column("report_fts")
        if query.positive:
            found = select(seq, literal_column(_RANK).label("score")).where(match.op("MATCH")(_match(query)))
            # Materialised, because bm25() only works where the MATCH itself is evaluated.
            return found.cte("hits").prefix_with("MATERIALIZED")
        hit = select(_FTS.c.rowid).where(match.op("MATCH")(" OR ".join(map(_clause, query.negative))))
        reports = table("report", column("seq"))
        rest = select(reports.c.seq, literal(0.0).label("score")).where(not_(reports.c.seq.in_(hit)))
        return rest.cte("hits")


def _match(query: Query) -> str:
    wanted = " AND ".join(map(_clause, query.positive))
    return f"({wanted})" + "".join(f" NOT {_clause(c)}" for c in query.negative)


def _clause(clause: Clause) -> str:
    return "(" + " OR ".join(_alternatives(clause)) + ")"


def _alternatives(clause: Clause) -> Iterator[str]:
    for name, phrase in phrases(clause):
        yield f"{name} : " + " + ".join(map(_quoted, phrase)) + (" *" if clause.prefix else "")


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'
