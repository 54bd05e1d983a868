"""Dates of accords, sayings and their speakers, and disagreements put together."""

from dataclasses import replace
from typing import Any

from hudna.ledger import accord_dates, sayings, scopes
from hudna.ledger.contradictions import disagreements
from hudna.ledger.incidents import compare
from hudna.model.assertions import Actor
from hudna.model.judgement import Judgement
from hudna.model.report import Published
from hudna.model.rows import Row
from tests.ledger.rows_made import (
    ARMY,
    FACTIONS,
    HTS,
    MINISTRY,
    RUSSIA,
    SARAQIB,
    TURKEY,
    accord,
    event,
    figure,
    lore,
    outcome,
    statement,
    telling,
)

SAYING = "لن نقبل بأقل من انسحاب كامل إلى ما وراء الخطوط السابقة"


def of_accords(left: Row[Any], right: Row[Any]) -> str | None:
    link = accord_dates.compare(left, right, lore())
    assert link == accord_dates.compare(right, left, lore())
    if link is not None:
        assert set(accord_dates.keys(left, lore())) & set(accord_dates.keys(right, lore()))
    return link.verdict if link else None


def test_one_accord_with_two_days_of_coming_into_force() -> None:
    ninth = accord("b", date="2020-01-09T14:00", in_force="2020-01-09T14:00")
    assert of_accords(accord(), ninth) == "contradiction"
    assert of_accords(accord(), accord("b")) == "same"
    assert of_accords(accord(), accord("b", in_force="2020-01")) == "same"


def test_one_midnight_between_two_days_is_a_doubt_and_no_contradiction() -> None:
    midnight = accord("a", date="2020-01-11T00:00", in_force="2020-01-11T00:00")
    assert of_accords(midnight, accord("b", date="2020-01-12", in_force="2020-01-12")) == "tension"
    assert of_accords(midnight, accord("b", date="2020-01-10", in_force="2020-01-10")) == "contradiction"
    assert of_accords(midnight, accord("b", date="2020-01-13", in_force="2020-01-13")) == "contradiction"


def test_a_day_of_signing_is_no_day_of_coming_into_force() -> None:
    assert of_accords(accord(), accord("b", date="2020-01-09", in_force=None)) is None
    assert of_accords(accord(), accord("b", agreement="agreement/sy/sochi-2018")) is None


def test_two_days_of_signing() -> None:
    left = accord("a", date="2020-01-08")
    assert of_accords(left, accord("b", date="2020-01-09")) == "contradiction"
    lone = accord("a", date="2018-09-17", in_force=None)
    assert of_accords(lone, accord("b", date="2018-09-18", in_force=None)) == "tension"
    assert of_accords(lone, accord("b", date="2018-09", in_force=None)) == "same"


def test_a_local_truce_no_register_has() -> None:
    local: dict[str, Any] = {"agreement": None, "place": SARAQIB, "parties": (ARMY, FACTIONS)}
    left = accord("a", **local, date="2020-01-05", in_force="2020-01-07")
    assert of_accords(left, accord("b", **local, date="2020-01-05", in_force="2020-01-10")) == "contradiction"
    assert of_accords(left, accord("b", **local, in_force="2020-01-10")) == "tension"
    assert of_accords(left, accord("b", **local, in_force="2020-01-07")) == "possible"
    assert of_accords(left, accord("b", **local, in_force="2020-06-07")) is None
    others = {**local, "parties": (RUSSIA, TURKEY)}
    assert of_accords(left, accord("b", **others, in_force="2020-01-10")) is None


def of_sayings(left: Row[Any], right: Row[Any]) -> str | None:
    a, b = sayings.saying(left, lore()), sayings.saying(right, lore())
    link = sayings.compare(a, b, lore())
    assert link == sayings.compare(b, a, lore())
    if link is not None:
        assert set(sayings.keys(a)) & set(sayings.asks(b))
        assert set(sayings.keys(b)) & set(sayings.asks(a))
    return link.verdict if link else None


def test_one_saying_and_its_speakers() -> None:
    left = statement(SAYING)
    assert of_sayings(left, statement(SAYING, "b")) == "same"
    assert of_sayings(left, statement(SAYING.replace("أ", "ا"), "b")) == "same"
    assert of_sayings(left, statement(SAYING, "b", speakers=(TURKEY,))) == "contradiction"
    assert of_sayings(left, statement(SAYING, "b", speakers=(MINISTRY,))) == "possible"
    assert of_sayings(left, statement(SAYING, "b", speakers=(TURKEY,), quoted=False)) == "possible"
    assert of_sayings(left, statement(SAYING, "b", speakers=(TURKEY,), chain=(RUSSIA,))) == "possible"
    assert of_sayings(left, statement(SAYING, "b", speakers=(TURKEY,), date="2020-03-16")) is None
    assert of_sayings(left, statement("كلام آخر لا علاقة له بما قيل هناك أبداً", "b")) is None


def test_a_saying_of_no_known_day_meets_those_of_any() -> None:
    undated = [replace(statement(SAYING, report, date=None), published=Published()) for report in ("b", "c")]
    assert of_sayings(statement(SAYING), undated[0]) == "same"
    assert of_sayings(*undated) == "same"


