"""What is told beside the event: the displaced, a truce, a quoted sentence; and bulletins of one formula."""

from dataclasses import replace
from datetime import date, timedelta

from benchmarks.families import words
from benchmarks.families.accounts import Accounts
from benchmarks.families.copying import copied
from benchmarks.families.drafts import BESIDE, BULLETIN, Claim, Desk, Draft, Judged, Line, figure
from benchmarks.families.words import fill, text_of
from benchmarks.families.world import (
    AGENCIES,
    ARMIES,
    FIRST_DAY,
    SOURCES,
    SPEAKERS,
    WIDER,
    Happening,
    Name,
    Town,
    counted,
    date_words,
)

from hudna.model.assertions import Bound


def displacement(desk: Desk, accounts: Accounts, event: Happening) -> None:
    """Counts of the displaced with different base dates: pairs that may hold, that are hard to believe
    together («more than 20,000» over a longer window than «more than 60,000», or beside «60,000» in the same
    one), and that cannot hold."""
    chance = desk.chance
    until = event.day + timedelta(days=20)
    early, late = event.day - timedelta(days=12), event.day + timedelta(days=2)
    less, more = chance.randint(12, 40) * 1000, chance.randint(50, 90) * 1000
    story: dict[str, tuple[date, int, Bound]] = {
        "long": (early, more, "exact"),
        "short": (late, less, "exact"),
        "long-few": (early, less // 2, "exact"),
        "long-open": (early, less, "more_than"),
        "short-open": (late, more - 1000, "more_than"),
    }
    verdicts: dict[tuple[str, str], Judged] = {
        ("long", "short"): "compatible",
        ("long", "long-few"): "contradiction",
        ("long", "long-open"): "tension",
        ("long", "short-open"): "compatible",
        ("short", "long-few"): "contradiction",
        ("short", "long-open"): "compatible",
        ("short", "short-open"): "contradiction",
        ("long-few", "long-open"): "contradiction",
        ("long-few", "short-open"): "contradiction",
        ("long-open", "short-open"): "tension",
    }
    name = f"{event.number}/displaced"
    for (left, right), verdict in verdicts.items():
        desk.judge(f"{name}/{left}", f"{name}/{right}", "figure", verdict)
    for (kind, told), source in zip(story.items(), chance.sample(SOURCES, len(story)), strict=True):
        line = _displaced(desk, accounts, event.town, source, f"{name}/{kind}", *told, until)
        title = Line(fill("نازحون من {place_only}", accounts.common(event.town)), kind="title")
        draft = accounts.draft([title, line, *accounts.details(3)], accounts.outlet(), source.en, 21)
        _publish(desk, replace(draft, family=BESIDE))


def _displaced(
    desk: Desk, accounts: Accounts, town: Town, source: Name, variant: str,
    since: date, number: int, bound: Bound, until: date,
) -> Line:  # fmt: skip
    people = f"{number} شخص"
    values = {
        **accounts.common(town), "since": date_words(since, desk.chance), "source": source.ar,
        "until": date_words(until, desk.chance),
        "displaced_c": f"أكثر من {people}" if bound == "more_than" else people,
    }  # fmt: skip
    count = figure("displaced", number, bound, "person", None, since, until)
    claims = (
        Claim("statement", "whole", values={"force": "claim"}, actor=("source", source)),
        Claim("figure", "displaced_c", None, variant, count, None, ("place", town), said=True),
    )
    return Line(fill(desk.chance.choice(words.DISPLACED), values), claims)


def truce(desk: Desk, accounts: Accounts, event: Happening) -> None:
    """A local truce with two dates for its coming into force."""
    chance = desk.chance
    signed = event.day + timedelta(days=4)
    other = chance.choice([army for army in ARMIES if army != event.actor])
    name = f"{event.number}/truce"
    desk.judge(f"{name}/0", f"{name}/1", "date", "contradiction")
    for number in range(2):
        begins = signed + timedelta(days=2 + 3 * number)
        values = {
            **accounts.common(event.town), "actor": event.actor.ar, "other": other.ar,
            "begins": date_words(begins, chance),
        }  # fmt: skip
        values["start"] = text_of(fill(chance.choice(words.TRUCE_STARTS), values))
        terms = {
            "date": signed.isoformat(), "in_force_from": begins.isoformat(), "parties": (event.actor, other)
        }  # fmt: skip
        claim = Claim("agreement", "event", None, f"{name}/{number}", terms, None, ("place", event.town))
        lines = [
            Line(fill(chance.choice(words.TRUCE_HEADLINES), values), kind="title"),
            Line(fill(chance.choice(words.TRUCES), values), (claim,)),
            *accounts.details(3),
        ]
        outlet = accounts.outlet()
        _publish(desk, replace(accounts.draft(lines, outlet, outlet, 5), family=BESIDE))


def speech(desk: Desk, accounts: Accounts, event: Happening) -> None:
    """One sentence given to two different speakers."""
    chance = desk.chance
    topic = f"{chance.choice(words.TOPICS)} في {event.town.ar}"
    saying = chance.choice(words.SAYINGS).format(topic=topic)
    name = f"{event.number}/speech"
    desk.judge(f"{name}/0", f"{name}/1", "speaker", "contradiction")
    for number, speaker in enumerate(chance.sample(SPEAKERS, 2)):
        values = {**accounts.common(event.town), "speaker": speaker.ar, "saying": saying}
        of = {"force": "claim", "quoted": True, "content": "saying", "date": event.day.isoformat()}
        said = Claim("statement", "whole", None, f"{name}/{number}", of, ("speaker", speaker))
        lines = [
            Line(fill("تصريحات عن {place_only}", values), kind="title"),
            Line(fill(chance.choice(words.SPEECHES), values), (said,)),
            *accounts.details(3),
        ]
        draft = accounts.draft(lines, accounts.outlet(), speaker.en, 1)
        desk.add(replace(draft, family=BESIDE))


def _publish(desk: Desk, draft: Draft) -> None:
    """A report with up to two copies."""
    root = desk.add(draft)
    for _ in range(desk.chance.randint(0, 2)):
        desk.add(copied(draft, desk.chance), root)


def bulletins(desk: Desk, number: int, office: Name, towns: dict[str, list[Town]]) -> None:
    """A few days of one office's bulletin: only numbers and towns change, and no two days are copies."""
    chance = desk.chance
    wide = WIDER[chance.choice(sorted(WIDER))][0]
    start = FIRST_DAY + timedelta(days=7 * number)
    given = chance.randint(2000, 9000)
    for offset in range(chance.randint(3, 6)):
        day = start + timedelta(days=offset)
        count, parcels = chance.randint(11, 60), chance.randint(100, 900)
        given += parcels
        part = chance.randint(3, count - 3)
        town_a, town_b = (town.ar for town in chance.sample(towns[wide.entity], 2))
        values = {
            "office": office.ar, "date": date_words(day, chance), "wide": wide.ar, "a": str(part),
            "violations_c": counted(count, "خروقات", "خرقاً", "خرق"), "b": str(count - part),
            "parcels": str(parcels), "sum": str(given), "town_a": town_a, "town_b": town_b,
        }  # fmt: skip
        breaches = figure("violations", count, "exact", "violation", None, day, day)
        claim = Claim("figure", "violations_c", None, f"b{number}/{offset}", breaches, None, ("wide", wide))
        lines = [Line(fill("نشرة {office}: حصيلة اليوم", values), kind="title")]
        for template in words.BULLETIN:
            lines.append(Line(fill(template, values), (claim,) if "{violations_c}" in template else ()))
        draft = Draft(tuple(lines), chance.choice(AGENCIES).ar, day, BULLETIN, office.en)
        _publish(desk, draft)
