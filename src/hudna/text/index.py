"""The Arabic side of the full-text index: what is kept of a text, and how a query meets it.

Each word is kept three times, at the same position: folded («وبالقصف»), bare of clitics and article («قصف»),
and as its stem. A word asked for is looked for as typed, without its article and bare, in the columns where
such a form can stand; so «قصف» finds «بالقصف» and «وقصفت», and «بادلب» finds «إدلب». Words in quotation
marks are not stemmed. Furniture is not indexed.

Bare is a guess without a lexicon: «باب» stays, «بلدة» also gives «لده». Texts and queries are bared the same
way and asked words are tried unbared too, so that a wrong guess costs a rare false hit and hardly a miss.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from hudna.model.annotations import Annotations, Span
from hudna.model.filters import Clause, Query, Shadow, Term
from hudna.text.normalise import Folded, fold, fold_with_offsets
from hudna.text.reading import read
from hudna.text.restore import restore

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ASKED = re.compile(
    r"(?P<minus>(?:(?<=\s)|^)[-−–])?"
    r"(?:«(?P<a>[^«»]*)»|“(?P<b>[^“”]*)”|\"(?P<c>[^\"]*)\"|(?P<word>[^\s«»“”\"]+))"
)
_SHORTEST = 3
"""Letters that must be left when something is taken off a word («باب» is not ب + اب)."""
_BEFORE_SHORT = ("ال", "وال", "بال", "لل", "فال", "كال", "و")
"""What may stand before a word of two letters: enough to find «الدم», not so much that «أب» finds «باب»."""
_ENDINGS = (
    ("يها", 3), ("هما", 3), ("ها", 3), ("هم", 3), ("نا", 3), ("ات", 3), ("ون", 3), ("ين", 3), ("وا", 3),
    ("ان", 4), ("ه", 3), ("ت", 3),
)  # fmt: skip
"""Endings and how many letters must be left."""


def article_off(norm: str) -> str:
    """The folded word without «ال»."""
    return norm[2:] if norm.startswith("ال") and len(norm) - 2 >= _SHORTEST else norm


def bare(norm: str) -> str:
    """The folded word without conjunction, preposition and article, as far as three letters are left."""
    if norm[:1] in ("و", "ف") and len(norm) > _SHORTEST:
        norm = norm[1:]
    if norm.startswith("لل") and len(norm) - 2 >= _SHORTEST:
        return norm[2:]
    if norm.startswith(("بال", "كال")) and len(norm) - 3 >= _SHORTEST:
        return norm[3:]
    without = article_off(norm)
    if without is norm and norm[:1] in ("ب", "ل", "ك") and len(norm) > _SHORTEST:
        return norm[1:]
    return without


class ArabicIndexer:
    """`hudna.store.base.Indexer` for Arabic; Latin words and numbers are kept as they are."""

    def __init__(self) -> None:
        import Stemmer

        self._stemmer = Stemmer.Stemmer("arabic")
        self._forms = lru_cache(maxsize=100_000)(self._read_forms)
        self._folded = lru_cache(maxsize=20_000)(_fold_name)

    def fold(self, text: str) -> str:
        """Names folded for comparing."""
        return self._folded(text)

    def index(self, text: str, title: str | None = None, notes: Annotations | None = None) -> Shadow:
        """What to index of a report; a title that stands beside the text comes first."""
        norms = [] if title is None or title in text else _norms(title)
        norms += [norm for norm, _, _ in _tokens(text, notes)]
        forms = [self._forms(norm) for norm in norms]
        return Shadow(" ".join(norms), " ".join(f[0] for f in forms), " ".join(f[1] for f in forms))

    def query(self, words: str) -> Query:
        """A user's words as clauses: «…» or "…" a phrase, `*` a beginning, `-` an exclusion."""
        return Query(tuple(dict.fromkeys(self._clauses(words))))

    def highlight(self, text: str, query: Query, notes: Annotations | None = None) -> list[Span]:
        """Published spans of what the positive clauses match, in order, overlapping ones joined."""
        tokens = _tokens(text, notes)
        forms = [(norm, *self._forms(norm)) for norm, _, _ in tokens]
        found = [
            Span(tokens[first][1], tokens[last - 1][2])
            for clause in query.positive
            for first, last in _matches(clause, forms)
        ]
        return _joined(found)

    def _clauses(self, words: str) -> Iterator[Clause]:
        for match in _ASKED.finditer(words):
            quoted = next((match[g] for g in ("a", "b", "c") if match[g] is not None), None)
            piece = match["word"] if quoted is None else quoted
            norms = _norms(piece)
            if not norms:
                continue
            prefix = piece.rstrip().endswith("*")
            negated = match["minus"] is not None
            loose = quoted is None and not negated
            terms = [self._term(norm, loose) for norm in norms]
            if prefix:
                terms[-1] = Term(word=(norms[-1],), bare=(article_off(norms[-1]),))
            yield Clause(tuple(terms), prefix, negated)

    def _term(self, norm: str, loose: bool) -> Term:
        """The forms of a word to look for; a `loose` one also without clitics of its own and by stem."""
        asked = article_off(norm)
        short = tuple(before + norm for before in _BEFORE_SHORT) if len(norm) == 2 else ()
        if not loose:
            return Term(word=(norm, *short), bare=_once(asked))
        without, stem = self._forms(norm)
        stems = _once(self._stem(asked), stem)
        return Term(word=(norm, *short), bare=_once(asked, without), stem=stems)

    def _read_forms(self, norm: str) -> tuple[str, str]:
        without = bare(norm)
        return without, self._stem(without)

    def _stem(self, norm: str) -> str:
        """The stem of a bare word.

        Snowball alone leaves plurals («غارات»), imperfects («يقصف») and the two spellings of the feminine
        apart and cuts the ya of «سوري», so the common endings are taken off first and that ya is kept.
        """
        if norm.startswith("ي") and len(norm) > _SHORTEST:
            norm = norm[1:]
        for ending, left in _ENDINGS:
            if norm.endswith(ending) and len(norm) - len(ending) >= left:
                norm = norm[: -len(ending)]
                break
        if norm.endswith("ي"):
            return norm
        stem: str = self._stemmer.stemWord(norm)
        return stem if len(stem) >= _SHORTEST else norm


