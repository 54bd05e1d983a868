"""Who and where: names and descriptions of actors and places in a text.

Three passes: find every candidate at each token; keep the longest; settle what needs the rest of the text
(short names, titles without a country, «الجانبان», ambiguous places).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Literal

from hudna.annotate.candidates import Candidate, acting_state, longest, states_of, votes_of
from hudna.annotate.names import Named, NameIndex, index_names, named_place, openings
from hudna.annotate.noun_phrases import (
    Base,
    Phrase,
    PhraseGrammar,
    Role,
    index_roles,
    join_code,
    phrase_codes,
)
from hudna.annotate.place_phrases import PlaceGrammar, PlacePhrase, PlaceWords, index_place_words
from hudna.annotate.provisional import Namer
from hudna.annotate.two_sides import two_parties
from hudna.model.annotations import DATELINE, Mention
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.packs.schema import Pack
from hudna.packs.words import WordSets, load_words
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.numbers import may_begin
from hudna.text.reading import Reading, Token

_BODIES = frozenset({"organisation", "group", "country"})
_DISTANCE = frozenset({"بعد", "مسافه", "بمسافه"})
_UNITS = ("كيلومتر", "كيلو", "كم", "متر", "امتار", "ميل", "اميال")
_FAR = 8
_SURE = 2
"""Votes from which a country is not told by the name in question alone."""
_CACHED = 50_000
_DATELINE = frozenset("-–—(/|")


@frozen
class MentionStep:
    """Finds mentions with the packs and roles it was built from."""

    names: NameIndex
    phrases: PhraseGrammar
    places: PlaceGrammar
    words: WordSets
    namer: Namer
    may_begin: Callable[[str], bool]
    """Whether anything of these can begin with a folded word: half the words of a text begin nothing."""

    @classmethod
    def build(cls, pack: Pack) -> "MentionStep":
        """Index a pack and the role and place-word lexicons."""
        names = index_names(pack)
        roles = index_roles(load_lexicon("roles", Role))
        place_words = index_place_words(load_lexicon("place_words", PlaceWords))
        words = load_words()
        phrases = PhraseGrammar(names, roles, words["ownership"], words["supposed"], words["not-adjectives"])
        places = PlaceGrammar(
            names, place_words, openings(place_words), words["compound-place-heads"], words["not-place-names"]
        )
        namer = Namer.build((name, named_place(place)) for place in pack.places for name in place.names.ar)

        def may_begin(norm: str) -> bool:
            return (
                phrases.may_begin(norm)
                or bool(places.openings(norm) or names.openings(norm))
                or names.adjective(norm) is not None
            )

        return cls(names, phrases, places, words, namer, lru_cache(maxsize=_CACHED)(may_begin))

    def __call__(self, reading: Reading, date: str | None) -> tuple[Mention, ...]:
        """Every mention in order; `date` (EDTF or None) chooses among the holders of an office."""
        found = longest(self._candidates(reading))
        return _Settler(self.names, self.words, self.namer, reading, date).settle(found)

    def _candidates(self, reading: Reading) -> Iterable[Candidate]:
        tokens = reading.tokens
        for i, token in enumerate(tokens):
            if token.kind != "word" or not self.may_begin(token.norm):
                continue
            place = self.places.at(tokens, i)
            phrase = self.phrases.at(tokens, i)
            if phrase and phrase.soft and not (phrase.bases or phrase.person or phrase.possessive):
                phrase = phrase if self._counts_people(tokens, phrase) else None
            same: tuple[Named, ...] = ()
            for lead, stem in self.names.openings(token.norm):
                length, meanings = self.names.longest(tokens, i, stem)
                if length:
                    place = self.places.or_name(place, i + length, meanings)
                    yield Candidate(i, i + length, lead, names=meanings)
                    same = meanings if phrase and phrase.last == i + length else ()
                    break
            if phrase:
                yield Candidate(phrase.first, phrase.last, phrase.lead, phrase=phrase, names=same)
            if place:
                yield Candidate(place.first, place.last, place.lead, place=place)
            adjective = self.names.adjective(token.norm)
            made = i + 1 < len(tokens) and tokens[i + 1].norm in self.words["made-in"]
            if adjective and i and not made:
                yield Candidate(i, i + 1, "adj", names=(adjective,))

    def _counts_people(self, tokens: Sequence[Token], phrase: Phrase) -> bool:
        """«20 مدنياً», «مئات المهاجرين», «احتشد الآلاف»: people told by their number."""
        if phrase.role.sector != "CVL" or phrase.lead not in ("", "و"):
            return False
        after = tokens[phrase.last].norm if phrase.last < len(tokens) else ""
        if phrase.role.key == "crowd":
            return after != "من" and tokens[phrase.last - 1].sentence == tokens[phrase.first - 1].sentence
        if not phrase.first or tokens[phrase.first - 1].sentence != tokens[phrase.first].sentence:
            return False
        before = tokens[phrase.first - 1]
        counting = before.norm.removeprefix("و") in self.words["counting"] or may_begin(before.norm)
        return before.kind == "number" or counting


class _Settler:
    """Turns candidates into mentions, with what the text as a whole says. Used for one text, then dropped."""

    def __init__(
        self, names: NameIndex, classes: WordSets, namer: Namer, reading: Reading, date: str | None
    ) -> None:
        self.names = names
        self.namer = namer
        self.prepositions, self.locative = classes["prepositions"], classes["locative"]
        self.to_place = classes["to-place"]
        self.counting = classes["counting"]
        self.comparing = classes["comparing"]
        self.reading = reading
        self.date = date
        self.named: set[str] = set()
        self.votes: Counter[str] = Counter()
        self.dominant: str | None = None
        self.state: str | None = None
        self.attached = ""
        self.done: list[Mention] = []
        self.last_of: dict[str, Mention] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text, also without its clitics."""
        norms = {t.norm for t in self.reading.tokens if t.kind == "word"}
        return frozenset(stem for norm in norms for _, stem in leads(norm))

    def settle(self, found: Sequence[Candidate]) -> tuple[Mention, ...]:
        self.named = {m.entity for c in found if not c.phrase for m in c.names if not m.short} | {
            c.phrase.person.entity
            for c in found
            if c.phrase and c.phrase.person and not c.phrase.person.short
        }
        self.votes = votes_of(found, self.names.roaming)
        self.dominant = next(iter(states_of(self.votes)), None)
        self.state = acting_state(found, self.dominant)
        for candidate in found:
            self.done.extend(self._mentions(candidate))
        return tuple(self.done)

    def _mentions(self, c: Candidate) -> list[Mention]:
        self.attached = "" if c.lead == "adj" else c.lead
        if c.lead == "adj" and self._counted(c.first):
            people = f"{c.names[0].country}.CVL"
            return [self._make(c.first, c.last, "", "group", None, people, "counted people of a state")]
        if c.lead == "adj":
            named = c.names[0]
            if not self._allowed(named, c, ""):
                return []
            type_: Literal["country", "group"] = "country" if named.kind == "country" else "group"
            return [self._make(c.first, c.last, "adj", type_, named, named.code, "adjective of an actor")]
        lead = self._governed(c)
        alone = c.phrase and not (c.phrase.bases or c.phrase.possessive)
        if alone and (full := self._named_in_full(c)):
            c = replace(c, phrase=None, names=full)  # «الدفاع المدني» after «الدفاع المدني السوري»
        if c.phrase:
            return self._from_phrase(c.phrase, lead)
        if c.place:
            return self._from_place(c.place, lead)
        mention = self._from_names(c, lead)
        return [mention] if mention else []

    def _named_in_full(self, c: Candidate) -> tuple[Named, ...]:
        """What a short name stands for if its full name is in the text, or the text is about its country."""
        return tuple(m for m in c.names if m.short and (m.entity in self.named or self._at_home(m, c)))

    def _at_home(self, named: Named, c: Candidate) -> bool:
        """Whether the text is about the country that explains a body's short name («الدفاع المدني»)."""
        if named.kind != "organisation" or self.votes[self.dominant or ""] < _SURE:
            return False
        following = self.reading.tokens[c.last].norm if c.last < len(self.reading.tokens) else ""
        if following in self.names.adjectives:
            return False  # «العدوان الأمريكي»
        home = self.names.countries.get(self.dominant or "")
        return home is not None and fold(home.name_ar) in named.context

    def _counted(self, first: int) -> bool:
        """«مئات السوريين», «آلاف من الفلسطينيين»: a plural of people after a number, not an adjective."""
        token = self.reading.tokens[first]
        if first == 0:
            return False
        before = self.reading.tokens[first - 1]
        if token.norm.endswith("ا") and before.kind == "number":
            return True  # «13 عراقياً»
        if not token.norm.endswith(("ون", "ين")):
            return False
        if before.norm == "من" and first > 1:
            before = self.reading.tokens[first - 2]
        return before.kind == "number" or before.norm.removeprefix("و") in self.counting

    def _governed(self, c: Candidate) -> str:
        """The conjunction and preposition before a candidate, written on it or standing before it."""
        if c.lead and c.lead != "و":
            return c.lead
        k = self._before_count(c) - 1
        before = self.reading.tokens[k] if k >= 0 else None
        while before is not None and before.norm in ('"', "“", "«", "(", "‘") and k > 0:
            k -= 1
            before = self.reading.tokens[k]
        if before is not None and before.sentence == self.reading.tokens[c.first].sentence:
            bare = before.norm.removeprefix("و")
            if bare in self.prepositions and not c.lead:
                return bare
            if before.norm == "و" and not c.lead:
                return "و"  # «بين دمشق و«قسد»»
        return c.lead

    def _before_count(self, c: Candidate) -> int:
        """The first token of a candidate with the number before it: «عن 33 محتجزاً», not «أكثر من 33»."""
        tokens, first = self.reading.tokens, c.first
        if not (c.phrase and c.phrase.soft and c.phrase.role.sector == "CVL"):
            return first
        while first and (tokens[first - 1].kind == "number" or may_begin(tokens[first - 1].norm)):
            first -= 1
        comparing = first > 1 and tokens[first - 2].norm.removeprefix("و") in self.comparing
        return c.first if comparing else first

    def _make(
        self,
        first: int,
        last: int,
        lead: str,
        type_: Literal["person", "organisation", "group", "country", "place", "role"],
        named: Named | None,
        code: str | None,
        reason: str,
        name_en: str | None = None,
    ) -> Mention:
        if code in self.names.roaming:
            countries = self.names.roaming[code]
            code = f"{max(countries, key=lambda c: self.votes[c])}.{code.partition('.')[2]}"
        _, end = self.reading.words(first, last)
        start = _after_lead(self.reading, self.reading.tokens[first], self.attached)
        place = type_ in ("place", "country") and named is not None
        return Mention(
            start,
            end,
            self.reading.text[start:end],
            type_,
            named.entity if named else None,
            code,
            named.name_ar if named else None,
            name_en or (named.name_en if named else None),
            first,
            last,
            lead,
            named.lat if place and named else None,
            named.lon if place and named else None,
            named.precision if place and named else None,
            reason,
        )

    def _from_names(self, c: Candidate, lead: str) -> Mention | None:
        meanings = [m for m in c.names if self._allowed(m, c, lead)]
        if not meanings:
            return None
        named = min(meanings, key=self._rank)
        if named.kind == "place":
            placed, reason = self._one_place(meanings, "name of the gazetteer")
            named = placed or named
        if named.kind in ("place", "capital") and self._in_dateline(c):
            return self._make(c.first, c.last, DATELINE, "place", named, None, "where the report was filed")
        if named.kind == "place":
            mention = self._make(c.first, c.last, lead, "place", placed, None, reason)
            near = mention.precision == "point" and self._at_distance(c.first)
            return replace(mention, precision="area") if near else mention
        if named.kind == "capital":
            bare = lead.removeprefix("و")
            if (bare in self.locative and bare != "بين") or self._after_motion(c.first):
                own = (m for m in meanings if m.kind == "place" and m.country == named.country)
                named = next(own, named)
                return self._make(c.first, c.last, lead, "place", named, None, "capital after a preposition")
            country = self.names.countries.get(named.country or "")
            return self._make(
                c.first, c.last, lead, "country", country, named.code, "capital standing for its government"
            )
        if named.kind in ("country", "people"):
            return self._make(c.first, c.last, lead, "country", named, named.code, "name of a state")
        if named.kind == "outlet":
            return self._make(c.first, c.last, lead, "organisation", named, named.code, "name of an outlet")
        type_: Literal["person", "organisation", "group"] = (
            named.kind if named.kind in ("person", "organisation", "group") else "group"
        )
        mention = self._make(c.first, c.last, lead, type_, named, named.code, "name of a pack")
        self._remember(mention, [o.office for o in named.offices])
        return mention

    def _in_dateline(self, c: Candidate) -> bool:
        """«دمشق - سانا», «بيروت (وكالة)», «عدن 3 آذار»: the town a report opens with, before its text."""
        tokens = self.reading.tokens
        first = self.reading.sentences[tokens[c.first].sentence]
        if c.lead or c.first != first.first or c.last >= first.last:
            return False
        opens = tokens[c.first].start == self.reading.segments[first.segment].start
        after = tokens[c.last]
        return opens and (after.norm in _DATELINE or after.kind == "number")

    def _after_motion(self, first: int) -> bool:
        """«ترك موسكو», «العاصمة الروسية موسكو»: the city, not its government."""
        tokens = self.reading.tokens
        before = [t.norm.removeprefix("و") for t in tokens[max(first - 2, 0) : first]]
        direct = bool(before) and any(stem in self.to_place for _, stem in leads(before[-1]))
        return direct or (
            len(before) == 2 and before[0].endswith("عاصمه") and before[1] in self.names.adjectives
        )

    def _allowed(self, m: Named, c: Candidate, lead: str) -> bool:
        if m.short:
            told = m.entity in self.named or any(w in self.words for w in m.context)
            return told or self._at_home(m, c)
        if m.weak:
            return lead.removeprefix("و") in self.locative and not self._of_another(c)
        return True

    def _of_another(self, c: Candidate) -> bool:
        """«في عدوان الاحتلال على نابلس»: a common word that another noun follows is no village called so."""
        tokens = self.reading.tokens
        if c.last >= len(tokens) or tokens[c.last].sentence != tokens[c.first].sentence:
            return False
        definite = any(stem.startswith("ال") for _, stem in leads(tokens[c.first].norm))
        return c.last - c.first == 1 and not definite and tokens[c.last].norm.startswith("ال")

    def _rank(self, m: Named) -> tuple[bool, int]:
        order = {"person": 0, "group": 1, "organisation": 1, "country": 2, "capital": 3, "outlet": 4}
        return (m.country != self.dominant and m.kind in ("place", "capital"), order.get(m.kind, 5))

    def _from_place(self, p: PlacePhrase, lead: str) -> list[Mention]:
        if p.body and not _is_locative(lead, self.locative):
            reason = "a body called after a place"
            return [self._make(p.first, p.last, lead, "organisation", None, None, reason)]
        if p.between:
            return [self._border(p, lead)]
        named, reason = self._one_place(p.named, p.reason)
        if p.name is not None:
            return [self._unlisted(p, p.name, lead)]
        mention = self._make(p.first, p.last, lead, "place", named, None, reason)
        if mention.precision == "point" and (p.around or self._at_distance(p.first)):
            mention = replace(mention, precision="area")
        return [mention]

    def _unlisted(self, p: PlacePhrase, name: int, lead: str) -> Mention:
        """A place no gazetteer has so spelled: the one it has spelled otherwise, else a provisional one."""
        spelled = self.reading.slice(name, p.last)
        named = self.namer.known_place(spelled, self.dominant)
        if named:
            reason = "place word and another spelling of a gazetteer name"
            return self._make(p.first, p.last, lead, "place", named, None, reason)
        mention = self._make(p.first, p.last, lead, "place", None, None, p.reason)
        entity = self.namer.entity("place", spelled)
        return replace(mention, entity=entity, name_ar=spelled, name_en=self.namer.latin(spelled))

    def _border(self, p: PlacePhrase, lead: str) -> Mention:
        """A border: it has a name and sides, and no point."""
        mention = self._make(p.first, p.last, lead, "place", None, None, p.reason)
        sides = sorted((side.code or "").lower() for side in p.between)
        name = " and ".join(side.name_en for side in p.between)
        return replace(
            mention, entity=f"border/{'-'.join(sides)}", name_ar=mention.text, name_en=f"Border of {name}"
        )

    def _one_place(self, meanings: Sequence[Named], reason: str) -> tuple[Named | None, str]:
        """Which of the places of one name is meant: the one in the country that the rest of the text tells
        of, and the clues for each in the reason; None where the text tells of neither."""
        if not meanings:
            return None, reason
        named = min(meanings, key=lambda m: (*self._rank(m), m.kind != "place"))
        countries = {m.country for m in meanings if m.country}
        if len(countries) < 2:
            return named, reason
        if named.country != self.dominant:
            return None, "a place name of several countries"
        rest = sorted(countries - {named.country}, key=lambda c: -self.votes[c])
        clues = ", ".join(f"{c} {self.votes[c]}" for c in (named.country, *rest) if c)
        return named, f"{reason}; of several countries, by the clues of the text: {clues}"

    def _at_distance(self, first: int) -> bool:
        """«على بعد 20 كيلومتراً من سراقب»: near it, not in it."""
        tokens = self.reading.tokens
        for k in range(first - 1, max(first - _FAR, -1), -1):
            if tokens[k].norm in _DISTANCE:
                return any(t.kind == "number" or t.norm.startswith(_UNITS) for t in tokens[k:first])
            if tokens[k].kind == "mark":
                return False
        return False

    def _from_phrase(self, p: Phrase, lead: str) -> list[Mention]:
        role = p.role
        if p.possessive:
            owner = self._owner(p.first)
            if owner is None and role.type == "person":
                leading = (m for m in reversed(self.done) if m.code and m.lead in ("", "و"))
                owner = next((m for m in leading if m.type in _BODIES), None)
            if not owner or not owner.code:
                return []
            code, reason = join_code(owner.code, role), f"{role.key} of {owner.text}"
            type_: Literal["person", "group"] = "person" if role.type == "person" else "group"
            return [self._make(p.first, p.last, lead, type_, None, code, reason, role.en)]
        bases = tuple(b for b in map(self._explained, p.bases) if b)
        p = replace(p, bases=bases) if bases != p.bases else p
        codes = phrase_codes(p)
        if codes:
            return self._owned(p, lead, codes)
        return self._ownerless(p, lead)

    def _explained(self, base: Base) -> Base | None:
        """A phrase's owner; None for one told only by a word («معادٍ», «المسلحين») that nothing explains.

        Of several that one word may stand for («التحالف») the first one explained is meant.
        """
        named = base.named
        if base.code and (named is None or not named.short):
            return base
        options = base.others or ((named,) if named else ())
        of_country = [m for m in options if self.dominant and (m.code or "").split(".")[0] == self.dominant]
        clear = (m for m in options if m.entity in self.named or any(w in self.words for w in m.context))
        chosen = next(iter((*of_country, *clear)), None)
        if chosen:
            return replace(base, code=chosen.code or "", named=chosen)
        code = self._body(base.body) if base.body else None
        return Base(code) if code else None

    def _body(self, role: Role) -> str | None:
        """The code of a body named without its owner: the one named before, else the text's own country's."""
        if role.fallback == "last" and role.key in self.last_of:
            return self.last_of[role.key].code
        country = self._country_of(role)
        return join_code(country, role) if country and role.fallback in ("last", "dominant") else None

    def _country_of(self, role: Role) -> str | None:
        """The country meant by a noun without one: a state acts outward, the text's own country within."""
        country = self.state if role.fallback == "last" or role.sector == "MIL" else self.dominant
        others = (pair.split() for pair in role.lacking)
        return next((other for without, other in others if without == country), country)

    def _owned(self, p: Phrase, lead: str, codes: tuple[str, ...]) -> list[Mention]:
        found = []
        for n, code in enumerate(codes):
            base = p.bases[n] if n < len(p.bases) else None
            named_pair = base.named if p.role.number == "du" and base and base.named else None
            body = code.startswith(("IGO", "NGO"))
            holder = p.person or self._holder(p.role.key, code if body else code.split(".")[0])
            if named_pair and named_pair.kind == "person":
                holder = named_pair
            reason = f"{p.role.key} with its owner"
            named = holder
            group = (
                base.named if base and base.named and base.named.kind in ("organisation", "group") else None
            )
            if named is None and base and base.named and not p.role.sector:
                named = base.named
            if named is None and group and group.code == code:
                named = group
            name_en = None
            if named is None:
                owner = base.named.name_en if base and base.named else code.split(".")[0]
                name_en = f"{p.role.en} ({owner})"
            mention = self._make(p.first, p.last, lead, p.role.type, named, code, reason, name_en)
            self._remember(mention, [p.role.key])
            found.append(mention)
        return found

    def _ownerless(self, p: Phrase, lead: str) -> list[Mention]:
        role = p.role
        if role.number == "du":
            two = two_parties(self.done, self.reading.tokens, role.sector, p.first)
            if not two:
                reason = "two sides not named together before"
                return [self._make(p.first, p.last, lead, "role", None, None, reason, role.en)]
            return [
                self._make(p.first, p.last, lead, role.type, None, code, "the two parties last named", en)
                for code, en in two
            ]
        if role.fallback == "drop":
            return []
        if role.fallback == "last":
            for key in (role.key, *role.refers):
                if key in self.last_of:
                    before = self.last_of[key]
                    mention = self._make(
                        p.first, p.last, lead, role.type, None, before.code, f"{role.key} named before"
                    )
                    return [
                        replace(mention, entity=before.entity, name_ar=before.name_ar, name_en=before.name_en)
                    ]
        if role.fallback == "none":
            return [self._make(p.first, p.last, lead, "role", None, None, f"{role.key}, nobody's", role.en)]
        country = self._country_of(role)
        if country is None:
            return []
        code = join_code(country, role)
        holder = self._holder(role.key, country)
        reason = f"{role.key} of the country the text is about"
        return [
            self._make(p.first, p.last, lead, role.type, holder, code, reason, None if holder else role.en)
        ]

    def _remember(self, mention: Mention, keys: Iterable[str]) -> None:
        for key in keys:
            self.last_of[key] = mention

    def _holder(self, office: str, country: str) -> Named | None:
        """Who held an office on the report's date; nobody where the date or the terms leave it open."""
        if self.date is None:
            return None
        day = self.date[:10]
        holders = [
            named
            for term, named in self.names.office_holders.get((office, country), ())
            if term.since and term.since <= day and (term.until is None or day <= term.until)
        ]
        return holders[0] if len(holders) == 1 else None

    def _owner(self, token: int) -> Mention | None:
        """The «ها» of «قواتها»: the state, body or person leading the sentence, else the last actor."""
        sentence = self.reading.tokens[token].sentence
        here = [
            m
            for m in self.done
            if self.reading.tokens[m.first].sentence == sentence and m.code and m.type != "place"
        ]
        leading = [m for m in here if m.lead in ("", "و") and m.type in ("country", "organisation", "person")]
        return leading[-1] if leading else here[-1] if here else None


def _is_locative(lead: str, locative: frozenset[str]) -> bool:
    return lead.removeprefix("و") in locative or lead in ("علي", "وعلي")


def _after_lead(reading: Reading, token: Token, lead: str) -> int:
    """Published offset of a token's word after its clitics («و» + «ب» + …), its article kept."""
    if token.norm.startswith(("لل", "ولل", "فلل")):
        lead = lead[:-1]
    if not lead:
        return token.start
    start, _ = reading.folded.span(token.at + len(lead), token.at + len(lead) + 1)
    return start
