"""The names of the packs as one index over folded words: what each name may stand for."""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from functools import lru_cache
from typing import Literal

from hudna.model.annotations import Precision
from hudna.model.frozen import frozen
from hudna.packs.schema import ActorEntry, Country, Names, Office, OutletEntry, Pack, PlaceEntry
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Token

Kind = Literal["country", "capital", "people", "person", "organisation", "group", "role", "outlet", "place"]

PRECISION: dict[str, Precision] = {
    "region": "region", "governorate": "area", "district": "area", "subdistrict": "area", "area": "area",
    "country": "country", "river": "area", "road": "area", "sea": "region", "mountain": "area",
}  # fmt: skip


@frozen
class Named:
    """One thing a name stands for. `country` is ISO alpha-3; `context` holds folded words of which one must
    stand in the text when `short`."""

    kind: Kind
    entity: str
    code: str | None
    country: str | None
    name_ar: str
    name_en: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    weak: bool = False
    short: bool = False
    context: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@frozen
class NameIndex:
    """Names by their first folded word, and the nationality adjectives.

    `openings` gives the readings (clitics, word) of a folded word that some name begins with. `roaming` are
    the countries a group may be of whose code is that of the first.
    """

    by_first: dict[str, "Opening"]
    openings: Callable[[str], tuple[tuple[str, str], ...]]
    adjectives: dict[str, Named]
    role_adjectives: dict[str, Named]
    countries: dict[str, Named]
    office_holders: dict[tuple[str, str], tuple[tuple[Office, Named], ...]]
    roaming: dict[str, tuple[str, ...]]

    def adjective(self, norm: str) -> Named | None:
        """Whose nationality a folded word tells, «و» before it or not."""
        return self.adjectives.get(norm) or (self.adjectives.get(norm[1:]) if norm[:1] == "و" else None)

    def longest(self, tokens: Sequence[Token], i: int, first: str) -> tuple[int, tuple[Named, ...]]:
        """The longest name at token `i` read as `first`: its length in tokens (0 for none), its meanings."""
        opening = self.by_first.get(first)
        if opening is None:
            return 0, ()
        if opening.longer and i + 1 < len(tokens):
            for words, meanings in opening.longer.get(tokens[i + 1].norm, ()):
                last = i + len(words) - 1
                if last >= len(tokens) or tokens[last].sentence != tokens[i].sentence:
                    continue
                if all(tokens[i + k].norm == words[k] for k in range(2, len(words))):
                    return len(words), meanings
        return (1, opening.alone) if opening.alone else (0, ())


@frozen
class Opening:
    """What a first word may begin: itself, and names of more words by their second, longest first.

    The second word is the key because a thousand names begin with «كفر» or «عبد».
    """

    alone: tuple[Named, ...]
    longer: dict[str, tuple[tuple[tuple[str, ...], tuple[Named, ...]], ...]]


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """Folded forms of a nationality adjective given as masculine singular («روسي»), with and without «ال»."""
    base = fold(adjective)
    bare = [base + ending for ending in ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "ا", "ي")]
    return tuple(bare + ["ال" + form for form in bare])