def _fold_name(name: str) -> str:
    return " ".join(fold(name).casefold().split())


def _once(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))


def _norms(piece: str) -> list[str]:
    """The folded words and numbers of a few words, restored where broken up."""
    folded = fold_with_offsets(piece, restore(piece)[1]).text
    return [_plain(match.group()) for match in _TOKEN.finditer(folded)]


def _plain(norm: str) -> str:
    return norm.replace(",", "") if norm[0].isdigit() else norm.lower()


def prose_words(text: str, notes: Annotations) -> list[tuple[str, int, int]]:
    """The words and numbers of a text outside headline and furniture, folded and restored, with their
    published offsets: what outlets that copy one another have in common."""
    return _tokens(text, notes, frozenset({"title", "furniture"}))


def _tokens(
    text: str, notes: Annotations | None, without: frozenset[str] = frozenset({"furniture"})
) -> list[tuple[str, int, int]]:
    """The words and numbers of a text outside some kinds of segments, folded, with their published offsets.

    Restored words and the layout are those of `notes`, so that a ledger shows what it has indexed, however
    the rules have changed since; without notes the text is read here.
    """
    if notes is None:
        reading = read(text)
        notes = Annotations(segments=reading.segments, restorations=reading.restorations)
    replaced: dict[int, str] = {}
    ends: dict[int, int] = {}
    for word in notes.restorations:
        replaced.update(dict.fromkeys(range(word.start, word.end), ""))
        replaced[word.start] = fold(word.restored)
        ends.update(dict.fromkeys(range(word.start + 1, word.end), word.end))
    folded = fold_with_offsets(text, replaced)
    norms, first, last = folded.text, folded.starts, folded.ends
    found = []
    for low, high in _prose(folded, notes, without):
        for match in _TOKEN.finditer(norms, low, high):
            start, end = match.span()
            norm = norms[start:end]
            if not "ء" <= norm[0] <= "ي":  # Arabic letters are as they should be
                norm = _plain(norm)
            found.append((norm, first[start], last[end - 1]))
    if ends:
        return [(norm, start, ends.get(end, end)) for norm, start, end in found]
    return found


def _prose(folded: Folded, notes: Annotations, without: frozenset[str]) -> list[tuple[int, int]]:
    """Folded stretches of other kinds; the whole text where no layout is known."""
    if not notes.segments:
        return [(0, len(folded.text))]
    return [folded.range(s.start, s.end) for s in notes.segments if s.kind not in without]


def _matches(clause: Clause, forms: Sequence[tuple[str, str, str]]) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that a clause matches."""
    length = len(clause.terms)
    wanted = [(frozenset(t.word), frozenset(t.bare), frozenset(t.stem)) for t in clause.terms]
    for first in range(len(forms) - length + 1):
        for step, (words, bares, stems) in enumerate(wanted):
            word, without, stem = forms[first + step]
            if word in words or without in bares or stem in stems:
                continue
            if clause.prefix and step == length - 1 and _begins(clause.terms[-1], word, without):
                continue
            break
        else:
            yield first, first + length


def _begins(term: Term, word: str, without: str) -> bool:
    return word.startswith(term.word) or without.startswith(term.bare)


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