def test_words_given_to_two_people_of_one_side_are_a_doubt() -> None:
    one, other = (Actor(name, 0, 3, f"person/{name}", "LBN.GOV", name) for name in ("a", "b"))
    left = statement(SAYING, speakers=(one,))
    assert of_sayings(left, statement(SAYING, "b", speakers=(other,))) == "tension"
    assert of_sayings(left, statement(SAYING, "b", speakers=(other,), chain=(one,))) == "possible"
    assert of_sayings(left, statement(SAYING, "b", speakers=(other,), quoted=False)) == "possible"
    assert of_sayings(left, statement(SAYING, "b", speakers=(one,))) == "same"


def test_short_sayings_are_anybodys() -> None:
    assert of_sayings(statement("لن نقبل بذلك"), statement("لن نقبل بذلك", "b", speakers=(TURKEY,))) is None


def found(*tellings: Any, judgements: tuple[Judgement, ...] = ()) -> list[tuple[str, str, str]]:
    links, rows = [], {}
    for number, left in enumerate(tellings):
        rows[left.id] = left.row
        for right in tellings[number + 1 :]:
            by = compare if hasattr(left, "family") else scopes.compare
            link = by(left, right, lore())
            links += [link] if link else []
    groups = [[t.id for t in tellings]]
    return [(d.about, d.verdict, d.state) for d in disagreements(links, rows, groups, judgements)]


def test_a_denial_against_many_tellings_is_one_disagreement() -> None:
    denied = telling(event("d", status="denied", actors=()))
    assert found(telling(event("a")), telling(event("b")), denied) == [("denial", "contradiction", "open")]


def test_who_denies_to_have_done_what_is_nobodys_contradicts_nobody() -> None:
    denied = telling(event("d", status="denied", actors=(ARMY,)))
    assert found(telling(event("a", actors=())), denied) == []
    told = [telling(event("a", actors=())), telling(event("b", actors=(ARMY,)))]
    assert found(*told, denied) == [("denial", "contradiction", "open")]


def test_two_doers_of_one_incident() -> None:
    told = telling(event("a"), figure("a"))
    assert found(told, telling(event("b", actors=(FACTIONS,)), figure("b"))) == [
        ("actor", "contradiction", "open")
    ]
    told = telling(event("a", actors=(FACTIONS,)))
    assert found(told, telling(event("b", actors=(HTS,)))) == [("actor", "tension", "open")]
    assert found(telling(event("a", actors=(RUSSIA,))), telling(event("b", actors=(MINISTRY,)))) == []


def test_sides_are_put_together_and_a_person_settles_it() -> None:
    counts = [outcome(event(r), figure(r, n)) for r, n in (("a", 12), ("b", 12), ("c", 17))]
    assert found(*counts) == [("figure", "contradiction", "open")]
    link = scopes.compare(counts[0], counts[2], lore())
    assert link is not None
    settled = Judgement(
        "settle", link.id, "the hospital's list", "nadia", "2020-03-01T00:00:00Z", value="settled"
    )
    assert found(*counts, judgements=(settled,)) == [("figure", "contradiction", "settled")]


def test_the_first_published_side_stands_left() -> None:
    links = []
    early = outcome(event("z"), figure("z", 17), published="2020-02-16")
    late = outcome(event("a"), figure("a", 12), published="2020-02-18")
    link = scopes.compare(early, late, lore())
    assert link is not None
    links.append(link)
    (one,) = disagreements(links, {c.id: c.row for c in (early, late)})
    assert (one.left, one.right) == (early.id, late.id)


def test_an_older_toll_repeated_on_the_day_of_the_later_is_no_contradiction() -> None:
    first, repeated = (
        outcome(event(name), figure(name, 12), published=day)
        for name, day in (("a", "2020-02-17"), ("b", "2020-02-18"))
    )
    risen = outcome(event("c"), figure("c", 15), published="2020-02-18")
    assert found(first, repeated, risen) == [("figure", "tension", "open")]
    assert found(repeated, risen) == [("figure", "contradiction", "open")]


def test_each_blames_the_other_for_one_deed_of_one_day_and_spot() -> None:
    by_army = statement(SAYING, "a", speakers=(FACTIONS,))
    by_factions = statement(SAYING, "b", speakers=(ARMY,))
    left = telling(event("a", actors=(ARMY,), mode=None, said_by=by_army.id))
    right = telling(event("b", actors=(FACTIONS,), mode="heavy-weapons", said_by=by_factions.id))
    link = compare(left, right, lore())
    assert link is not None
    assert link.verdict == "possible"
    rows = {one.id: one.row for one in (left, right)}
    said = {one.id: one.assertion.speakers for one in (by_army, by_factions)}
    (one,) = disagreements([link], rows, speakers=said)
    assert (one.about, one.verdict) == ("actor", "tension")
    assert disagreements([link], rows) == ()
    other_day = replace(link, features=tuple(f for f in link.features if f.name != "date"))
    assert disagreements([other_day], rows, speakers=said) == ()
