"""Checking packs and lexicons before they are used: every problem with file, line and what to do about it.

`check_pack` reads one folder against itself and the packs that come with the program, `check_all` reads
those packs together, `check_lexicons` the word lists. Nothing is raised for what a file holds; it becomes a
Problem.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from hudna.model.edtf import is_edtf, window
from hudna.model.frozen import frozen
from hudna.packs.entries import Problem, check_placed, read_nodes
from hudna.packs.load import pack_files, pack_names
from hudna.packs.schema import ActorEntry, AgreementEntry, Country, Names, OutletEntry, PlaceEntry
from hudna.text.normalise import fold

SORTS: tuple[tuple[str, type[Any]], ...] = (
    ("countries", Country),
    ("actors", ActorEntry),
    ("places", PlaceEntry),
    ("agreements", AgreementEntry),
    ("outlets", OutletEntry),
)
OFFICES = (
    "president", "vice-president", "prime-minister", "foreign-minister", "defence-minister",
    "interior-minister", "justice-minister", "king", "crown-prince", "emir", "sultan", "speaker",
    "army-chief", "envoy", "ambassador", "secretary-general", "spokesperson", "party-leader", "commander",
)  # fmt: skip
BODIES = frozenset(("IGO", "NGO", "IMG"))
"""First parts of codes that name no country: bodies of states, private bodies, groups of no one country."""
NO_COUNTRY = "XXX"
LOADED = (
    "نظام", "النظام", "ميليشيا", "مليشيا", "ميليشيات", "مليشيات", "عصابات", "العصابة", "مرتزقة", "الإرهابية",
    "الإرهابيين", "الاحتلال", "العدو", "العدوان", "فلول", "البائد", "المخلوع", "المتمردين", "الانقلابيين",
)  # fmt: skip
_CODE = re.compile(r"[A-Z]{3}(\.[A-Z0-9]+(-[A-Z0-9]+)*)?")
_ID = re.compile(r"[a-z]+(/[a-z0-9-]+)+")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_NOTES = ("README.md",)


@frozen
class _At:
    """One entry and where it stands."""

    file: str
    line: int
    entry: Any

    def problem(self, message: str, remedy: str) -> Problem:
        return Problem(self.file, self.line, message, remedy)


@dataclass(slots=True)
class _Read:
    """What the files of one or several folders hold, by sort, and the problems met on the way."""

    entries: dict[str, list[_At]] = field(default_factory=lambda: {stem: [] for stem, _ in SORTS})
    problems: list[Problem] = field(default_factory=list)

    def every(self) -> Iterator[_At]:
        for found in self.entries.values():
            yield from found


@frozen
class _Known:
    """What entries may refer to: countries by ISO code, places by id."""

    countries: dict[str, Country]
    places: dict[str, PlaceEntry]


def check_pack(folder: Path | Traversable) -> tuple[Problem, ...]:
    """The problems of one folder, whose entries may refer to the packs that come with the program."""
    own = _read([folder])
    others = _read([f for f in _shipped() if str(f) != str(folder)])
    return tuple(_judge(own, others))


def check_all() -> tuple[Problem, ...]:
    """The problems of all packs that come with the program, taken together."""
    return tuple(_judge(_read(_shipped()), _Read()))


def check_lexicons(folder: Path | Traversable | None = None) -> tuple[Problem, ...]:
    """The problems of lexicon files as YAML lists of mappings; each step checks its own keys on loading."""
    chosen = folder or files("hudna.packs") / "lexicon" / "ar"
    found: list[Problem] = []
    for path in sorted(chosen.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            found.extend(_lexicon(path))
        elif path.name not in _NOTES and not path.name.startswith("__"):
            found.append(Problem(str(path), 1, "is no lexicon", "name it «….yaml» or move it elsewhere"))
    return tuple(found)


def _shipped() -> list[Path | Traversable]:
    data = files("hudna.packs") / "data"
    return [data / name for name in pack_names()]


def _read(folders: Iterable[Path | Traversable]) -> _Read:
    read = _Read()
    for folder in folders:
        known: set[str] = set(_NOTES)
        for stem, cls in SORTS:
            for path in pack_files(folder, stem):
                known.add(path.name)
                read.problems.extend(_tabs(path))
                good, bad = check_placed(path, cls)
                read.problems.extend(bad)
                read.entries[stem].extend(_At(str(path), line, entry) for line, entry in good)
        read.problems.extend(_strangers(folder, known))
    return read


def _strangers(folder: Path | Traversable, known: set[str]) -> Iterator[Problem]:
    wanted = ", ".join(f"{stem}.yaml" for stem, _ in SORTS)
    names = sorted(p.name for p in folder.iterdir())
    if not set(names) & known:
        yield Problem(str(folder), 1, "holds no file of a pack", f"add one of: {wanted}")
    for name in names:
        if name not in known and not name.startswith((".", "__")):
            yield Problem(str(folder / name), 1, "is no file of a pack", f"name it one of: {wanted}")


def _tabs(path: Path | Traversable) -> Iterator[Problem]:
    if not path.name.endswith(".yaml"):
        return
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return  # reading the entries reports it
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield Problem(str(path), number, "holds a tab", "use spaces")


def _lexicon(path: Path | Traversable) -> Iterator[Problem]:
    try:
        text = path.read_text(encoding="utf-8")
        for line, read in read_nodes(text):
            if not isinstance(read(), dict):
                yield Problem(str(path), line, "entry is no mapping", "write it as «key: value» lines")
    except UnicodeDecodeError:
        yield Problem(str(path), 1, "is not UTF-8", "save the file as UTF-8")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        yield Problem(
            str(path), line, getattr(error, "problem", None) or "is not YAML", "mend the YAML there"
        )
    except ValueError as error:
        yield Problem(str(path), 1, str(error), getattr(error, "remedy", "mend the file"))
    yield from _tabs(path)


def _judge(own: _Read, others: _Read) -> list[Problem]:
    """Every problem of `own`, in order of file and line; `others` only gives what may be referred to."""
    known = _Known(
        {at.entry.iso3: at.entry for read in (others, own) for at in read.entries["countries"]},
        {at.entry.id: at.entry for read in (others, own) for at in read.entries["places"]},
    )
    found = list(own.problems)
    found += _ids(own, others)
    for at in own.every():
        found += _CHECKS[type(at.entry)](at, known)
        found += _names(at, at.entry.names)
    found += _spellings(own, others)
    found += _cues(own, others)
    return sorted(set(found), key=lambda p: (p.file, p.line, p.message))


def _ids(own: _Read, others: _Read) -> Iterator[Problem]:
    seen = {at.entry.id: at for at in others.every()}
    for at in own.every():
        if not _ID.fullmatch(at.entry.id):
            yield at.problem(f"id «{at.entry.id}» is malformed", "write it like «place/sy/idlib»")
        first = seen.setdefault(at.entry.id, at)
        if first is not at:
            yield at.problem(
                f"id «{at.entry.id}» stands also at {first.file}:{first.line}", "give it an id of its own"
            )


def _names(at: _At, names: Names) -> Iterator[Problem]:
    spelled = [*names.ar, *getattr(at.entry, "short", ()), *getattr(at.entry, "cues", ())]
    if not names.ar:
        yield at.problem(f"«{at.entry.id}» has no Arabic name", "write at least one under «names: {ar: […]}»")
    if not names.en.strip() or any(not fold(name).strip() for name in spelled):
        yield at.problem(f"«{at.entry.id}» has an empty name", "write it out or take it away")
    if isinstance(at.entry, ActorEntry) and names.ar:
        loaded = [word for word in names.ar[0].split() if word in LOADED]
        if loaded and not at.entry.note:
            yield at.problem(
                f"«{names.ar[0]}», the name shown, holds the loaded word «{loaded[0]}»",
                "put a neutral name first, the loaded one after it",
            )


def _country(at: _At, known: _Known) -> Iterator[Problem]:
    entry: Country = at.entry
    if not re.fullmatch(r"[A-Z]{3}", entry.iso3):
        yield at.problem(f"«iso3: {entry.iso3}» is no country code", "write three capital letters (SYR)")
    yield from _point(at, entry.lat, entry.lon, "")
    yield from _point(at, entry.capital_lat, entry.capital_lon, "capital_")
    if entry.box and (len(entry.box) != 4 or entry.box[0] >= entry.box[2] or entry.box[1] >= entry.box[3]):
        yield at.problem("«box» is no rectangle", "write [south, west, north, east] in degrees")


def _actor(at: _At, known: _Known) -> Iterator[Problem]:
    entry: ActorEntry = at.entry
    yield from _code(at, entry.code, known)
    if entry.seat is not None and entry.seat not in known.places:
        yield at.problem(f"«seat: {entry.seat}» is no place of a pack", "give the id of a place")
    for word in entry.context:
        if " " in word.strip():
            yield at.problem(f"context «{word}» is several words", "give single words")
    if entry.context and not entry.short:
        yield at.problem("«context» stands without «short»", "add the short names it is for")
    for office in entry.offices:
        if office.office not in OFFICES:
            yield at.problem(f"«office: {office.office}» is not known", f"use one of: {', '.join(OFFICES)}")
        yield from _code(at, office.country, known)
        if office.to is not None:
            yield from _code(at, office.to, known)
        yield from _dates(at, since=office.since, until=office.until)


def _place(at: _At, known: _Known) -> Iterator[Problem]:
    entry: PlaceEntry = at.entry
    if entry.country != NO_COUNTRY and entry.country not in known.countries:
        yield at.problem(
            f"«country: {entry.country}» is no country of a pack",
            "give the code of one (SYR), or XXX for several",
        )
    if entry.within is not None and entry.within not in known.places:
        yield at.problem(f"«within: {entry.within}» is no place of a pack", "give the id of a larger place")
    elif _circular(entry, known.places):
        yield at.problem(f"«within: {entry.within}» leads back to this place", "name a larger place")
    for part in entry.covers:
        if part not in known.places:
            yield at.problem(f"«covers: {part}» is no place of a pack", "give ids of places of the packs")
    yield from _point(at, entry.lat, entry.lon, "")
    country = known.countries.get(entry.country)
    if country and country.box and entry.lat is not None and entry.lon is not None:
        south, west, north, east = country.box
        if not (south <= entry.lat <= north and west <= entry.lon <= east):
            yield at.problem(
                f"{entry.lat}, {entry.lon} lies outside {country.names.en}", "mend «lat», «lon» or «country»"
            )


def _circular(entry: PlaceEntry, places: dict[str, PlaceEntry]) -> bool:
    seen = {entry.id}
    above = entry.within
    while above is not None and above in places:
        if above in seen:
            return True
        seen.add(above)
        above = places[above].within
    return False


def _agreement(at: _At, known: _Known) -> Iterator[Problem]:
    entry: AgreementEntry = at.entry
    codes = [*entry.parties, *entry.guarantors, *(code for term in entry.terms for code in term.binds)]
    codes += [variant.by for variant in entry.variants if variant.by]
    for code in dict.fromkeys(codes):
        yield from _code(at, code, known)
    if not entry.parties:
        yield at.problem(f"«{entry.id}» has no parties", "give the codes of those it binds")
    for place in (*entry.zone, *([entry.place] if entry.place else [])):
        if place not in known.places and place not in known.countries:
            yield at.problem(f"«{place}» is no place of a pack", "give the id of a place or a country's code")
    yield from _dates(at, signed=entry.signed, ended=entry.ended)
    yield from _dates(at, effective=entry.effective, ended=entry.ended)
    for variant in entry.variants:
        yield from _dates(at, date=variant.date)


def _outlet(at: _At, known: _Known) -> Iterator[Problem]:
    entry: OutletEntry = at.entry
    yield from _code(at, entry.code, known)
    for domain in entry.domains:
        if not _DOMAIN.fullmatch(domain):
            yield at.problem(f"«{domain}» is no domain", "write it like «example.org», in small letters")


def _code(at: _At, code: str, known: _Known) -> Iterator[Problem]:
    country = code.split(".")[0]
    if not _CODE.fullmatch(code):
        yield at.problem(f"«{code}» is no actor code", "write it like SYR.MIL, IGO.UN or NGO.SNHR")
    elif country not in known.countries and country not in BODIES:
        yield at.problem(f"«{code}» names no country of a pack", "use an ISO 3166 code, IGO, NGO or IMG")


def _point(at: _At, lat: float | None, lon: float | None, of: str) -> Iterator[Problem]:
    if (lat is None) != (lon is None):
        yield at.problem(f"«{of}lat» and «{of}lon» do not stand together", "give both or neither")
    if (lat is not None and not -90 <= lat <= 90) or (lon is not None and not -180 <= lon <= 180):
        yield at.problem(
            f"{lat}, {lon} is no point of the earth", "write latitude, then longitude, in degrees"
        )


def _dates(at: _At, **dates: str | None) -> Iterator[Problem]:
    """Each date must be EDTF, and the first may not lie wholly after the second."""
    given = [(key, date) for key, date in dates.items() if date is not None]
    for key, date in given:
        if not is_edtf(date):
            yield at.problem(
                f"«{key}: {date}» is no date", "write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm"
            )
    if len(given) == 2 and all(is_edtf(date) for _, date in given):
        (first, begun), (last, over) = given
        earliest, latest = window(begun).earliest, window(over).latest
        if earliest is not None and latest is not None and earliest > latest:
            yield at.problem(f"«{first}: {begun}» is after «{last}: {over}»", "swap or mend them")


def _spellings(own: _Read, others: _Read) -> Iterator[Problem]:
    """Two entries with one spelling cannot be told apart. Places of different countries can (by the report's
    country), and places marked ambiguous are weaker than any other name."""
    seen: dict[str, list[_At]] = {}
    for read, report in ((others, False), (own, True)):
        for at in read.every():
            if isinstance(at.entry, AgreementEntry):
                continue
            for key in dict.fromkeys(" ".join(fold(name).split()) for name in at.entry.names.ar):
                for other in seen.setdefault(key, []):
                    if report and _clash(at.entry, other.entry):
                        yield at.problem(
                            f"«{key}» is also a name of {other.entry.id} ({other.file}:{other.line})",
                            "take it from one, write a longer name, or mark the place «ambiguous: true»",
                        )
                seen[key].append(at)


def _clash(one: Any, other: Any) -> bool:
    if one.id == other.id:
        return False
    if isinstance(one, PlaceEntry) and isinstance(other, PlaceEntry):
        return one.country == other.country and not (one.ambiguous and other.ambiguous)
    return not any(isinstance(e, PlaceEntry) and e.ambiguous for e in (one, other))


def _cues(own: _Read, others: _Read) -> Iterator[Problem]:
    seen: dict[str, _At] = {}
    for read, report in ((others, False), (own, True)):
        for at in read.entries["agreements"]:
            for key in {fold(cue) for cue in (*at.entry.names.ar, *at.entry.cues)}:
                first = seen.setdefault(key, at)
                if report and first.entry.id != at.entry.id:
                    yield at.problem(
                        f"«{key}» also names {first.entry.id} ({first.file}:{first.line})",
                        "keep it with the accord it usually means",
                    )


_CHECKS: dict[type[Any], Callable[[_At, _Known], Iterator[Problem]]] = {
    Country: _country,
    ActorEntry: _actor,
    PlaceEntry: _place,
    AgreementEntry: _agreement,
    OutletEntry: _outlet,
}
