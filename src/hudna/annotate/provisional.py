"""Ids for what no pack names: places after a place word, armed groups after «لواء», people after a title.

A provisional entity is a name and nothing more: no coordinates, no code that the words do not give. Its id
is made from the name with what spellings differ in taken away, so that «كفر عويد», «كفرعويد» and «الكفر
عويد» are one entity in all reports, and two names that differ in a letter are two.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hudna.annotate.names import Named, openings
from hudna.model.annotations import PROVISIONAL, Mention, Span
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.packs.words import WordSets, load_words
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Reading, Token
from hudna.text.romanise import romanise

_PRIVATE_SECTORS = frozenset({"CVL", "ACT", "NGO", "MED"})
_LONGEST_QUOTED = 5
_LONGEST_NAME = 3
_SHORTEST_SURNAME = 4
_OPENING = frozenset('"“«(‘')
_CLOSING = frozenset('"”»)’')


@frozen
class Usual:
    """An entry of lexicon/ar/romanised.yaml: Arabic words and their usual Latin spelling."""

    en: str
    ar: tuple[str, ...]


def spelling_key(name: str) -> str:
    """A name without what its spellings differ in: hamza and dots (folding), articles, spaces, a final «ا» or
    «ة», the ya of «ميونيخ».

    >>> spelling_key("عبد الله") == spelling_key("عبدالله")
    True
    >>> spelling_key("أستانا") == spelling_key("الأستانة")
    True
    """
    words = ["".join(c for c in word if c.isalnum()) for word in fold(name).split()]
    bare = "".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words if w)
    bare = bare.replace("عبدال", "عبد")
    return re.sub("يخ$", "خ", bare.rstrip("اه") if len(bare.rstrip("اه")) > 2 else bare)


@frozen
class Namer:
    """Gives ids and Latin spellings, from lexicon/ar/romanised.yaml and the places of the packs."""

    usual: Mapping[str, str]
    places: Mapping[str, tuple[Named, ...]]

    @classmethod
    def build(cls, places: Iterable[tuple[str, Named]] = ()) -> "Namer":
        """`places` are the names of the gazetteers with what each stands for."""
        usual = {fold(word): entry.en for entry in load_lexicon("romanised", Usual) for word in entry.ar}
        by_key: dict[str, dict[str, Named]] = {}
        for name, named in places:
            by_key.setdefault(spelling_key(name), {}).setdefault(named.entity, named)
        return cls(usual, {key: tuple(found.values()) for key, found in by_key.items()})

    def latin(self, name: str) -> str:
        """The name in Latin letters."""
        return romanise(name, self.usual)

    def entity(self, kind: str, name: str, readable: bool = True) -> str:
        """The provisional id of a name; not `readable` it does not give the name away."""
        key = spelling_key(name)
        digest = hashlib.sha256(f"{kind} {key}".encode()).hexdigest()
        if not readable:
            return f"{PROVISIONAL}{kind}/{digest[:12]}"
        spelled = re.sub("[^a-z0-9]+", "", romanise(key, {}).lower())
        return f"{PROVISIONAL}{kind}/{spelled or 'name'}-{digest[:6]}"

    def known_place(self, name: str, country: str | None) -> Named | None:
        """The one place of a gazetteer in `country` whose name is this one spelled otherwise."""
        found = [n for n in self.places.get(spelling_key(name), ()) if n.country == country]
        return found[0] if len(found) == 1 else None


@frozen
class ProvisionalStep:
    """Adds mentions of groups and people that no pack names."""

    namer: Namer
    words: WordSets
    adjectives: frozenset[str]
    heads: Callable[[str], tuple[tuple[str, str], ...]]
    """The readings (clitics, word) of a folded word that is the head of a group's name («لواء»)."""

    @classmethod
    def build(cls, namer: Namer, adjectives: Iterable[str]) -> "ProvisionalStep":
        """`adjectives` are the folded nationality adjectives, which are no part of a group's name."""
        words = load_words()
        return cls(namer, words, frozenset(adjectives), openings(words["group-heads"]))

    def __call__(
        self, reading: Reading, mentions: Sequence[Mention], persons: Sequence[Span]
    ) -> tuple[tuple[Mention, ...], tuple[Span, ...]]:
        """The mentions with those added, and the persons of no public office, who stay private."""
        scan = _Scan(self, reading, mentions)
        office, titled = scan.titled(persons)
        found = [office.get(m.first, m) if m.type == "person" else m for m in mentions]
        taken = {i for m in found for i in range(m.first, m.last)}
        groups = scan.groups(taken, {m.first: m for m in found if m.code})
        found = [m for m in found if not any(g.code and g.first < m.first < g.last for g in groups)] + groups
        taken |= {i for m in found for i in range(m.first, m.last)}
        found += scan.surnames(list(office.values()), persons, taken)
        private = tuple(span for span in persons if span not in titled)
        return tuple(sorted(found, key=lambda m: (m.start, m.end))), private

    def hidden(self, reading: Reading, persons: Sequence[Span]) -> tuple[Mention, ...]:
        """Mentions of private persons, for the record only: nothing is read out of them."""
        return tuple(
            Mention(
                span.start, span.end, text, "person", self.namer.entity("person", text, readable=False),
                None, text, None, first, last, reason="a person of no public office",
            )
            for span in persons
            for text in (reading.text[span.start : span.end],)
            for first, last in (_tokens_of(reading, span),)
        )  # fmt: skip


