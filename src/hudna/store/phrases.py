"""A clause of a search as phrases of tokens in the columns of the shadow, whatever the database."""

from collections.abc import Iterator

from hudna.model.filters import Clause

COLUMNS = ("word", "bare", "stem")


def phrases(clause: Clause) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Column and tokens: a phrase is looked for in one column at a time, all its words there.

    The forms of a term go from the most to the least literal; the n-th phrase takes every word's n-th form
    (its last one where it has fewer), because FTS5 has no choice of words inside a phrase.
    """
    for name in COLUMNS:
        forms = [getattr(term, name) for term in clause.terms]
        if not all(forms) or (clause.prefix and name == "stem"):
            continue
        found = dict.fromkeys(
            tuple(f[min(n, len(f) - 1)] for f in forms) for n in range(max(map(len, forms)))
        )
        for phrase in found:
            yield name, phrase
