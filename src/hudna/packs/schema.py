"""What a pack may say: countries, actors with dated offices, places, agreements, outlets.

A pack is a folder of YAML files named after the classes here (`countries.yaml`, `actors.yaml`,
`places.yaml`, `agreements.yaml`, `outlets.yaml`); each file is optional, and files such as
`places-gazetteer.tsv` add to the one they are named after. Arabic names are written as they are published;
matching folds spelling (hamza, ta marbuta, vowels) and tries clitics, so only truly different spellings need
listing.
"""

from typing import Literal

from hudna.model.frozen import frozen

ActorType = Literal["person", "organisation", "group", "role"]
PlaceKind = Literal[
    "village", "town", "city", "neighbourhood", "camp", "base", "crossing", "district", "subdistrict",
    "governorate", "region", "area", "river", "road", "sea", "mountain", "country",
]  # fmt: skip
TermType = Literal[
    "ceasefire", "demilitarised-zone", "de-escalation-zone", "withdrawal-of-weapons", "withdrawal-of-forces",
    "aid-access", "patrols", "observation-posts", "prisoner-exchange", "open-roads", "political-process",
    "other",
]  # fmt: skip


@frozen
class Names:
    """Spellings of one name: the first Arabic one is shown, all are matched."""

    ar: tuple[str, ...]
    en: str


@frozen
class Country:
    """A state. `adjective` lists the masculine singular without «ال» («روسي»); feminine and sound plurals are
    derived; broken plurals («روس», «أكراد») go into `people`. The capital stands for the government. `box`
    is (south, west, north, east) in degrees with a margin, for checking coordinates only."""

    id: str
    iso3: str
    names: Names
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: Names | None = None
    lat: float | None = None
    lon: float | None = None
    capital_lat: float | None = None
    capital_lon: float | None = None
    box: tuple[float, ...] = ()


@frozen
class Office:
    """An office held: `office` is a key of lexicon/ar/roles.yaml (president, foreign-minister, …).

    `country` is an ISO alpha-3 code, or an actor code where the office is not a state's (`IGO.UN`,
    `LBN.HEZ`); `of` names the part it belongs to (`foreign-ministry`, `defence-ministry`, `army`,
    `presidency`, `government`, …) where the office alone leaves several; `to` is the country an envoy or
    ambassador is sent to (or `IGO.UN`).
    """

    office: str
    country: str
    since: str | None = None
    until: str | None = None
    of: str | None = None
    to: str | None = None


@frozen
class ActorEntry:
    """A person, body or armed group with an actor code; `short` are names that need another clue or the
    full name earlier in the text («الأسد» alone, «المرصد»); `roams`: other countries in which a group of
    one name fights, whose code it then bears; `context` are words one of which must stand in
    the text for `short` to count; `adjective` as in Country («حوثي»); `short_adjective` needs a clue like
    `short` («معادٍ»); `role_adjective` counts only after a noun for somebody («المبعوث الأممي»)."""

    id: str
    type: ActorType
    names: Names
    code: str
    short: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    short_adjective: tuple[str, ...] = ()
    role_adjective: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    seat: str | None = None
    roams: tuple[str, ...] = ()
    note: str | None = None


@frozen
class PlaceEntry:
    """A place. `within` is the id of the next larger place; coordinates are WGS 84 degrees; `ambiguous` marks
    names that are common words too and need a place word («بلدة», «في») before them; `covers` are ids that
    make up an area drawn by an accord or by usage, which lies across what `within` can say."""

    id: str
    kind: PlaceKind
    names: Names
    country: str
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int | None = None
    ambiguous: bool = False
    covers: tuple[str, ...] = ()


@frozen
class Term:
    """One thing an agreement provides for; `binds` are actor codes, empty for all parties."""

    type: TermType
    text: str
    binds: tuple[str, ...] = ()


@frozen
class Variant:
    """Another date that a party gives for an accord: `of` says which date of the entry it differs from, `by`
    is the actor code of who gives it."""

    date: str
    of: Literal["signed", "effective", "ended"]
    by: str | None = None
    note: str | None = None


@frozen
class AgreementEntry:
    """An accord. `cues` are words that name it in prose («اتفاق سوتشي»); dates are EDTF, `ended` only where
    an accord ran out or was given up for all to see."""

    id: str
    names: Names
    parties: tuple[str, ...]
    signed: str | None = None
    effective: str | None = None
    ended: str | None = None
    guarantors: tuple[str, ...] = ()
    place: str | None = None
    zone: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    source: str | None = None
    variants: tuple[Variant, ...] = ()


@frozen
class OutletEntry:
    """A publisher or agency: `code` is an actor code such as `RUS.MED`."""

    id: str
    names: Names
    code: str
    kind: Literal["agency", "newspaper", "broadcaster", "website", "channel", "monitor", "sample"]
    domains: tuple[str, ...] = ()


@frozen
class Pack:
    """All entries of the packs that were loaded, in load order."""

    names: tuple[str, ...] = ()
    countries: tuple[Country, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    agreements: tuple[AgreementEntry, ...] = ()
    outlets: tuple[OutletEntry, ...] = ()