class _Scan:
    """One text. Built for a text, then dropped."""

    def __init__(self, step: ProvisionalStep, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.step, self.reading, self.tokens = step, reading, reading.tokens
        self.namer = step.namer
        self.mentions = mentions

    def titled(self, persons: Sequence[Span]) -> tuple[dict[int, Mention], set[Span]]:
        """Offices whose unknown holder is named right after, by first token, and the names so told.

        Who is named with an office once is the same person elsewhere in the text.
        """
        ending = {m.last: m for m in self.mentions if m.type == "person" and _is_public(m)}
        office: dict[int, Mention] = {}
        names: set[str] = set()
        for span in persons:
            first, last = _tokens_of(self.reading, span)
            before = first - (first > 0 and self.tokens[first - 1].norm in "،(")
            title = ending.get(first) or ending.get(before)
            if title is None or self.tokens[title.first].sentence != self.tokens[first].sentence:
                continue
            name = self.reading.text[span.start : span.end]
            text = self.reading.text[title.start : span.end]
            office[title.first] = replace(
                title, end=span.end, text=text, last=last, entity=self.namer.entity("person", name),
                name_ar=name, name_en=self.namer.latin(name), reason=f"{title.reason}, named after it",
            )  # fmt: skip
            names.add(spelling_key(name))
        text = self.reading.text
        return office, {s for s in persons if spelling_key(text[s.start : s.end]) in names}

    def surnames(
        self, office: Sequence[Mention], persons: Sequence[Span], taken: set[int]
    ) -> Iterator[Mention]:
        """«وأضاف العلي»: the last word of a titled person's name, and the whole name without its title."""
        by_name = {fold(words[-1]): m for m in office if (words := (m.name_ar or "").split())}
        named = {n: m for n, m in by_name.items() if len(n) >= _SHORTEST_SURNAME}
        first = min((m.first for m in office), default=0)
        apart = {i for s in persons for i in range(*_tokens_of(self.reading, s))}
        for i in range(first, len(self.tokens)) if named else ():
            if i in taken or i in apart or self.tokens[i].kind != "word":
                continue
            for lead, stem in leads(self.tokens[i].norm):
                if stem in named:
                    yield self._again(named[stem], i, i + 1, lead)
                    break
        by_key = {spelling_key(m.name_ar or ""): m for m in office}
        for span in persons:
            whole = by_key.get(spelling_key(self.reading.text[span.start : span.end]))
            at, last = _tokens_of(self.reading, span)
            if whole and not taken & set(range(at, last)):
                yield self._again(whole, at, last, "")

    def _again(self, person: Mention, first: int, last: int, lead: str) -> Mention:
        token = self.tokens[first]
        before = self.tokens[first - 1].norm.removeprefix("و") if first else ""
        governed = before if before in self.step.words["prepositions"] and not lead else lead
        start, end = token.start + len(lead), self.tokens[last - 1].end
        text = self.reading.text[start:end]
        reason = "a person named with an office in this text"
        return replace(
            person, start=start, end=end, text=text, first=first, last=last, lead=governed, reason=reason
        )

    def groups(self, taken: set[int], known: Mapping[int, Mention]) -> list[Mention]:
        """«لواء صقور الشام», «كتيبة "العاديات"», «حركة النهضة الوطنية».

        A `known` group that alone fills the quotation marks (by its first token) has its kind before it.
        """
        found: list[Mention] = []
        for i, token in enumerate(self.tokens):
            heads = self.step.heads(token.norm)
            if not heads or token.kind != "word" or i in taken:
                continue
            lead, last = heads[0][0], self._name_end(i + 1, taken)
            if last is None:
                continue
            start, end = token.start + len(lead), self.tokens[last - 1].end
            text = self.reading.text[start:end]
            name = "".join(c if c not in _OPENING | _CLOSING else " " for c in text)
            before = self.tokens[i - 1].norm.removeprefix("و") if i else ""
            governed = before if before in self.step.words["prepositions"] and not lead else lead
            inner = known.get(i + 2)
            if inner and inner.last == last - 1:
                found.append(
                    replace(inner, start=start, end=end, text=text, first=i, last=last, lead=governed)
                )
                continue
            found.append(
                Mention(
                    start, end, text, "group", self.namer.entity("group", name), None,
                    " ".join(name.split()), self.namer.latin(name), i, last, governed,
                    reason="a group no pack names",
                )
            )  # fmt: skip
        return found

    def _name_end(self, k: int, taken: set[int]) -> int | None:
        """The token after a group's name that begins at `k`, or None where no name stands there."""
        if not self._within(k, k - 1) or k in taken:
            return None
        if self.tokens[k].norm in _OPENING:
            closing = (
                j for j in range(k + 2, min(k + 2 + _LONGEST_QUOTED, len(self.tokens)))
                if self.tokens[j].norm in _CLOSING
            )  # fmt: skip
            return next((j + 1 for j in closing), None)
        norm, openers = self.tokens[k].norm, self.step.words["group-name-openers"]
        if self.tokens[k].kind != "word" or norm in self.step.words["not-group-names"]:
            return None
        if norm in openers:
            return k + 2 if self._is_part(k + 1, k, taken) else None
        if not self._is_part(k, k, taken):
            return None
        # «حركة النهضة الوطنية»: an adjective that agrees belongs to the name, «التابعة» does not.
        more = self._is_part(k + 1, k, taken) and self.tokens[k + 1].norm.endswith(("ه", "ي"))
        return k + 1 + more

    def _is_part(self, k: int, before: int, taken: set[int]) -> bool:
        """Whether token `k` may belong to a name: definite, no nationality, no word that says whose it is."""
        if not self._within(k, before) or k in taken or self.tokens[k].kind != "word":
            return False
        norm = self.tokens[k].norm
        words = self.step.words
        if norm in self.step.adjectives or norm in words["ownership"] or norm in words["not-group-names"]:
            return False
        return norm.startswith("ال") and len(norm) > _SHORTEST_SURNAME

    def _within(self, k: int, before: int) -> bool:
        return k < len(self.tokens) and self.tokens[k].sentence == self.tokens[before].sentence


def _is_public(mention: Mention) -> bool:
    """Whether a title is one of public office: of a state, an army, a party; no witness, no reporter."""
    if mention.code is None or (mention.entity or "").startswith("person/"):
        return False
    return mention.code.split(".")[-1] not in _PRIVATE_SECTORS and not mention.code.startswith("NGO")


def _tokens_of(reading: Reading, span: Span) -> tuple[int, int]:
    """The tokens `[first, last)` of a published span; a clitic before it belongs to the first."""
    tokens: Sequence[Token] = reading.tokens
    first = bisect_left(tokens, span.start + 1, key=lambda t: t.end)
    return first, max(bisect_left(tokens, span.end, key=lambda t: t.start), first + 1)
