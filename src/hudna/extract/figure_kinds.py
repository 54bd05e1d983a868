"""What a quantity is a count of: killed, displaced, shells, …, from its noun and what is done to it.

The counted noun decides where it can («قتلى», «غارات»); else the nearest deed that fits it, before («مقتل 12
مدنياً») or behind («19 مدنياً قُتلوا»); else the count it is part of («بينهم 4 أطفال»).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hudna.model.annotations import Quantity
from hudna.model.frozen import frozen
from hudna.packs.counting import Group, Hit, Peoples, UnitForm, Units
from hudna.packs.number_words import NumberWords
from hudna.text.clitics import leads
from hudna.text.numbers import number_at
from hudna.text.reading import Token

LEFT_REACH = 16
RIGHT_REACH = 9
_PEOPLE: frozenset[str] = frozenset(("person", "soldier", "fighter", "household"))
_ARMED: frozenset[str | None] = frozenset(("soldier", "fighter"))
_BEFALLEN = {
    "dead": "kill",
    "hurt": "injure",
    "uprooted": "displace",
    "captive": "detain",
    "kidnapped": "abduct",
}
_TELLING = _BEFALLEN | {"returnee": "return"}
_SELF = {"strike": "air_strikes", "munition": "shells", "breach": "violations", "returnee": "returned"}
_SELF |= {"beneficiary": "aid_beneficiaries", "missing": "other", "inhabitant": "other"}
_DONE = {
    "kill": "killed", "toll": "killed", "injure": "injured", "displace": "displaced", "return": "returned",
    "detain": "detained", "abduct": "abducted", "release": "other", "neutralise": "fighters_killed",
    "lose": "other", "aid": "aid_beneficiaries", "inhabit": "other", "gather": "other", "abuse": "other",
}  # fmt: skip
_TO_PEOPLE = frozenset(_DONE) | {"deploy", "act", "leave", "hand_over"}
_TO_UPROOTED = frozenset(("kill", "injure", "detain", "abduct", "return", "aid"))
_TO_CAPTIVES = frozenset(("kill", "release", "hand_over", "detain", "abduct", "abuse"))
_TO_THINGS = frozenset(("capture", "destroy", "lose", "damage"))
_ENDS = frozenset("؛.!؟?")
_TO_BODIES = frozenset(("kill", "injure", "detain", "abduct", "displace"))
_NEAR_BARE = 4
_NEAR_UNKNOWN = 2
_NEAR_THING = 6
_NEAR_BEFALLEN = 8
_COMMAS = frozenset("،,")
_RELATIVE = frozenset(("الذي", "التي", "الذين", "اللذين"))
_NOT_OBJECT = frozenset(("يد", "ايدي", "بيد", "بايدي", "قبل", "ضد", "برصاص", "بنيران", "نيران"))
_WHERE = frozenset(("في", "عبر", "من", "الي", "علي"))
_WORDED = frozenset(("massacre", "truck", "bus", "flight", "drone", "mine"))
"""Things that a dual or a singular alone counts."""
_PEOPLE_PRONOUNS = ("هم", "هما", "هن", "ه")


@frozen
class Count:
    """A quantity with its place among the tokens: words `[first, last)` of number, bound and noun.

    `group` and `unit` are those of its noun, None where the noun is unknown or missing (`bare`); `side` is
    what the words behind it say («قتيلاً من المسلحين»: fighter). `worded` marks duals and singulars,
    `subset` a part («بينهم»), `joined` a count joined with «و» to the one before.
    """

    quantity: Quantity
    first: int
    last: int
    sentence: int
    group: Group | None
    side: Group | None
    unit: str | None
    population: str | None
    bare: bool
    worded: bool
    subset: bool
    joined: bool


@frozen
class Verdict:
    """A figure's kind with the deed that gave it (None where the noun or the whole did), why, how sure."""

    kind: str
    hit: Hit | None
    reason: str
    score: float
    unit: str | None = None
    population: str | None = None


@frozen
class Clause:
    """The sentence around a count: its tokens, its deeds, the tokens inside times and inside names."""

    tokens: Sequence[Token]
    first: int
    last: int
    hits: Sequence[Hit]
    timed: frozenset[int]
    named: frozenset[int]