def index_names(pack: Pack) -> NameIndex:
    """Index everything a pack names."""
    rows: dict[tuple[str, ...], list[Named]] = {}

    def add(spellings: Iterable[str], named: Named) -> None:
        for spelling in spellings:
            words = tuple(_words(spelling))
            if words and named not in rows.setdefault(words, []):
                rows[words].append(named)

    adjectives: dict[str, Named] = {}
    of_roles: dict[str, Named] = {}
    countries: dict[str, Named] = {}
    for country in pack.countries:
        named = _country(country)
        countries[country.iso3] = named
        add(country.names.ar, named)
        add((*country.people, *(p + "ا" for p in country.people)), _variant(named, "people"))
        add(tuple("ال" + p for p in country.people), _variant(named, "people"))
        if country.capital:
            add(country.capital.ar, _capital(country, country.capital))
        for adjective in country.adjective:
            for form in adjective_forms(adjective):
                adjectives.setdefault(form, named)
    # «روسيا» is also how «روسياً» is folded: the state's name is the commoner by far.
    for country in pack.countries:
        for name in country.names.ar:
            adjectives.pop(fold(name), None)
    holders: dict[tuple[str, str], list[tuple[Office, Named]]] = {}
    for actor in pack.actors:
        named = _actor(actor)
        add(actor.names.ar, named)
        add(actor.short, _actor(actor, short=True))
        for adjective in actor.adjective:
            for form in adjective_forms(adjective):
                adjectives.setdefault(form, named)
        for adjective in actor.short_adjective:
            for form in adjective_forms(adjective):
                adjectives.setdefault(form, _actor(actor, short=True))
        for adjective in actor.role_adjective:
            of_roles.update(dict.fromkeys(adjective_forms(adjective), named))
        for office in actor.offices:
            holders.setdefault((office.office, office.country), []).append((office, named))
    for outlet in pack.outlets:
        add(outlet.names.ar, _outlet(outlet))
    for place in pack.places:
        add(_with_joined(place.names.ar), named_place(place))
    by_first = _openings_of(rows)
    return NameIndex(
        by_first,
        openings(by_first),
        adjectives,
        of_roles,
        countries,
        {key: tuple(found) for key, found in holders.items()},
        {actor.code: (actor.code.split(".")[0], *actor.roams) for actor in pack.actors if actor.roams},
    )


def _openings_of(rows: dict[tuple[str, ...], list[Named]]) -> dict[str, Opening]:
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], tuple[Named, ...]]]]] = {}
    for words, meanings in rows.items():
        seconds = longer.setdefault(words[0], {})
        if len(words) > 1:
            seconds.setdefault(words[1], []).append((words, tuple(meanings)))
    return {
        first: Opening(
            tuple(rows.get((first,), ())),
            {second: tuple(sorted(found, key=lambda f: -len(f[0]))) for second, found in seconds.items()},
        )
        for first, seconds in longer.items()
    }


def openings(first_words: Container[str]) -> Callable[[str], tuple[tuple[str, str], ...]]:
    """A look-up of the readings of a written word that are in `first_words`; keeps the words used most."""
    return lru_cache(maxsize=50_000)(lambda norm: tuple(r for r in leads(norm) if r[1] in first_words))


def _with_joined(names: Sequence[str]) -> tuple[str, ...]:
    """Names with those of «أبو …» also as they are often written, in one word: «معسكر أبوشوك»."""
    joined = (re.sub(r"\bأبو ", "أبو", name) for name in names)
    return tuple(dict.fromkeys((*names, *joined)))


def _words(spelling: str) -> list[str]:
    """A name as the tokeniser would cut it; marks inside a name («أ.ف.ب») are tokens of their own."""
    spaced = "".join(c if c.isalnum() or c.isspace() else f" {c} " for c in fold(spelling))
    return spaced.split()


def _country(country: Country) -> Named:
    return Named(
        "country", country.id, country.iso3, country.iso3, country.names.ar[0], country.names.en,
        country.lat, country.lon, "country",
    )  # fmt: skip


def _variant(named: Named, kind: Kind) -> Named:
    return Named(
        kind, named.entity, named.code, named.country, named.name_ar, named.name_en,
        named.lat, named.lon, named.precision,
    )  # fmt: skip


def _capital(country: Country, capital: Names) -> Named:
    return Named(
        "capital", f"{country.id}/capital", country.iso3, country.iso3, capital.ar[0], capital.en,
        country.capital_lat, country.capital_lon, "point",
    )  # fmt: skip


def _actor(actor: ActorEntry, short: bool = False) -> Named:
    country = actor.code.split(".")[0]
    return Named(
        actor.type, actor.id, actor.code, country if len(country) == 3 and country.isupper() else None,
        actor.names.ar[0], actor.names.en, short=short, context=tuple(map(fold, actor.context)),
        offices=actor.offices,
    )  # fmt: skip


def _outlet(outlet: OutletEntry) -> Named:
    return Named(
        "outlet", outlet.id, outlet.code, outlet.code.split(".")[0], outlet.names.ar[0], outlet.names.en
    )


def named_place(place: PlaceEntry) -> Named:
    """A place as what its names stand for."""
    return Named(
        "place", place.id, None, place.country, place.names.ar[0], place.names.en, place.lat, place.lon,
        PRECISION.get(place.kind, "point"), weak=place.ambiguous,
    )  # fmt: skip
