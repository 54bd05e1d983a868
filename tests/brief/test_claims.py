"""How counts and sayings are worded: bounds, missing values, and what one claim is."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hudna.brief.claims import diplomacy, harm, told
from hudna.brief.document import Sentence
from hudna.brief.material import Material, Window
from hudna.brief.writing import Writer
from hudna.compose import findings
from hudna.ledger.situation import Claim
from hudna.model.assertions import Figure, Statement
from hudna.packs.load import load_pack
from hudna.store.sqlite import open_view
from hudna.text.index import ArabicIndexer


@pytest.fixture(scope="module")
def material(briefed: Path) -> Material:
    """What the report of the middle of February 2020 is made of."""
    view = open_view(briefed, ArabicIndexer())
    window = Window(date(2020, 2, 15), date(2020, 2, 19), date(2020, 1, 12))
    found = findings.material(view, load_pack(["world", "syria"]), window)
    view.close()
    return found


def sentence(material: Material, **values: Any) -> tuple[str, str]:
    """The report's count with other values, in both languages, without how many tell it."""
    (claim,) = material.figures
    row = claim.rows[0]
    other: Figure = replace(row.assertion, **values)
    made = told(Writer(material), Claim((replace(row, assertion=other),), claim.support)).text
    return made.en.partition(" (")[0], made.ar.partition(" (")[0]


WHO = "المرصد السوري لحقوق الإنسان"
SOHR = "Syrian Observatory for Human Rights"


@pytest.mark.parametrize(
    ("values", "arabic", "english"),
    [
        ({"lower": 1, "upper": 1}, "بمقتل مدني واحد", "1 civilian was killed"),
        ({"lower": 2, "upper": 2}, "بمقتل مدنيين اثنين", "2 civilians were killed"),
        ({"lower": 3, "upper": 3}, "بمقتل 3 مدنيين", "3 civilians were killed"),
        ({"lower": 100, "upper": 100}, "بمقتل 100 مدني", "100 civilians were killed"),
        ({"lower": 1, "upper": None, "bound": "at_least"}, "بمقتل ما لا يقل عن مدني واحد",
         "at least 1 civilian was killed"),
        ({"lower": 10, "upper": 20, "bound": "between"}, "بمقتل بين 10 و20 مدنياً",
         "between 10 and 20 civilians were killed"),
        ({"lower": 1000, "upper": None, "bound": "order"}, "بمقتل آلاف المدنيين",
         "thousands of civilians were killed"),
        ({"lower": None, "upper": None}, "بمقتل عدد غير مذكور من المدنيين",
         "an unstated number of civilians were killed"),
        ({"kind": "injured", "population": None, "unit": None}, "بإصابة 12 شخصاً", "12 people were injured"),
        ({"kind": "displaced", "population": "families"}, "بنزوح 12 عائلة", "12 families were displaced"),
    ],
)  # fmt: skip
def test_numbers_bounds_and_nouns_agree(
    material: Material, values: dict[str, Any], arabic: str, english: str
) -> None:
    en, ar = sentence(material, **values)
    assert ar == f"أفاد {WHO} {arabic} في إدلب منذ 1 كانون الأول/ديسمبر 2019"
    assert en == f"{SOHR} said that {english} in Idlib since 1 December 2019"


@pytest.mark.parametrize(
    ("values", "arabic", "english"),
    [
        ({"place": None}, "منذ 1 كانون الأول/ديسمبر 2019، بلا ذكر المكان",
         "since 1 December 2019, no place stated"),
        ({"since": None, "until": None}, "في إدلب، بلا ذكر التاريخ", "in Idlib, no date stated"),
        ({"place": None, "since": None, "until": None}, "، بلا ذكر المكان والتاريخ",
         ", no place and no date stated"),
        ({"until": "2020-02-01"}, "في إدلب من 1 كانون الأول/ديسمبر 2019 إلى 1 شباط/فبراير 2020",
         "in Idlib from 1 December 2019 to 1 February 2020"),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_and_breaks_no_sentence(
    material: Material, values: dict[str, Any], arabic: str, english: str
) -> None:
    en, ar = sentence(material, **values)
    assert ar == f"أفاد {WHO} بمقتل 12 مدنياً {arabic}".replace(" ،", "،")
    assert en == f"{SOHR} said that 12 civilians were killed {english}".replace(" ,", ",")


@pytest.mark.parametrize(
    ("status", "arabic", "english"),
    [
        ("claimed", "أعلن {} مقتل", "announced that"),
        ("alleged", "ادّعى {} مقتل", "alleged that"),
        ("denied", "نفى {} مقتل", "denied that"),
    ],
)
def test_the_verb_is_of_the_kind_of_evidence(
    material: Material, status: str, arabic: str, english: str
) -> None:
    en, ar = sentence(material, status=status)
    assert ar.startswith(arabic.format(WHO))
    assert en.startswith(f"{SOHR} {english} 12 civilians")


def test_a_report_in_its_own_voice_is_told_by_its_outlet(material: Material) -> None:
    en, ar = sentence(material, said_by=None)
    assert ar.startswith("ورد في تقرير شبكة العيّنة مقتل 12 مدنياً")
    assert en.startswith("According to a report of \u2068شبكة العيّنة\u2069, 12 civilians were killed")


def test_a_feminine_speaker_has_a_feminine_verb(material: Material) -> None:
    told_ar = [block.text.ar for block in diplomacy(Writer(material)) if isinstance(block, Sentence)]
    assert any(line.startswith("نفت «وزارة الدفاع الروسية»") for line in told_ar)
    assert any(line.startswith("طالب أنطونيو غوتيريش") for line in told_ar)


def test_a_day_of_publication_is_no_day_of_speaking(material: Material) -> None:
    (claim, *_) = [c for c in material.statements if c.rows[0].assertion.force == "demand"]
    row = claim.rows[0]
    undated: Statement = replace(row.assertion, date=None)
    changed = replace(material, statements=(Claim((replace(row, assertion=undated),), claim.support),))
    (block,) = diplomacy(Writer(changed))
    assert isinstance(block, Sentence)
    assert "date of the words not stated; published 18 February 2020" in block.text.en


def test_nothing_is_told_where_nothing_is_counted(material: Material) -> None:
    assert harm(Writer(replace(material, figures=()))) == []
