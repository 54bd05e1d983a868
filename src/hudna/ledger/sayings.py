"""Statements compared: the same words, and who is said to have said them."""

from dataclasses import dataclass
from zlib import crc32

from hudna.ledger import actors
from hudna.ledger.actors import likeness, pair, party
from hudna.ledger.days import Days, days, news_days
from hudna.ledger.reasons import Found, features
from hudna.ledger.scenes import Lore, who
from hudna.model.assertions import Actor, Statement
from hudna.model.links import Link, Verdict
from hudna.model.rows import Row
from hudna.packs.comparing import folded_words

STEP = "statements/3"
LEAST_WORDS = 6
"""Shorter sayings are anybody's."""
ONE = 0.8
CLOSE = 0.6
_SHINGLE = 3
_KEYS = 3
_MONTH = 32
_MOST_MONTHS = 12
_ANY = "*|"
_UNDATED = "?|"


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement made ready: the hashes of its content's runs of three words, and the days it may be of;
    `mark` is one for statements that say the same (`Lore.mark`)."""

    row: Row[Statement]
    shingles: frozenset[int]
    days: Days | None
    mark: int

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.row.id


def saying(row: Row[Statement], lore: Lore) -> Saying:
    """A statement made ready; one too short to be told again has no shingles."""
    statement = row.assertion
    first = max(0, statement.content.start - statement.start)
    words = folded_words(row.words[first : max(first, statement.content.end - statement.start)])
    runs = range(len(words) - _SHINGLE + 1) if len(words) >= LEAST_WORDS else ()
    shingles = frozenset(crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in runs)
    when = days(statement.date) or news_days(row.published.date)
    said = (shingles, when, who(statement.speakers), who(statement.chain), statement.quoted)
    return Saying(row, shingles, when, lore.mark(said))


def keys(one: Saying) -> tuple[str, ...]:
    """Where it stands: the smallest shingles (Broder's sketch: alike sets share one of them almost surely)
    with the months around its days, and without, for those of no known day."""
    every = _ANY if _months(one) else _UNDATED
    return tuple(f"{time}{shingle:08x}" for time in (*_months(one), every) for shingle in _sketch(one))


def asks(one: Saying) -> tuple[str, ...]:
    """Where it looks: among the sayings of its months and those of no known day; without a day of its own,
    among all."""
    times = (*(_months(one) or (_ANY,)), _UNDATED)
    return tuple(f"{time}{shingle:08x}" for time in times for shingle in _sketch(one))


def _sketch(one: Saying) -> list[int]:
    return sorted(one.shingles)[:_KEYS]


def _months(one: Saying) -> tuple[str, ...]:
    """Stretches of `_MONTH` days that hold a day of the saying or one beside it; none where it may be of any
    day, or of very many."""
    if one.days is None or one.days.first is None or one.days.last is None:
        return ()
    first, last = ((day + beside) // _MONTH for day, beside in ((one.days.first, -1), (one.days.last, 1)))
    return tuple(f"{month:x}|" for month in range(first, last + 1)) if last - first < _MOST_MONTHS else ()


def compare(left: Saying, right: Saying, lore: Lore) -> Link | None:
    """Whether one saying is given to the same speaker; symmetric. None where it is not one saying, or of
    another time."""
    if left.id > right.id:
        left, right = right, left
    if not left.shingles or not right.shingles:
        return None
    alike = len(left.shingles & right.shingles) / min(len(left.shingles), len(right.shingles))
    if alike < CLOSE or (left.days and right.days and left.days.gap(right.days) > 1):
        return None
    speakers = _speakers(left.row.assertion, right.row.assertion)
    content = _content(left.row.assertion, right.row.assertion, alike)
    verdict: Verdict = "same" if alike >= ONE and speakers.finding == "one" else "possible"
    if speakers.finding == "differ" and content != "retold":
        verdict = "contradiction" if content == "one" else "tension"
    elif speakers.finding == "two-persons" and content == "one":
        verdict = "tension"
    found = [Found("content", content), speakers]
    reasons = features(found, lore.comparing.claims)
    return Link("statement", left.id, right.id, verdict, round(alike, 4), reasons, STEP)


def _content(left: Statement, right: Statement, alike: float) -> str:
    """Only direct speech is somebody's own words; two who tell of one event say much the same."""
    if not (left.quoted and right.quoted):
        return "retold"
    return "one" if alike >= ONE else "close"


def _speakers(left: Statement, right: Statement) -> Found:
    like: str = likeness(left.speakers, right.speakers)
    if like != "other":
        like = "unclear" if like == "unstated" else like
        like = "two-persons" if like == "kin" and _two_persons(left, right) else like
        return actors.found("speakers", like, party(left.speakers), party(right.speakers))
    relayed = _among(left.speakers, right.chain) or _among(right.speakers, left.chain)
    press = all(_press(a) for a in left.speakers) or all(_press(a) for a in right.speakers)
    finding = "relayed" if relayed or press else "differ"
    return actors.found("speakers", finding, party(left.speakers), party(right.speakers))


def _two_persons(left: Statement, right: Statement) -> bool:
    """Whether each is given to one person known by name, and not the same one; of one side though they be."""
    named = [[a.entity for a in s.speakers if (a.entity or "").startswith("person/")] for s in (left, right)]
    relayed = _among(left.speakers, right.chain) or _among(right.speakers, left.chain)
    return [len(one) for one in named] == [1, 1] and named[0] != named[1] and not relayed


def _among(speakers: tuple[Actor, ...], chain: tuple[Actor, ...]) -> bool:
    return any(pair(a, b) in ("one", "kin") for a in speakers for b in chain)


def _press(actor: Actor) -> bool:
    """A medium, which tells what others said."""
    return (actor.code or "").endswith(".MED")
