"""What the packs that come with the program know: spot checks of facts from the public record."""

import math
import re

import pytest

from hudna.model.edtf import window
from hudna.packs.load import load_pack, pack_names
from hudna.packs.schema import ActorEntry, AgreementEntry, Country, Pack, PlaceEntry
from hudna.text.normalise import fold

SETTLEMENTS = ("city", "town", "village")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def states(pack: Pack) -> dict[str, Country]:
    return {c.iso3: c for c in pack.countries}


@pytest.fixture(scope="module")
def accords(pack: Pack) -> dict[str, AgreementEntry]:
    return {a.id: a for a in pack.agreements}


def holders(pack: Pack, office: str, country: str, day: str) -> set[str]:
    at = window(day).earliest
    assert at is not None
    found = set()
    for actor in pack.actors:
        for held in actor.offices:
            since = window(held.since).earliest if held.since else None
            until = window(held.until).latest if held.until else None
            in_term = (since is None or since <= at) and (until is None or at < until)
            if held.office == office and held.country == country and held.since and in_term:
                found.add(actor.names.en)
    return found


def test_world_comes_first() -> None:
    assert pack_names()[0] == "world"
    assert {"syria", "yemen", "libya", "sudan", "palestine-israel", "lebanon", "iraq"} < set(pack_names())


def test_every_state_is_there(states: dict[str, Country]) -> None:
    assert len(states) >= 195
    assert {"PSE", "XKX", "TWN", "ESH", "SSD"} <= set(states)


@pytest.mark.parametrize(
    ("iso3", "name", "adjective", "capital"),
    [
        ("USA", "أميركا", "أميركي", "واشنطن"),
        ("RUS", "روسيا", "روسي", "موسكو"),
        ("TUR", "تركيا", "تركي", "أنقرة"),
        ("SYR", "سورية", "سوري", "دمشق"),
        ("GBR", "المملكة المتحدة", "بريطاني", "لندن"),
        ("SAU", "المملكة العربية السعودية", "سعودي", "الرياض"),
        ("IRN", "إيران", "إيراني", "طهران"),
        ("DEU", "ألمانيا", "ألماني", "برلين"),
        ("LBY", "ليبيا", "ليبي", "طرابلس"),
        ("DZA", "الجزائر", "جزائري", "العاصمة الجزائرية"),
    ],
)
def test_names_of_states(
    states: dict[str, Country], iso3: str, name: str, adjective: str, capital: str
) -> None:
    state = states[iso3]
    assert name in state.names.ar
    assert adjective in state.adjective
    assert state.capital is not None
    assert capital in state.capital.ar


