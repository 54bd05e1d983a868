"""The accounts of one event: an agency's, a rewrite of it, independent ones, denials, later mentions."""

from collections.abc import Sequence
from datetime import timedelta

from benchmarks.families import words
from benchmarks.families.drafts import ROUND_UP, Claim, Desk, Draft, Judged, Line, figure
from benchmarks.families.words import fill
from benchmarks.families.world import (
    AGENCIES,
    ARMIES,
    DENIERS,
    OUTLETS,
    WIDER,
    Happening,
    Name,
    Town,
    civilians,
    counted,
    date_words,
    day_words,
)

from hudna.model.assertions import Bound, Status

_BOUNDS: tuple[Bound, ...] = ("exact", "at_least", "more_than")


class Accounts:
    """Makes the accounts of one event. Where `vague` is true one of them may name the countryside only."""

    def __init__(self, desk: Desk, happening: Happening, vague: bool) -> None:
        self._desk = desk
        self._chance = desk.chance
        self._event = happening
        self._vague = vague
        self._unused: list[str] = []
        self._leads: set[str] = set()

    def agency(self, source: Name) -> Draft:
        """An agency's report, which names its source."""
        return self._account(self._chance.choice(AGENCIES).ar, source, self._killed("exact"), named=True)

    def rewrite(self, source: Name) -> Draft:
        """An outlet's own words with the source of the agency: no copy, and no origin of its own."""
        via = self._chance.choice((None, self._chance.choice(AGENCIES)))
        return self._account(self.outlet(), source, self._killed("exact"), named=True, via=via)

    def independent(self, source: Name | None) -> Draft:
        """Another account; the number of dead may be told with a bound that admits the first one."""
        bound: Bound = self._chance.choice(("exact", "exact", "at_least", "more_than"))
        return self._account(self.outlet(), source, self._killed(bound))

    def disputed(self, source: Name) -> Draft:
        """An account with a number of dead that cannot hold beside the first."""
        self._vague = False
        return self._account(self.outlet(), source, self._killed("exact", 5))

    def blames_other(self, source: Name) -> Draft:
        """An account that names another doer."""
        other = self._chance.choice([army for army in ARMIES if army != self._event.actor])
        number = self._event.number
        self._desk.judge(f"{number}/by", f"{number}/by-other", "actor", "contradiction")
        return self._account(self.outlet(), source, self._killed("exact"), actor=other)

    def denial(self) -> Draft:
        """A side says that it did not happen."""
        event, chance = self._event, self._chance
        denier = chance.choice(DENIERS)
        values = {
            **self.common(event.town), "denier": denier.ar, "denied": words.WEAPONS[event.weapon].denied,
            "topic": chance.choice(words.TOPICS), "extra": chance.choice(words.HOURS),
        }  # fmt: skip
        variant = f"{event.number}/denied"
        for told in ("by", "by-other", "nobody"):
            self._desk.judge(variant, f"{event.number}/{told}", "denial", "contradiction")
        said = Claim("statement", "whole", values={"force": "deny"}, actor=("denier", denier))
        denied = self._told(event.town, None, "denied", variant, said=True)
        lines = [
            Line(fill(chance.choice(words.DENIAL_HEADLINES), values), kind="title"),
            Line(fill(chance.choice(words.DENIALS), values), (said, denied)),
            *(Line(fill(template, values)) for template in chance.sample(words.DENIAL_TAIL, 2)),
            *self.details(1),
        ]
        return self.draft(lines, self.outlet(), denier.en, 1)

    def recalling(self) -> Draft:
        """A later report of other things that recalls the event."""
        event, chance = self._event, self._chance
        bare = chance.choice(words.WEAPONS[event.weapon].bare)
        values = {
            **self.common(event.town), "date": date_words(event.day, chance), "attack_there": bare,
            "attack_only": bare[: bare.index("]") + 1],
        }  # fmt: skip
        claim = self._told(event.town, None, "reported", f"{event.number}/nobody", background=True)
        lines = [
            Line(fill("أحوال الناس في {place_only}", values), kind="title"),
            *self.details(3),
            Line(fill(chance.choice(words.RECALLED), values), (claim,)),
        ]
        return self.draft(lines, self.outlet(), f"recalled {event.number}", chance.randint(8, 25))

    def lead(self) -> Line:
        """The event in one sentence, for a round-up of several."""
        return self._lead(self._event.town, self._event.actor, None, self._killed("exact"))

    def _account(
        self, publisher: str, source: Name | None, killed: Claim, *,
        named: bool = False, via: Name | None = None, actor: Name | None = None,
    ) -> Draft:  # fmt: skip
        """A report of the event: headline, lead with figures, its source's words, details, a formula."""
        event, chance = self._event, self._chance
        vague = self._vague and chance.random() < 0.2
        self._vague = self._vague and not vague
        place = WIDER[event.town.governorate][1] if vague else event.town
        shown = actor or (event.actor if chance.random() < 0.75 else None)
        said = source is not None and (named or chance.random() < 0.5)
        title = fill(chance.choice(words.HEADLINES), self.common(place))
        lines = [Line(title, kind="title"), self._lead(place, shown, source if said else None, killed, via)]
        if source and not said:
            values = {**self._detail_values(), "source": source.ar}
            lines.append(Line(fill(words.SOURCED_DETAIL, values), (_claims(source),)))
        lines += self.details(chance.randint(3, 6))
        if chance.random() < 0.3:
            lines.append(self._total())
        if chance.random() < 0.3:
            lines.append(self._fighters())
        if chance.random() < 0.6:
            lines.append(Line(fill(chance.choice(words.FORMULAS), {})))
        return self.draft(lines, publisher, source.en if source else publisher, chance.choice((0, 0, 1)))

    def _lead(
        self, place: Town, shown: Name | None, source: Name | None, killed: Claim, via: Name | None = None
    ) -> Line:
        event, chance = self._event, self._chance
        weapon = words.WEAPONS[event.weapon]
        form = "bare" if shown is None else "nominal" if source or chance.random() < 0.6 else "verbal"
        values = {
            **self.common(place), "actor": (shown or event.actor).ar, "source": source.ar if source else "",
            "killed_c": _killed_words(killed), "injured_c": civilians(event.injured),
            "attack": chance.choice(getattr(weapon, form)), "agency": via.ar if via else "",
            "said": chance.choice(words.RELAYED if via else words.SAID),
            "said_of": chance.choice(words.SAID_OF),
        }  # fmt: skip
        leads: Sequence[str] = words.VERBAL_LEADS if form == "verbal" else words.LEADS
        if source:
            leads = words.RELAYED_LEADS if via else words.SAID_LEADS
        told = "nobody" if shown is None else "by" if shown == event.actor else "by-other"
        at, said, exact = ("place", place), source is not None, place == event.town
        status: Status = "claimed" if said else "reported"
        injured = figure("injured", event.injured, "exact", "civilian", "civilians", event.day, event.day)
        dead_variant = killed.variant if exact else self._around(killed)
        hurt_variant = f"{event.number}/injured" if exact else None
        claims = [
            self._told(place, shown, status, f"{event.number}/{told}", said=said),
            Claim("figure", "killed_c", event.number, dead_variant, killed.values, None, at, said),
            Claim("figure", "injured_c", event.number, hurt_variant, injured, None, at, said),
        ]
        if source:
            claims.insert(0, _claims(source, via))
        lead = chance.choice([each for each in leads if each not in self._leads] or leads)
        self._leads.add(lead)
        return Line(fill(lead, values), tuple(claims))

    # Figures and their truth

    def _killed(self, bound: Bound, more: int = 0) -> Claim:
        """The dead: exactly, at least (a few less), more than; `more` makes it another number."""
        event = self._event
        number = event.killed + more
        if bound != "exact":
            number -= self._chance.randint(1, 2)
        variant = f"{event.number}/killed/{bound}/{number}"
        for other_bound in _BOUNDS:
            for other in range(event.killed - 2, event.killed + 6):
                twin = f"{event.number}/killed/{other_bound}/{other}"
                if twin != variant:
                    holds = _both(number, bound, other, other_bound)
                    verdict: Judged = "compatible" if holds else "contradiction"
                    self._desk.judge(variant, twin, "figure", verdict)
        values = figure("killed", number, bound, "civilian", "civilians", event.day, event.day)
        return Claim("figure", "killed_c", event.number, variant, values)

    def _around(self, killed: Claim) -> str:
        """The same number told of the countryside: it holds beside all of the town that are no greater."""
        event = self._event
        number = int(float(str(killed.values["lower"])))
        variant = f"{event.number}/around/{killed.values['bound']}/{number}"
        for bound in _BOUNDS:
            for other in range(event.killed - 2, event.killed + 6):
                least = other + (bound == "more_than")
                open_above = killed.values["upper"] is None
                verdict: Judged = "compatible" if open_above or least <= number else "contradiction"
                self._desk.judge(variant, f"{event.number}/killed/{bound}/{other}", "figure", verdict)
        return variant

    def _fighters(self) -> Line:
        """Another population on the same day and in the same place: not comparable with the civilians."""
        event = self._event
        number = 3 + event.killed % 7
        many = counted(number, "مقاتلين", "مقاتلاً", "مقاتل")
        values = {**self.common(event.town), "fighters_c": many}
        dead = figure("fighters_killed", number, "exact", "fighter", "fighters", event.day, event.day)
        variant = f"{event.number}/fighters"
        claim = Claim("figure", "fighters_c", event.number, variant, dead, None, ("place", event.town))
        return Line(fill(self._chance.choice(words.FIGHTERS), values), (claim,))

    def _total(self) -> Line:
        """The dead of the governorate since the month began: wider and longer, so it may well be more.

        It grows with the day alone, so that no two of these contradict each other.
        """
        event, chance = self._event, self._chance
        wide = WIDER[event.town.governorate][0]
        since, until = event.day.replace(day=1), event.day
        number = 300 + 60 * until.day
        values = {
            "wide": wide.ar, "since": date_words(since, chance), "until": date_words(until, chance),
            "total_c": civilians(number),
        }  # fmt: skip
        variant = f"total/{wide.entity}/{until}"
        dead = figure("killed", number, "exact", "civilian", "civilians", since, until)
        claim = Claim("figure", "total_c", None, variant, dead, None, ("wide", wide))
        return Line(fill(chance.choice(words.TOTALS), values), (claim,))

    # Parts

    def _told(
        self, place: Town, actor: Name | None, status: Status, variant: str | None,
        said: bool = False, background: bool = False,
    ) -> Claim:  # fmt: skip
        event = self._event
        weapon = words.WEAPONS[event.weapon]
        values = {
            "type": weapon.type, "mode": weapon.mode, "date": event.day.isoformat(), "status": status,
            "background": background,
        }  # fmt: skip
        doer = ("actor", actor) if actor else None
        return Claim("event", "event", event.number, variant, values, doer, ("place", place), said)

    def common(self, place: Town) -> dict[str, str]:
        """The fields most templates have."""
        kind = "" if place.precision == "area" else self._chance.choice(("بلدة ", "بلدة ", ""))
        return {
            "place": f"{kind}{place.ar}", "place_only": place.ar,
            "day": day_words(self._event.day, self._chance),
        }  # fmt: skip

    def outlet(self) -> str:
        """Any outlet."""
        return self._chance.choice(OUTLETS)

    def details(self, count: int) -> list[Line]:
        """Paragraphs without claims; reporters of one event do not write the same sentences."""
        if len(self._unused) < count:
            self._unused = self._chance.sample(words.DETAILS, len(words.DETAILS))
        chosen, self._unused = self._unused[:count], self._unused[count:]
        return [Line(fill(template, self._detail_values())) for template in chosen]

    def _detail_values(self) -> dict[str, str]:
        choose = self._chance.choice
        return {
            "spot": choose(words.SPOTS), "hospital": choose(words.HOSPITALS), "hour": choose(words.HOURS),
            "building": choose(words.BUILDINGS), "witness": choose(words.WITNESSES),
            "need": choose(words.NEEDS), "direction": choose(words.DIRECTIONS),
        }  # fmt: skip

    def draft(self, lines: Sequence[Line], publisher: str, origin: str, later: int) -> Draft:
        """A report of these lines, so many days after the event."""
        published = self._event.day + timedelta(days=later)
        return Draft(tuple(lines), publisher, published, self._event.number, origin)


def round_up(accounts: Sequence[Accounts], publisher: str, last: Happening) -> Draft:
    """One report of several events, each in a sentence."""
    title = Line(fill("موجز أخبار المنطقة", {}), kind="title")
    lines = (title, *(account.lead() for account in accounts), *accounts[0].details(1))
    return Draft(lines, publisher, last.day + timedelta(days=1), ROUND_UP, f"round-up {publisher}")


def _claims(source: Name, via: Name | None = None) -> Claim:
    """The statement of a line's source, through an agency or not."""
    values: dict[str, object] = {"force": "claim"}
    if via:
        values["via"] = via
    return Claim("statement", "whole", None, None, values, ("source", source))


def _both(number: int, bound: Bound, other: int, other_bound: Bound) -> bool:
    """Whether one count satisfies both."""
    lowest = max(number + (bound == "more_than"), other + (other_bound == "more_than"))
    highest = min(number if bound == "exact" else 10**9, other if other_bound == "exact" else 10**9)
    return lowest <= highest


def _killed_words(claim: Claim) -> str:
    number = civilians(float(str(claim.values["lower"])))
    bound = claim.values["bound"]
    if bound == "at_least":
        return f"{number} على الأقل"
    return f"أكثر من {number}" if bound == "more_than" else number
