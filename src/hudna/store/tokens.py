"""Full text in PostgreSQL: the three columns of the shadow as strings and as arrays of distinct tokens.

The arrays are indexed and find the reports that hold all the words; a phrase is then looked for in the
string, between blanks, so that neither a text's length nor a word's frequency loses a position. Nothing a
user types is part of a statement: all of it is bound.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Text,
    and_,
    column,
    func,
    literal,
    not_,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from hudna.model.filters import Clause, Query, Shadow
from hudna.store.phrases import COLUMNS, phrases

_WEIGHTS = {"word": 4.0, "bare": 2.0, "stem": 1.0}
"""As in SQLite: a word as typed counts more than the same without clitics, that more than one of its stem."""
_LONGEST = 200
"""Characters of the longest token in the arrays; an index entry has room for so many and not many more."""
_USUAL = 2000.0
"""Characters of a text in which a word counts as in BM25 with a text of average length."""
_FTS = table(
    "report_tokens",
    column("seq"),
    *(column(name, Text) for name in COLUMNS),
    *(column(f"{name}_set", ARRAY(Text)) for name in COLUMNS),
)
Condition = ColumnElement[bool]


class Tokens:
    """`FullText` of PostgreSQL."""

    def add(self, connection: Connection, rows: Sequence[tuple[int, Shadow]]) -> None:
        """Index reports by their `seq`."""
        if rows:
            connection.execute(
                text(
                    "INSERT INTO report_tokens(seq, word, bare, stem, word_set, bare_set, stem_set) "
                    "VALUES (:seq, :word, :bare, :stem, :word_set, :bare_set, :stem_set)"
                ),
                [_row(seq, shadow) for seq, shadow in rows],
            )

    def matches(self, query: Query) -> FromClause:
        """Reports that a query finds, with a score; words that are all excluded give the rest, unranked."""
        found = select(_FTS.c.seq.label("seq"))
        for clause in query.positive:
            found = found.where(_holds(clause))
        if query.negative:
            found = found.where(not_(or_(*map(_holds, query.negative))))
        score: ColumnElement[float] = literal(0.0)
        for clause in query.positive:
            score = score + _score(clause)
        return found.add_columns(score.label("score")).cte("hits")


def _row(seq: int, shadow: Shadow) -> dict[str, object]:
    row: dict[str, object] = {"seq": seq}
    for name in COLUMNS:
        tokens = [t for t in _storable(getattr(shadow, name)).split(" ") if t]
        row[name] = " " + " ".join(tokens) + " "
        row[f"{name}_set"] = sorted({token for token in tokens if len(token) <= _LONGEST})
    return row


def _storable(words: str) -> str:
    """Words without what PostgreSQL has no spelling for."""
    return words.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _found(clause: Clause) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, phrase in phrases(clause):
        yield name, tuple(map(_storable, phrase))


def _holds(clause: Clause) -> Condition:
    return or_(literal(False), *(_phrase(name, phrase, clause.prefix) for name, phrase in _found(clause)))


def _phrase(name: str, phrase: tuple[str, ...], prefix: bool) -> Condition:
    """The index for whole words, then the string for their order; one whole word needs no second look."""
    whole = [word for word in (phrase[:-1] if prefix else phrase) if len(word) <= _LONGEST]
    conditions: list[Condition] = []
    if whole:
        tokens: ColumnElement[list[str]] = _FTS.c[f"{name}_set"]
        conditions.append(tokens.op("@>")(literal(list(whole), ARRAY(Text))))
    if not whole or len(phrase) > 1:
        conditions.append(func.strpos(_FTS.c[name], _padded(phrase, prefix)) > 0)
    return and_(*conditions)


def _padded(phrase: tuple[str, ...], prefix: bool) -> str:
    return " " + " ".join(phrase) + ("" if prefix else " ")


def _score(clause: Clause) -> ColumnElement[float]:
    """Occurrences of each phrase, saturated and set against the text's length as in BM25, by the weight of
    the column; rarity plays no part, as every clause must hold."""
    total: ColumnElement[float] = literal(0.0)
    for name, phrase in _found(clause):
        padded = _padded(phrase, clause.prefix)
        there = _FTS.c[name]
        length = func.char_length(there)
        often = (length - func.char_length(func.replace(there, padded, " "))) / float(max(len(padded) - 1, 1))
        total = total + _WEIGHTS[name] * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / _USUAL))
    return total