@frozen
class Kinds:
    """Decides kinds; holds the lexicons it reads."""

    units: Units
    peoples: Peoples
    words: NumberWords

    def decide(self, clause: Clause, count: Count, whole: tuple[Count, Verdict] | None) -> Verdict | None:
        """The kind of a count, or None where it is no figure; `whole` is the count it may be part of."""
        verdict = self._decide(clause, count, whole)
        if verdict is None or verdict.kind not in ("killed", "injured"):
            return verdict
        if self._ill(clause, count, verdict):
            return replace(verdict, kind="other", unit="case", reason=f"{verdict.reason}, of a disease")
        if self._has(clause, self.words.mishap, range(count.last, count.last + _NEAR_THING)):
            return replace(verdict, reason=f"{verdict.reason}, by no attack", score=verdict.score * 0.8)
        return verdict

    def _ill(self, clause: Clause, count: Count, verdict: Verdict) -> bool:
        """«أصيب 20 شخصاً بالكوليرا», «أصيب بالفيروس 20 شخصاً»."""
        start = verdict.hit.last if verdict.hit is not None else count.last
        if verdict.kind == "killed":
            tells = verdict.hit.first if verdict.hit is not None else count.quantity.noun
            natural = tells is not None and self._has(clause, self.words.natural, (tells,))
            return natural and self._has(clause, self.words.disease, range(clause.first, clause.last))
        return self._has(
            clause, self.words.disease, (*range(start, start + 3), *range(count.last, count.last + 3))
        )

    def _has(self, clause: Clause, words: frozenset[str], around: Iterable[int]) -> bool:
        """Whether one of these words stands at one of the tokens, its clitics split off."""
        return any(
            word in words for k in around if k < clause.last for _, word in leads(clause.tokens[k].norm)
        )

    def _decide(self, clause: Clause, count: Count, whole: tuple[Count, Verdict] | None) -> Verdict | None:
        part = self._part(clause, count, whole)
        if part is not None:
            return part
        risen = self._risen(clause, count)
        if risen is not None:
            return risen
        group = count.group
        if group in _SELF:
            return Verdict(_SELF[group], None, self._named(clause, count), 0.95)
        if group in _BEFALLEN:
            return self._befallen(clause, count)
        if group is None or group in _PEOPLE:
            return self._people(clause, count)
        return self._things(clause, count)

    def _risen(self, clause: Clause, count: Count) -> Verdict | None:
        """«ارتفع عدد قتلى القصف على السوق إلى 40», «ارتفع إلى 40 عدد قتلى …»: what befell those counted."""
        to = count.first - 1
        if to <= clause.first or clause.tokens[to].norm != "الي" or not _of_people(count):
            return None
        rise = next((k for k in range(to - 1, clause.first - 1, -1) if self._rises(clause, k)), None)
        if rise is None:
            return None
        for k in (*range(to - 1, rise, -1), *range(count.last, min(clause.last, count.last + _NEAR_BARE))):
            carried = self._has(clause, self.words.carrier, (k - 1,))
            hit = self._befallen_hit(clause, k) if carried else None
            if hit is not None:
                kind = _DONE[hit.deed]
                kind = (
                    "fighters_killed"
                    if kind == "killed" and (_armed(count) or count.side in _ARMED)
                    else kind
                )
                return Verdict(kind, hit, self._because(clause, hit), 0.9)
        return None

    def _rises(self, clause: Clause, k: int) -> bool:
        return self._has(clause, self.words.rise, (k,))

    def _named(self, clause: Clause, count: Count) -> str:
        noun = count.quantity.noun
        word = clause.tokens[noun].norm if noun is not None else count.quantity.text
        return f"counted noun «{word}»"

    def _part(self, clause: Clause, count: Count, whole: tuple[Count, Verdict] | None) -> Verdict | None:
        """The kind of the whole for «بينهم 4 أطفال», unless its noun or a nearer deed says otherwise."""
        if not count.subset or whole is None or count.group in _BEFALLEN or count.group in _SELF:
            return None
        of, verdict = whole
        both_people = (count.group is None or count.group in _PEOPLE) and _of_people(of)
        if not both_people and count.group not in (None, of.group):
            return None
        own = self._before(clause, count, lowest=of.last) if both_people else None
        if own is not None and own.deed != "act":
            return None
        behind = self._after(clause, count)
        if behind is not None and behind.form is not None and behind.form.number == "pl" and count.joined:
            return None
        kind = verdict.kind
        if kind == "killed" and _armed(count):
            kind = "fighters_killed"
        unit = count.unit or (of.unit if count.bare else None)
        reason = f"part of «{of.quantity.text}»"
        people = of.population if count.bare else None
        return Verdict(kind, verdict.hit, reason, verdict.score * 0.95, unit, people)

    def _befallen(self, clause: Clause, count: Count) -> Verdict | None:
        group = count.group
        reason = self._named(clause, count)
        if group == "dead":
            if self._with_injured(clause, count) or self._either(clause, count):
                return Verdict("other", None, f"{reason} with injured", 0.9, "casualty")
            return Verdict("fighters_killed" if count.side in _ARMED else "killed", None, reason, 0.95)
        if group == "hurt":
            return Verdict("injured", None, reason, 0.95)
        allowed = _TO_UPROOTED if group == "uprooted" else _TO_CAPTIVES
        reach = 3 if group == "uprooted" else LEFT_REACH
        hit = self._before(clause, count, allowed, reach=reach) or self._after(clause, count, allowed)
        if group == "captive" and self._has(clause, self.words.freed, (count.last,)):
            return Verdict("other", None, reason, 0.85)
        if hit is None:
            own = {"uprooted": "displaced", "captive": "detained", "kidnapped": "abducted"}[group or ""]
            return Verdict(own, None, reason, 0.9)
        return Verdict(_DONE.get(hit.deed, "other"), hit, self._because(clause, hit), 0.9)

    def _with_injured(self, clause: Clause, count: Count) -> bool:
        """«11 قتيلاً وجريحاً», «بين قتيل وجريح», «عشرات القتلى والجرحى»."""
        for k in range(count.last, min(clause.last, count.last + 3)):
            form = self.units.at(clause.tokens, k)
            deed = any(h.first == k for h in clause.hits)
            if form is None or form.entry.group != "hurt" or form.lead != "و" or deed:
                continue
            lower = count.quantity.lower or count.quantity.upper or 0
            alone = number_at(clause.tokens, form.last) is None if form.last < clause.last else True
            same = (form.number == "sg" and lower > 10) or form.number == "pl"
            return same and alone and k == count.last
        return False

    def _people(self, clause: Clause, count: Count) -> Verdict | None:
        hit = self._nearest(clause, count)
        if (hit is None or hit.deed == "act") and count.last < clause.last:
            word = clause.tokens[count.last].norm
            if word in self.words.fled:  # «آلاف الأسر الفارة»
                return Verdict("displaced", None, f"«{word}» behind {self._named(clause, count)}", 0.85)
        if hit is None or (hit.deed in ("act", "leave") and count.group == "soldier"):
            agent = count.first > clause.first and clause.tokens[count.first - 1].norm in _NOT_OBJECT
            plain = count.quantity.bound != "order" and not (count.worded or count.subset or agent)
            if count.group == "soldier" and plain:
                return Verdict("troops", None, self._named(clause, count), 0.5)
            return self._told(clause, count)
        kind = self._done(hit, count)
        if kind is None:
            return self._told(clause, count)
        either = self._either(clause, count)
        if either and kind in ("killed", "fighters_killed", "injured"):
            return Verdict("other", hit, "killed and injured together", 0.85, "casualty")
        distance = self._gap(clause, min(hit.last, count.last), max(hit.first, count.first))
        return Verdict(kind, hit, self._because(clause, hit), max(0.5, 0.95 - 0.03 * distance))

    def _told(self, clause: Clause, count: Count) -> Verdict | None:
        """People counted to whom nothing is done that has a kind: «141 نائباً», «آلاف المتظاهرين»."""
        if count.worded or count.quantity.lower == 1:
            return None
        ahead = clause.tokens[count.first - 1].norm if count.first > clause.first else ""
        if count.group is None and (count.bare or count.subset or ahead in _WHERE):
            return None
        return Verdict("other", None, self._named(clause, count), 0.5)

    def _nearest(self, clause: Clause, count: Count) -> Hit | None:
        """The deed before a count, or the one behind it where its verb agrees in number."""
        before, after = self._before(clause, count), self._after(clause, count)
        if before is None or after is None:
            return before or after
        plural = after.form is not None and after.form.number != "sg" and after.deed != "act"
        # «شيّع الأهالي ثمانية أفراد ارتقوا في غارة», «استقبل المستشفى جنديين جُرحا».
        told = before.deed == "act" and after.deed in _TO_BODIES
        return after if plural and (told or self._gap(clause, before.last, count.first) > 1) else before

    def _either(self, clause: Clause, count: Count) -> bool:
        """«20 شخصاً بين قتيل وجريح»."""
        ahead = [t.norm for t in clause.tokens[count.last : min(clause.last, count.last + 4)]]
        return any(a in ("بين", "ما") for a in ahead[:2]) and any(
            n in ("وجريح", "وقتيل", "ومصاب") for n in ahead
        )

    def _done(self, hit: Hit, count: Count) -> str | None:
        if hit.deed == "deploy":
            return "troops" if count.group in ("soldier", "fighter") else None
        if hit.deed == "leave":
            return "displaced" if count.group == "household" else None
        if hit.deed in ("act", "hand_over", "destroy", "capture"):
            return None
        if hit.deed == "gather" and (count.worded or count.subset):
            return None
        if hit.deed in ("aid", "inhabit", "return", "displace", "gather") and count.group in (
            "soldier",
            "fighter",
        ):
            return None
        if hit.deed == "inhabit" and (count.worded or count.group is None or count.unit == "protester"):
            return None
        kind = _DONE[hit.deed]
        if hit.deed == "lose":
            if count.group is None:
                return None
            kind = "killed" if count.group in ("soldier", "fighter") else kind
        return "fighters_killed" if kind == "killed" and _armed(count) else kind

    def _things(self, clause: Clause, count: Count) -> Verdict | None:
        group, reason = count.group, self._named(clause, count)
        deeds = _TO_THINGS
        near = LEFT_REACH if group == "settlement" else _NEAR_THING
        hit = self._before(clause, count, deeds, reach=near) or self._after(clause, count, deeds)
        if group == "settlement":
            if hit is not None and hit.deed == "capture":
                return Verdict("settlements_captured", hit, self._because(clause, hit), 0.9)
            return None if count.worded else Verdict("other", None, reason, 0.6)
        if group == "house" and self._has(clause, self.words.wrecked, (count.last,)):
            return Verdict("houses_destroyed", None, reason, 0.8)
        if (
            hit is not None
            and not self._by_means(clause, count)
            and (
                hit.deed == "destroy"
                or (hit.deed == "lose" and group == "vehicle")
                or (hit.deed == "damage" and group == "house")
            )
        ):
            kind = {"house": "houses_destroyed", "vehicle": "equipment_destroyed"}.get(group or "", "")
            kind = "equipment_destroyed" if group == "aircraft" else kind or "other"
            return Verdict(kind, hit, self._because(clause, hit), 0.9)
        told = count.unit in _WORDED or (count.unit == "boat" and self._by_means(clause, count))
        if count.worded and not told:
            return None
        if count.unit == "strike" and any(self._flying(clause, k) for k in range(clause.first, clause.last)):
            return Verdict("air_strikes", None, reason, 0.7)
        if count.unit == "car":
            return None
        return Verdict("other", None, reason, 0.6)

    def _by_means(self, clause: Clause, count: Count) -> bool:
        """«أغرق السفينة بزورقين», «بثلاث طائرات»: what it was done with."""
        form = self.units.at(clause.tokens, count.first)
        number = number_at(clause.tokens, count.first)
        lead = form.lead if form is not None else number.lead if number is not None else ""
        return lead.endswith("ب")

    def _flying(self, clause: Clause, k: int) -> bool:
        form = self.units.at(clause.tokens, k)
        return form is not None and form.entry.group == "aircraft"

    def _because(self, clause: Clause, hit: Hit) -> str:
        return f"«{clause.tokens[hit.first].norm}» ({hit.deed})"

    def _gap(self, clause: Clause, start: int, end: int) -> int:
        return sum(1 for k in range(start, end) if k not in clause.timed)

    def _before(
        self,
        clause: Clause,
        count: Count,
        deeds: frozenset[str] = _TO_PEOPLE,
        *,
        lowest: int | None = None,
        reach: int = LEFT_REACH,
    ) -> Hit | None:
        """The nearest deed before a count that it can be the object or subject of."""
        tokens = clause.tokens
        ahead = tokens[count.first - 1].norm if count.first > clause.first else ""
        if ahead in _NOT_OBJECT or (ahead in _WHERE and count.group is None):
            return None
        people = deeds is _TO_PEOPLE
        strict = count.group in ("soldier", "fighter") or not people
        limit = reach if count.group is not None else _NEAR_BARE if count.bare else _NEAR_UNKNOWN
        stop = clause.first if lowest is None else max(clause.first, lowest)
        gap = 0
        for k in range(count.first - 1, stop - 1, -1):
            if k in clause.timed:
                continue
            norm = tokens[k].norm
            for hit in clause.hits:
                if hit.first == k and hit.deed in deeds and self._governs(clause, hit, count, gap):
                    return hit
            number = k > clause.first and self._has(clause, self.words.carrier, (k - 1,))
            near = people and gap <= (LEFT_REACH if number else _NEAR_BEFALLEN)
            befallen = self._befallen_hit(clause, k) if near else None
            if befallen is not None:
                return befallen
            if norm in self.words.subset:
                continue
            gap += 1 if tokens[k].kind == "word" else 0
            crossed = norm in _ENDS or norm in self.words.turn or (strict and norm in _RELATIVE)
            if gap > limit or (crossed and not count.subset):
                return None
        return None

    def _beside(self, clause: Clause, count: Count) -> bool:
        """«قتل مع 9 مواطنين», but «قتل في اشتباك مع 9 مسلحين»."""
        return count.first > clause.first and clause.tokens[count.first - 1].norm == "مع"

    def _governs(self, clause: Clause, hit: Hit, count: Count, gap: int) -> bool:
        aside = gap if hit.complement is None else count.first - 1 - hit.complement
        if hit.near and aside > 0 and not (hit.deed == "return" and count.group == "uprooted"):
            return False
        if hit.form is not None and hit.form.pronoun in _PEOPLE_PRONOUNS:
            return False
        if hit.form is None and hit.owned and hit.deed in _DONE:
            return False
        if count.group is None and not count.joined and hit.form is None and gap > count.bare:
            return False
        released = hit.complement if hit.deed == "release" else None
        told = released is not None and released < count.first
        told = told and not self._has(clause, self.words.carrier, (hit.first - 1,))
        if told and released is not None and clause.tokens[released].norm.endswith(("ه", "هم", "ها")):
            return False  # «الإفراج عنه … 25 ألفاً»: the pronoun is whom it was done to.
        if self._beside(clause, count) and hit.last != count.first - 1:
            return False
        backward = hit.form is not None and hit.form.number != "sg"
        if backward and count.joined and gap <= 1:
            return False
        if hit.complement is not None and hit.complement >= count.first:
            return hit.complement < count.last + RIGHT_REACH
        return True

    def _befallen_hit(self, clause: Clause, k: int) -> Hit | None:
        """«قتلى», «الجرحى», «5 جرحى» before a count of people say what befell these too."""
        form = self.units.at(clause.tokens, k) if k not in clause.named else None
        if form is None or form.entry.group not in _TELLING:
            return None
        counted = form.number != "sg" or (k > clause.first and number_at(clause.tokens, k - 1) is not None)
        deed = _TELLING[form.entry.group]
        return Hit(deed, k, k + 1, None, form.lead, False, False) if counted else None  # type: ignore[arg-type]

    def _after(self, clause: Clause, count: Count, deeds: frozenset[str] = _TO_PEOPLE) -> Hit | None:
        """The deed behind a count whose verb agrees with it or points back to it."""
        tokens, gap = clause.tokens, 0
        aside = range(0)
        for k in range(count.last, min(clause.last, count.last + 3 * RIGHT_REACH)):
            aside = aside or self._aside(clause, k)
            if k in clause.timed or k in aside:
                continue
            for hit in clause.hits:
                if hit.first == k and hit.deed in deeds and self._agrees(clause, hit, count, gap):
                    return hit
            norm = tokens[k].norm
            gap += 1
            if gap > RIGHT_REACH or norm in _ENDS or norm in _COMMAS or norm in self.words.turn:
                return None
            if norm[:1] == "و" and any(h.first == k and h.lead.startswith("و") for h in clause.hits):
                return None
        return None

    def _aside(self, clause: Clause, k: int) -> range:
        """«ثمانية أشخاص، بينهم طفلان، قُتلوا»: the words between the commas, with both."""
        tokens = clause.tokens
        if tokens[k].norm not in _COMMAS or k + 2 >= clause.last:
            return range(0)
        if not any(tokens[n].norm in self.words.subset | self.words.according for n in (k + 1, k + 2)):
            return range(0)
        ends = (n for n in range(k + 2, min(clause.last, k + 14)) if tokens[n].norm in _COMMAS)
        return range(k, next(ends, k - 1) + 1)

    def _agrees(self, clause: Clause, hit: Hit, count: Count, gap: int) -> bool:
        if hit.form is None and hit.deed == "return":  # «شرع آلاف النازحين في العودة»
            near = self._has(clause, self.words.opening, range(max(clause.first, count.first - 2), hit.first))
            return near and count.last + _NEAR_BARE > hit.first
        if hit.lead or hit.form is None or hit.form.person == 1:
            return hit.form is None and hit.deed == "inhabit" and not hit.lead
        if hit.form.pronoun:
            # «12 شخصاً اعتقلتهم القوات»
            return (
                gap <= _NEAR_BARE
                and count.group is not None
                and hit.form.pronoun in ("هم", "هما", "هن", "ها", "ه")
            )
        if hit.complement is not None and hit.deed in ("release", "capture", "kill"):
            return self._points_back(clause.tokens[hit.complement].norm)
        plural = hit.form.number in ("pl", "any", "du")
        single = hit.form.number == "sg" and (
            count.worded
            or (hit.form.gender == "f" and count.group is not None and not _of_people(count))
            or count.group == "household"
            or (hit.form.gender == "f" and count.quantity.bound == "order")
        )
        if not (plural or single):
            return False
        return not self._has_object(clause, hit)

    def _points_back(self, norm: str) -> bool:
        return norm.endswith(("هم", "هما", "هن", "ها"))

    def _has_object(self, clause: Clause, hit: Hit) -> bool:
        """«قتلوا جندياً»: those counted are the doers."""
        at = hit.last
        if at >= clause.last or at in clause.timed or hit.deed not in ("kill", "injure", "detain", "abduct"):
            return False
        form = self.units.at(clause.tokens, at)
        number = number_at(clause.tokens, at)
        if number is not None:
            return not number.lead
        return form is not None and not form.lead and form.entry.group in _PEOPLE


def _armed(count: Count) -> bool:
    """Whether those counted fight: soldiers do, policemen do not."""
    return count.group in _ARMED and count.unit != "policeman"


def _of_people(count: Count) -> bool:
    return (
        count.group is None or count.group in _PEOPLE or count.group in _BEFALLEN or count.group == "missing"
    )


def form_of(units: Units, tokens: Sequence[Token], noun: int | None) -> UnitForm | None:
    """The counted noun at `noun`, stepping over «أحد» («أحد المدنيين») and «من»."""
    if noun is None:
        return None
    return units.at(tokens, noun) or (
        units.at(tokens, noun + 1) if tokens[noun].norm in ("احد", "احدي") else None
    )


def marked_subset(words: NumberWords, tokens: Sequence[Token], first: int, lowest: int) -> bool:
    """«بينهم», «من بينهم», «منهم نحو» directly before token `first`."""
    for k in range(first - 1, max(lowest, first - 3) - 1, -1):
        if any(word in words.subset for _, word in leads(tokens[k].norm)):
            return True
        if tokens[k].norm not in ("علي", "الاقل", "و"):
            return False
    return False