@pytest.mark.parametrize("word", ["مالي", "بنين", "مسقط", "صوفيا", "تونس العاصمة الأولى", "ليما"])
def test_common_words_are_no_names_of_states(pack: Pack, word: str) -> None:
    names = {fold(n) for c in pack.countries for n in (*c.names.ar, *(c.capital.ar if c.capital else ()))}
    assert fold(word) not in names


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("president", "RUS", "2012-01-15", "Dmitry Medvedev"),
        ("president", "RUS", "2020-02-21", "Vladimir Putin"),
        ("foreign-minister", "RUS", "2020-02-21", "Sergey Lavrov"),
        ("defence-minister", "RUS", "2020-02-21", "Sergei Shoigu"),
        ("defence-minister", "RUS", "2025-01-01", "Andrei Belousov"),
        ("president", "TUR", "2014-08-01", "Abdullah Gül"),
        ("president", "TUR", "2020-02-21", "Recep Tayyip Erdoğan"),
        ("foreign-minister", "TUR", "2020-02-21", "Mevlüt Çavuşoğlu"),
        ("foreign-minister", "TUR", "2024-02-21", "Hakan Fidan"),
        ("defence-minister", "TUR", "2020-02-21", "Hulusi Akar"),
        ("president", "USA", "2020-02-21", "Donald Trump"),
        ("president", "USA", "2023-02-21", "Joe Biden"),
        ("foreign-minister", "USA", "2020-02-21", "Mike Pompeo"),
        ("president", "IRN", "2020-02-21", "Hassan Rouhani"),
        ("president", "SYR", "2020-02-21", "Bashar al-Assad"),
        ("president", "SYR", "2025-06-01", "Ahmed al-Sharaa"),
        ("foreign-minister", "SYR", "2019-01-01", "Walid Muallem"),
        ("foreign-minister", "SYR", "2025-06-01", "Asaad al-Shaibani"),
        ("prime-minister", "ISR", "2022-08-01", "Yair Lapid"),
        ("prime-minister", "DEU", "2020-02-21", "Angela Merkel"),
        ("president", "FRA", "2020-02-21", "Emmanuel Macron"),
        ("prime-minister", "GBR", "2020-02-21", "Boris Johnson"),
        ("king", "SAU", "2020-02-21", "Salman bin Abdulaziz"),
        ("prime-minister", "LBY", "2020-02-21", "Fayez al-Serraj"),
        ("prime-minister", "IRQ", "2020-02-21", "Adil Abdul-Mahdi"),
        ("president", "LBN", "2025-02-01", "Joseph Aoun"),
        ("president", "YEM", "2021-02-21", "Abdrabbuh Mansur Hadi"),
        ("secretary-general", "IGO.UN", "2020-02-21", "António Guterres"),
        ("secretary-general", "LBN.HEZ", "2024-01-01", "Hassan Nasrallah"),
    ],
)
def test_who_held_an_office(pack: Pack, office: str, country: str, day: str, name: str) -> None:
    assert holders(pack, office, country, day) == {name}


def test_nobody_presides_between_two_presidents(pack: Pack) -> None:
    assert holders(pack, "president", "SYR", "2024-12-20") == set()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("قوات النظام", "SYR.MIL"),
        ("فصائل المعارضة السورية", "SYR.REB"),
        ("هيئة تحرير الشام", "SYR.HTS"),
        ("قسد", "SYR.SDF"),
        ("داعش", "SYR.ISIS"),
        ("الخوذ البيضاء", "NGO.WHITEHELMETS"),
        ("المرصد السوري لحقوق الإنسان", "NGO.SOHR"),
        ("الشبكة السورية لحقوق الإنسان", "NGO.SNHR"),
        ("حزب الله", "LBN.HEZ"),
        ("حركة حماس", "PSE.HAMAS"),
        ("المكتب الإعلامي الحكومي", "PSE.GOV"),
        ("جماعة الحوثي", "YEM.HOUTHI"),
        ("التحالف العربي", "SAU.MIL"),
        ("قوات الدعم السريع", "SDN.RSF"),
        ("قوات حفتر", "LBY.LNA"),
        ("حكومة الوفاق", "LBY.GOV"),
        ("الحشد الشعبي", "IRQ.PMF"),
        ("المركز الروسي للمصالحة", "RUS.MIL"),
        ("اليونيفيل", "IGO.UN"),
    ],
)
def test_codes_of_groups(pack: Pack, name: str, code: str) -> None:
    found = {a.code for a in pack.actors if fold(name) in {fold(n) for n in a.names.ar}}
    assert found == {code}


@pytest.mark.parametrize(
    ("name", "lat", "lon", "within"),
    [
        ("معرة النعمان", 35.65, 36.68, "Idlib"),
        ("سراقب", 35.86, 36.81, "Idlib"),
        ("عندان", 36.29, 37.04, "Aleppo Governorate"),
        ("كفر حلب", 36.04, 36.87, "Aleppo Governorate"),
        ("تلمنس", 35.64, 36.74, "Idlib"),
        ("كفرنبودة", 35.43, 36.48, "Hama Governorate"),
        ("عين عيسى", 36.39, 38.86, "Raqqa Governorate"),
        ("الزبداني", 33.72, 36.10, "Rif Dimashq"),
    ],
)
def test_places_of_syria(pack: Pack, name: str, lat: float, lon: float, within: str) -> None:
    places = {p.id: p for p in pack.places}
    (place,) = [p for p in pack.places if p.country == "SYR" and fold(name) in map(fold, p.names.ar)]
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=0.03)
    assert governorate(place, places).names.en == within


