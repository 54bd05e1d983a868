"""What the annotating steps say about a text: stretches, restored words, times, names, quantities.

Every `start` and `end` is an index into the text as published, `end` exclusive.
"""

from dataclasses import dataclass
from typing import Literal

SegmentKind = Literal["title", "heading", "paragraph", "furniture"]
MentionType = Literal["person", "organisation", "group", "country", "place", "role"]
Precision = Literal["point", "area", "region", "country"]

DATELINE = "dateline"
"""The `lead` of the town a report was filed from, which is the place of nothing it tells."""
PROVISIONAL = "provisional/"
"""How the id begins of what no pack names; see hudna.annotate.provisional."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text as published."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the layout: title, heading, paragraph or furniture (menus, read-also links, …)."""

    start: int
    end: int
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Restoration:
    """A word broken up to slip past moderation: `surface` as published, `restored` as meant."""

    start: int
    end: int
    surface: str
    restored: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression.

    `timex` is what the words alone say (TIMEX3 value); `date` is EDTF, or None where the anchor is not
    known; `how` is a short reason in English (weekday of dateline, dual month, relative, …).
    """

    start: int
    end: int
    text: str
    timex: str
    date: str | None
    how: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or description of one actor or place.

    Words that stand for two («الرئيسان التركي والروسي») give two mentions over the same words. `entity` is
    an id of a pack, a provisional one or None; `code` the actor code (`RUS.MIL`) or None; `first` and `last`
    are the indices of its first and last token in the reading (`last` exclusive). `lead` is the preposition
    that governs it, a conjunction before it included («ب», «ول», «من», «و»; "" for none); "adj" marks a
    nationality adjective of another noun («الهجوم الروسي»), which may tell a doer and is never a subject;
    "dateline" the town a report was filed from.
    Coordinates are WGS 84 degrees.
    """

    start: int
    end: int
    text: str
    type: MentionType
    entity: str | None
    code: str | None
    name_ar: str | None
    name_en: str | None
    first: int
    last: int
    lead: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or number word with its bound: `lower`..`upper`, `upper` None where open.

    Numbers with no value («عدداً كبيراً») have `lower` and `upper` None. `first` and `last` are token indices
    of number and bound words (`last` exclusive); `noun` is the index of the counted noun's token, or None;
    for a dual («قتيلان») the noun is the number. `unit` is the counted noun's lemma in a lexicon, or None.
    """

    start: int
    end: int
    text: str
    lower: float | None
    upper: float | None
    bound: str
    first: int
    last: int
    noun: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom the page says the whole report is from: «(رويترز)», «المصدر: الأناضول», «دمشق – سانا».

    `entity` and `code` are a pack's. «وكالات» credits somebody and names nobody: neither entity nor names.
    """

    start: int
    end: int
    text: str
    entity: str | None = None
    code: str | None = None
    name_ar: str | None = None
    name_en: str | None = None


@dataclass(frozen=True, slots=True)
class Abstention:
    """Something seen and not resolved, with the stage that gave up and why."""

    stage: str
    reason: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything the annotating steps found in one text, each tuple in order of `start`.

    `persons` are names of persons no pack knows, told by their form: what pages hide and records ignore.
    """

    segments: tuple[Segment, ...] = ()
    restorations: tuple[Restoration, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    persons: tuple[Span, ...] = ()
    credits: tuple[Credit, ...] = ()
