"""Who and where the families tell of: parties and towns of the packs, agencies and outlets of our own."""

import random
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hudna.packs.load import load_pack

FIRST_DAY = date(2031, 1, 1)
DAYS = 700
"""Over which 200 events are spread."""
_MONTHS = (
    ("كانون الثاني", "يناير"), ("شباط", "فبراير"), ("آذار", "مارس"), ("نيسان", "أبريل"), ("أيار", "مايو"),
    ("حزيران", "يونيو"), ("تموز", "يوليو"), ("آب", "أغسطس"), ("أيلول", "سبتمبر"), ("تشرين الأول", "أكتوبر"),
    ("تشرين الثاني", "نوفمبر"), ("كانون الأول", "ديسمبر"),
)  # fmt: skip
_WEEKDAYS = ("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_TITLES = (
    "المدار", "الضفاف", "النافذة", "المرسى", "الميزان", "القنديل", "الرواق", "السنديان", "الشراع", "الموجز",
)  # fmt: skip
OUTLETS = tuple(f"{kind} {name} (عينة)" for kind in ("موقع", "صحيفة", "قناة", "شبكة") for name in _TITLES)


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody in the reports: Arabic and English name, id in a pack and actor code."""

    ar: str
    en: str
    entity: str | None
    code: str | None


AGENCIES = tuple(
    Name(f"وكالة {name} (عينة)", f"{en} (sample agency)", None, "SYR.MED")
    for name, en in (("المثال", "Example"), ("الأفق", "Horizon"), ("القياس", "Measure"), ("النبأ", "Tidings"))
)
ARMIES = (
    Name("قوات النظام", "Syrian government forces", "group/syria/government-forces", "SYR.MIL"),
    Name("فصائل المعارضة", "Armed opposition factions", "group/syria/opposition-factions", "SYR.REB"),
    Name("قوات سوريا الديمقراطية", "Syrian Democratic Forces", "group/syria/sdf", "SYR.SDF"),
    Name("هيئة تحرير الشام", "Hayat Tahrir al-Sham", "group/syria/hts", "SYR.HTS"),
)
SOURCES = (
    Name("الدفاع المدني السوري", "Syria Civil Defence", "org/syria/white-helmets", "NGO.WHITEHELMETS"),
    Name("المرصد السوري لحقوق الإنسان", "SOHR", "org/syria/sohr", "NGO.SOHR"),
    Name("الشبكة السورية لحقوق الإنسان", "SNHR", "org/syria/snhr", "NGO.SNHR"),
    Name("الهلال الأحمر العربي السوري", "Syrian Arab Red Crescent", "org/syria/sarc", "NGO.RED-CRESCENT"),
    Name("منسقو استجابة سوريا", "Response coordinators", "org/syria/response-coordinators",
         "NGO.RESPONSE-COORDINATORS"),
)  # fmt: skip
DENIERS = (
    Name("وزارة الدفاع الروسية", "Ministry of Defence (Russia)", None, "RUS.MIL"),
    Name("وزارة الدفاع السورية", "Ministry of Defence (Syria)", None, "SYR.MIL"),
    Name("متحدث عسكري", "military spokesperson", None, None),
)
SPEAKERS = (
    Name("المبعوث الأممي", "UN envoy", None, "IGO.UN"),
    Name("وزير الخارجية التركي", "Foreign minister (Turkey)", None, "TUR.GOV"),
    Name("وزير الخارجية الروسي", "Foreign minister (Russia)", None, "RUS.GOV"),
)
CENTRES = (
    Name("مركز التنسيق المشترك (عينة)", "Joint coordination centre (sample)", None, None),
    Name("غرفة المراقبة (عينة)", "Observation room (sample)", None, None),
)


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the gazetteer; `governorate` is the id of the one it lies in."""

    entity: str
    ar: str
    en: str
    lat: float | None
    lon: float | None
    precision: Literal["point", "area"]
    governorate: str


def _wider(key: str, ar: str, en: str, countryside: str) -> tuple[Town, Town]:
    whole, around = f"place/sy/{key}", f"place/sy/area/{countryside}-countryside"
    return (
        Town(whole, f"محافظة {ar}", en, None, None, "area", whole),
        Town(around, f"ريف {ar}", f"{en} countryside", None, None, "area", whole),
    )


WIDER = {
    wide[0].entity: wide
    for wide in (
        _wider("idlib", "إدلب", "Idlib", "idlib"),
        _wider("aleppo-governorate", "حلب", "Aleppo", "aleppo"),
        _wider("hama-governorate", "حماة", "Hama", "hama"),
        _wider("latakia-governorate", "اللاذقية", "Latakia", "latakia"),
    )
}
"""A governorate and its countryside: what a vague report names instead of the town."""


def towns() -> dict[str, list[Town]]:
    """Towns of four governorates of the pack, with coordinates and unambiguous names."""
    entries = {entry.id: entry for entry in load_pack(["world", "syria"]).places}
    found: dict[str, list[Town]] = {key: [] for key in WIDER}
    for entry in entries.values():
        if entry.kind not in ("village", "town", "city") or entry.ambiguous or entry.lat is None:
            continue
        above = entry.within
        while above and above not in found:
            above = entries[above].within if above in entries else None
        name = entry.names.ar[0]
        if above:
            found[above].append(Town(entry.id, name, entry.names.en, entry.lat, entry.lon, "point", above))
    return found


@dataclass(frozen=True, slots=True)
class Happening:
    """A true event; `near_miss_of` is the number of the one it is easily taken for."""

    number: int
    weapon: str
    town: Town
    day: date
    actor: Name
    killed: int
    injured: int
    near_miss_of: int | None = None


def date_words(day: date, chance: random.Random) -> str:
    """«4 شباط 2031», with the month's name of either region or both."""
    levant, egypt = _MONTHS[day.month - 1]
    month = chance.choice((levant, levant, egypt, f"{levant}/{egypt}"))
    return f"{day.day} {month} {day.year}"


def day_words(day: date, chance: random.Random) -> str:
    """«يوم الثلاثاء 4 شباط 2031»."""
    return f"يوم {_WEEKDAYS[day.weekday()]} {date_words(day, chance)}"


def counted(number: float, few: str, many: str, hundred: str) -> str:
    """A number with its noun in the right form: 3 to 10 plural, 11 to 99 singular, hundreds genitive."""
    amount = int(number)
    rest = amount % 100
    noun = few if 3 <= rest <= 10 else many if rest >= 11 else hundred
    return f"{amount} {noun}"


def civilians(number: float) -> str:
    """So many civilians."""
    return counted(number, "مدنيين", "مدنياً", "مدني")