def test_an_unsure_place_has_no_coordinates(pack: Pack) -> None:
    (place,) = (p for p in pack.places if "ميزناز" in p.names.ar)
    assert (place.lat, place.lon) == (None, None)
    assert place.within == "place/sy/subdistrict/aleppo-mount-simeon-atareb"


def governorate(place: PlaceEntry, places: dict[str, PlaceEntry]) -> PlaceEntry:
    while place.kind != "governorate":
        assert place.within is not None
        place = places[place.within]
    return place


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("خان يونس", "PSE"), ("بنت جبيل", "LBN"), ("الحديدة", "YEM"), ("ترهونة", "LBY"), ("الفاشر", "SDN"),
        ("الناصرية", "IRQ"), ("سوتشي", "RUS"), ("أستانا", "KAZ"), ("جنيف", "CHE"), ("إسطنبول", "TUR"),
    ],
)  # fmt: skip
def test_places_elsewhere(pack: Pack, name: str, country: str) -> None:
    assert country in {p.country for p in pack.places if fold(name) in {fold(n) for n in p.names.ar}}


@pytest.mark.parametrize(
    "word", ["وإن", "مدينة", "اليوم", "صور", "المسيرة", "قوم", "خبر", "معبر", "مشهد", "بلد"]
)
def test_common_words_are_no_plain_names(pack: Pack, word: str) -> None:
    places = {fold(n) for p in pack.places if not p.ambiguous for n in p.names.ar}
    actors = {fold(n) for a in pack.actors for n in a.names.ar}
    outlets = {fold(n) for o in pack.outlets for n in o.names.ar}
    assert fold(word) not in places | actors | outlets


def test_dates_of_agreements(accords: dict[str, AgreementEntry]) -> None:
    assert accords["agreement/sy/astana-2017"].signed == "2017-05-04"
    assert accords["agreement/sy/sochi-2018"].signed == "2018-09-17"
    assert set(accords["agreement/sy/sochi-2018"].guarantors) == {"RUS", "TUR"}
    assert accords["agreement/sy/moscow-2020-03"].effective == "2020-03-06T00:01"
    january = accords["agreement/sy/idlib-ceasefire-2020-01"]
    assert january.effective == "2020-01-09T14:00"
    assert [(v.date, v.of) for v in january.variants] == [("2020-01-12T00:01", "effective")]


def test_the_names_shown_are_neutral(pack: Pack) -> None:
    regime = next(a for a in pack.actors if "النظام السوري" in a.names.ar)
    assert regime.names.ar[0] == "الحكومة السورية"
    assert regime.names.en == "Syrian government (until December 2024)"


def test_people_have_people_ids(pack: Pack) -> None:
    def fits(actor: ActorEntry) -> bool:
        return (actor.type == "person") == actor.id.startswith("person/")

    assert [a.id for a in pack.actors if not fits(a)] == []


def test_no_place_is_there_twice(pack: Pack) -> None:
    """Two entries of one city share its name between them, and which one a report gets is chance. Names that
    need a place word have an entry of their own, for `ambiguous` is said of all names of an entry."""

    def key(place: PlaceEntry) -> str:
        plain = re.sub(r"\(.*?\)", "", place.names.en.lower()).strip()
        return re.sub(
            r"[^a-z]", "", re.sub(r"^(al|as|ash|ar|ad|at|an|az|el|en)[ -]", "", plain)
        ).removesuffix("h")

    met: dict[tuple[str, str], list[PlaceEntry]] = {}
    twice = []
    for place in pack.places:
        if place.ambiguous or place.lat is None or place.lon is None or place.kind not in SETTLEMENTS:
            continue
        before = met.setdefault((place.country, key(place)), [])
        for other in before:
            assert other.lat is not None
            assert other.lon is not None
            if math.hypot(place.lat - other.lat, place.lon - other.lon) < 0.045:
                twice.append((other.id, place.id))
        before.append(place)
    assert not twice
