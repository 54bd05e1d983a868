"""Actor phrases: a common noun with the country, party or person that makes it somebody.

«وزارة الدفاع الروسية», «قوات النظام», «الرئيسان التركي والروسي», «طائرات يرجح أنها روسية». The nouns are
lexicon/ar/roles.yaml; countries and names come from the packs.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from hudna.annotate.names import Named, NameIndex, openings
from hudna.model.frozen import frozen
from hudna.text.clitics import leads, without_pronoun
from hudna.text.normalise import fold
from hudna.text.numbers import may_begin
from hudna.text.reading import Token

SECTORS = frozenset({"GOV", "MIL", "REB", "LEG", "JUD", "COP", "SPY", "OPP", "MED", "CVL", "ACT", "NGO"})
_FILLER_ENDINGS = ("ه", "ي", "ين", "ون")
_MAX_FILLERS = 2
_SHORT = 3


def _endings_after(head: str) -> tuple[str, ...]:
    """How an adjective after a noun ends: «مدنياً أعزلاً», «جنديين أميركيين», else any way adjectives do."""
    if head.endswith(("ين", "ون")):
        return ("ين", "ون", "ان")
    return (
        ("ا",) if head.endswith("ا") and len(head) > _SHORT and not head.startswith("ال") else _FILLER_ENDINGS
    )


@frozen
class Role:
    """An entry of lexicon/ar/roles.yaml; see the comment at its head."""

    key: str
    words: tuple[str, ...]
    sector: str
    type: Literal["person", "organisation", "group", "country", "role"]
    en: str
    fallback: Literal["last", "dominant", "none", "drop"] = "drop"
    number: Literal["sg", "du"] = "sg"
    base: Literal["country", "keep", "media", "state"] = "country"
    country: str | None = None
    joins: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@frozen
class Base:
    """Whom a noun belongs to: a code («RUS», «LBN.HEZ») and, where named, the entity; `others` are what else
    the same words may stand for («التحالف»). A body whose own owner the text as a whole tells («المتحدث باسم
    وزارة الدفاع») has its role in place of a code."""

    code: str
    named: Named | None = None
    others: tuple[Named, ...] = ()
    body: Role | None = None


_QUOTES = {"«": "»", '"': '"', "“": "”", "‘": "’"}


@frozen
class Phrase:
    """A noun phrase found: tokens `[first, last)`, clitics before it, its role and whom it belongs to."""

    first: int
    last: int
    lead: str
    role: Role
    soft: bool
    bases: tuple[Base, ...] = ()
    possessive: bool = False
    person: Named | None = None


@frozen
class RoleIndex:
    """Roles by their first folded word, longest phrases first.

    `openings` gives the readings (clitics, word) of a written word that some role begins with, `possessed`
    those without the pronoun at its end.
    """

    by_first: dict[str, tuple[tuple[tuple[str, ...], Role, bool], ...]]
    openings: Callable[[str], tuple[tuple[str, str], ...]]
    possessed: Callable[[str], tuple[tuple[str, str], ...]]

    def longest(self, tokens: Sequence[Token], i: int, first: str) -> tuple[int, Role, bool] | None:
        """The longest role phrase at token `i` read as `first`: length, role, whether it is soft."""
        for words, role, soft in self.by_first.get(first, ()):
            end = i + len(words)
            if end <= len(tokens) and all(tokens[i + k].norm == words[k] for k in range(1, len(words))):
                return len(words), role, soft
        return None


def index_roles(roles: Sequence[Role]) -> RoleIndex:
    """Index the roles; where two share a phrase the first stands."""
    rows: dict[tuple[str, ...], tuple[Role, bool]] = {}
    for role in roles:
        soft = {tuple(fold(s).split()) for s in role.soft}
        for phrase in role.words:
            words = tuple(fold(phrase).split())
            rows.setdefault(words, (role, ("*",) in soft or words in soft))
    by_first: dict[str, list[tuple[tuple[str, ...], Role, bool]]] = {}
    for words, (role, is_soft) in rows.items():
        by_first.setdefault(words[0], []).append((words, role, is_soft))

    def possessed(norm: str) -> tuple[tuple[str, str], ...]:
        found = ((lead, word) for lead, stem in leads(norm) for word in without_pronoun(stem)[1:])
        return tuple((lead, word) for lead, word in found if word in by_first and not word.startswith("ال"))

    return RoleIndex(
        {k: tuple(sorted(v, key=lambda r: -len(r[0]))) for k, v in by_first.items()},
        openings(by_first),
        lru_cache(maxsize=50_000)(possessed),
    )


@frozen
class PhraseGrammar:
    """Finds actor phrases in one run of tokens."""

    names: NameIndex
    roles: RoleIndex
    ownership: frozenset[str]
    supposed: frozenset[str]
    not_adjectives: frozenset[str]

    def may_begin(self, norm: str) -> bool:
        """Whether a phrase can begin with a folded word."""
        return bool(self.roles.openings(norm) or self.roles.possessed(norm))

    def at(self, tokens: Sequence[Token], i: int, depth: int = 0) -> Phrase | None:
        """The actor phrase that begins at token `i`, or None."""
        if tokens[i].kind != "word":
            return None
        for lead, stem in self.roles.openings(tokens[i].norm):
            found = self.roles.longest(tokens, i, stem)
            if found and found[1].type == "person" and self._his(tokens, i + found[0]):
                return Phrase(i, i + found[0] + 1, lead, found[1], found[2], possessive=True)
            if found:
                return self._phrase(tokens, i, lead, *found, depth=depth)
        for lead, stem in self.roles.possessed(tokens[i].norm):
            found = self.roles.longest(tokens, i, stem)
            if found and found[0] == 1 and found[1].type != "person":
                return Phrase(i, i + 1, lead, found[1], found[2], possessive=True)
        return None

    def _his(self, tokens: Sequence[Token], k: int) -> bool:
        """«المتحدث باسمه»: whose he is stands in a pronoun."""
        return k < len(tokens) and tokens[k].norm in ("باسمه", "باسمها", "باسمهم")

    def _phrase(
        self, tokens: Sequence[Token], i: int, lead: str, length: int, role: Role, soft: bool, depth: int
    ) -> Phrase:
        end = i + length
        last_word = tokens[end - 1].norm if length > 1 else leads(tokens[i].norm)[0][1]
        # A sound plural that keeps its nun («ناشطين») stands in no construct: what follows is not its owner.
        definite = last_word.endswith(("ون", "ين")) or last_word.removeprefix(lead[-1:] or "").startswith(
            ("ال", "لل")
        )
        if role.number == "du":
            pair = self._named_pair(tokens, end)
            if pair:
                return Phrase(i, pair[1], lead, role, soft, pair[0])
        bases, end = self._bases(tokens, end, definite, role, depth)
        if role.country and not bases:
            bases = (Base(role.country),)
        person, end = self._person(tokens, end, role)
        if person is None and bases:
            person, end = self._envoy(tokens, end, role)
        return Phrase(i, end, lead, role, soft, bases, person=person)

    def _bases(
        self, tokens: Sequence[Token], k: int, definite: bool, role: Role, depth: int
    ) -> tuple[tuple[Base, ...], int]:
        """Whom the noun before token `k` belongs to, and where the words that say so end."""
        found = self._adjectives(tokens, k)
        if found[0]:
            return found
        if role.number == "du" and definite:
            return (), k
        if not definite or role.base == "media" or role.joins:
            found = self._genitive(tokens, k, role, depth, definite and role.base != "media")
            if found[0]:
                return found
        found = self._connected(tokens, k, role, depth)
        return found if found[0] else ((), k)

    def _named_pair(self, tokens: Sequence[Token], k: int) -> tuple[tuple[Base, ...], int] | None:
        """«الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان»: adjective and name, twice."""
        found: list[Base] = []
        if k < len(tokens) and tokens[k].norm == "،":
            k += 1
        for _ in range(2):
            if k >= len(tokens):
                return None
            norm = tokens[k].norm.removeprefix("و") if found else tokens[k].norm
            adjective = self.names.adjectives.get(norm)
            if not adjective or not adjective.code or k + 1 >= len(tokens):
                return None
            length, meanings = self.names.longest(tokens, k + 1, tokens[k + 1].norm)
            person = next((m for m in meanings if m.kind == "person"), None)
            if person is None:
                return None
            found.append(Base(adjective.code, person))
            k += 1 + length
        return tuple(found), k

    def _adjectives(self, tokens: Sequence[Token], k: int) -> tuple[tuple[Base, ...], int]:
        """Nationality adjectives, coordinated or not, after up to two other adjectives."""
        start = k
        for skipped in range(_MAX_FILLERS + 1):
            j = start + skipped
            if j >= len(tokens) or tokens[j].sentence != tokens[k - 1].sentence or tokens[j].kind != "word":
                return (), k
            norm = tokens[j].norm
            named = self.names.adjectives.get(norm) or self.names.role_adjectives.get(norm)
            if named:
                return self._more_adjectives(tokens, j + 1, named)
            unlike = not norm.endswith(_endings_after(tokens[k - 1].norm))
            if unlike or norm in self.not_adjectives or self._is_noun(norm):
                return (), k
        return (), k

    def _is_noun(self, norm: str) -> bool:
        """«متظاهرون الشرطة العراقية», «مسلحون خمسة بريطانيين»: actors and numbers are no adjectives."""
        return may_begin(norm) or any(not lead for lead, _ in self.roles.openings(norm))

    def _more_adjectives(self, tokens: Sequence[Token], j: int, named: Named) -> tuple[tuple[Base, ...], int]:
        found = [Base(named.code or "", named)]
        while j < len(tokens) and tokens[j].sentence == tokens[j - 1].sentence:
            step = 1 if tokens[j].norm in ("-", "–") and j + 1 < len(tokens) else 0
            norm = tokens[j + step].norm
            other = self.names.adjectives.get(norm) or (
                self.names.adjectives.get(norm[1:]) if norm.startswith("و") else None
            )
            if not other or other.code in {b.code for b in found}:
                break
            found.append(Base(other.code or "", other))
            j += step + 1
        return tuple(found), j

    def _genitive(
        self, tokens: Sequence[Token], k: int, role: Role, depth: int, definite: bool
    ) -> tuple[tuple[Base, ...], int]:
        """A name or a further actor phrase right after the noun: «قوات حفتر», «طائرات الجيش السوري»."""
        if not definite and role.type == "group" and k < len(tokens) and tokens[k].norm in _QUOTES:
            bases, end = self._genitive(tokens, k + 1, role, depth, definite)
            closed = bases and end < len(tokens) and tokens[end].norm in _QUOTES.values()
            return bases, end + bool(closed)  # «مقاتلو «حزب الله»»
        if k >= len(tokens) or tokens[k].sentence != tokens[k - 1].sentence or tokens[k].kind != "word":
            return (), k
        joined = tokens[k].norm in role.joins
        if definite and not joined and not ("ل" in role.joins and tokens[k].norm.startswith("ل")):
            return (), k
        j = k + 1 if joined and k + 1 < len(tokens) else k
        first = tokens[j].norm
        if not joined and role.joins and "ل" in role.joins and first.startswith("ل"):
            first = next((stem for lead, stem in leads(first) if lead == "ل"), first)
        length, meanings = self.names.longest(tokens, j, first)
        inner = self.at(tokens, j, depth + 1) if depth < 3 else None
        if inner and not inner.lead and inner.last > j + length:
            codes = phrase_codes(inner)
            if codes:
                named = inner.person
                return tuple(Base(code, named) for code in codes), inner.last
        bare = inner is not None and not inner.lead and not inner.soft
        body = inner.role if inner and bare and inner.role.type == "organisation" else None
        if inner and body and not length:
            return (Base("", body=body),), inner.last
        if length:
            named = best_meaning(meanings)
            # Where forces are is not whose they are: «طائرات حربية ريف حلب» leaves them unknown.
            placed = named.kind == "place" and role.sector == "MIL" and role.type != "person"
            code = named.code or (None if placed else named.country)
            if code:
                base = Base(code, named, tuple(m for m in meanings if m.short and m.code), body)
                return self._and_names((base,), tokens, j + length, role)
        return (), k

    def _and_names(
        self, bases: tuple[Base, ...], tokens: Sequence[Token], j: int, role: Role
    ) -> tuple[tuple[Base, ...], int]:
        """A second owner joined by «و»: «طائرات النظام وروسيا»."""
        while role.type in ("group", "organisation") and j < len(tokens) and tokens[j].norm.startswith("و"):
            length, meanings = self.names.longest(tokens, j, tokens[j].norm[1:])
            named = best_meaning(meanings) if length else None
            if not named or named.kind not in ("country", "organisation", "group") or not named.code:
                break
            bases, j = (*bases, Base(named.code, named)), j + length
        return bases, j

    def _connected(
        self, tokens: Sequence[Token], k: int, role: Role, depth: int
    ) -> tuple[tuple[Base, ...], int]:
        """«التابعة لحفتر», «الموالية لنظام الأسد», «يرجح أنها روسية», «بقيادة السعودية»."""
        j = k
        if j + 2 < len(tokens) and tokens[j].norm in self.supposed and tokens[j + 1].norm.startswith("ان"):
            j += 2
            found = self._adjectives(tokens, j)
            if found[0]:
                return found
        elif j + 1 < len(tokens) and tokens[j].norm in self.ownership:
            j += 1
        elif j < len(tokens) and not tokens[j].norm.startswith("ل"):
            return (), k
        elif role.type != "group" or j >= len(tokens):
            # «قوات للنظام»: a bare «ل» belongs to the noun before it only where that noun is a group.
            return (), k
        if j < len(tokens) and tokens[j].norm in self.ownership:
            j += 1
        if j >= len(tokens) or tokens[j].sentence != tokens[k - 1].sentence:
            return (), k
        for lead, stem in leads(tokens[j].norm):
            if lead != "ل":
                continue
            length, meanings = self.names.longest(tokens, j, stem)
            inner = self.at(tokens, j, depth + 1) if depth < 3 else None
            if inner and inner.last >= j + length and phrase_codes(inner):
                return tuple(Base(code) for code in phrase_codes(inner)), inner.last
            if length:
                named = best_meaning(meanings)
                if named.code:
                    return self._and_names((Base(named.code, named),), tokens, j + length, role)
        return (), k

    def _envoy(self, tokens: Sequence[Token], end: int, role: Role) -> tuple[Named | None, int]:
        """The name after whom an envoy is sent to: «المبعوث الأممي إلى سوريا غير بيدرسون»."""
        if role.key != "envoy" or end + 2 >= len(tokens) or tokens[end].norm not in ("الي", "في"):
            return None, end
        length, meanings = self.names.longest(tokens, end + 1, tokens[end + 1].norm)
        to = any(m.kind in ("country", "place") for m in meanings)
        person, last = self._person(tokens, end + 1 + length, role) if to else (None, end)
        return (person, last) if person else (None, end)

    def _person(self, tokens: Sequence[Token], end: int, role: Role) -> tuple[Named | None, int]:
        """The name after a title: «الرئيس الروسي فلاديمير بوتين», «رئيس المركز، يوري بورينكوف»."""
        if role.type != "person":
            return None, end
        j = end
        while j < len(tokens) and j - end < 2 and tokens[j].norm in ("،", '"', "“", "«", "(", ","):
            j += 1
        if j >= len(tokens) or tokens[j].kind != "word":
            return None, end
        length, meanings = self.names.longest(tokens, j, tokens[j].norm)
        person = next((m for m in meanings if m.kind == "person"), None)
        if not person:
            return None, end
        j += length
        if (
            j < len(tokens)
            and tokens[j].norm in ('"', "”", "»", ")")
            and tokens[j - length - 1].kind == "mark"
        ):
            j += 1
        return person, j


def best_meaning(meanings: Sequence[Named]) -> Named:
    """The likeliest meaning of a name beside a common noun: an actor before a place."""
    order = {"person": 0, "group": 1, "organisation": 1, "country": 2, "capital": 3, "people": 3, "place": 5}
    return min(meanings, key=lambda m: (order.get(m.kind, 4), m.short))


def phrase_codes(phrase: Phrase) -> tuple[str, ...]:
    """The actor codes of a phrase, one for each owner; none where no owner is known."""
    return tuple(join_code(base.code, phrase.role) for base in phrase.bases if base.code) or (
        (phrase.person.code,) if phrase.person and phrase.person.code else ()
    )


def join_code(base: str, role: Role) -> str:
    """Country and sector as one code; a group's own code stays where the role belongs to the group.

    >>> join_code("RUS", Role("army", (), "MIL", "organisation", "army"))
    'RUS.MIL'
    """
    country, _, sector = base.partition(".")
    if role.base == "state":
        return country
    if not role.sector:
        return base
    if role.base == "keep" and sector and sector != "GOV":
        return base
    if country in ("IGO", "NGO"):
        return base
    return f"{country}.{role.sector}"
