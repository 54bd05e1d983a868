"""What no pack names: places, groups and people get an id made from their name, and no more."""

import pytest

from hudna.annotate.provisional import Namer, spelling_key
from hudna.export.privacy import MASK, privacy_of
from hudna.model.annotations import PROVISIONAL, Mention
from hudna.model.report import Report
from hudna.pipeline import Pipeline
from hudna.text.romanise import romanise

ALIKE = [
    ("كفر عويد", "كفرعويد"), ("أستانا", "أستانة"), ("أستانا", "الأستانة"), ("ميونيخ", "ميونخ"),
    ("عبد الله", "عبدالله"), ("حوشة", "حوشه"), ("معرشمارين", "معرشمارين"), ("القرداحي", "القرداحى"),
    ("أم الخلاخيل", "ام الخلاخيل"), ("الزربة", "زربة"),
]  # fmt: skip
APART = [("سالم", "سليم"), ("كفر زيتا", "كفر تخاريم"), ("تل الطوقان", "تل السلطان"), ("العيس", "العيسى")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_name_have_one_id(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)
    namer = Namer.build()
    assert namer.entity("place", one) == namer.entity("place", other)
    assert namer.entity("place", one) != namer.entity("group", one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_differ_have_ids_that_differ(one: str, other: str) -> None:
    namer = Namer.build()
    assert namer.entity("place", one) != namer.entity("place", other)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("كفر سلقين", "Kafr Salqin"), ("معرشورين", "Ma'rashurin"), ("القحطانية", "al-Qahtaniya"),
        ("حزانو", "Hazanu"), ("سامر العلي", "Samer al-Ali"), ("أبو صقر", "Abu Saqr"), ("«ترنبة»", "Tarnaba"),
        ("حيان", "Hayan"), ("٢٢", ""),
    ],
)  # fmt: skip
def test_names_in_latin_letters(name: str, latin: str) -> None:
    assert Namer.build().latin(name) == latin


def test_the_usual_spelling_of_a_word_comes_first() -> None:
    assert romanise("بيت حنا", {"بيت": "Beit", "حنا": "Hanna"}) == "Beit Hanna"


def mentions_in(pipeline: Pipeline, text: str) -> dict[str, Mention]:
    report = Report("made.txt", text, "عينة", metadata_date="2020-03-20")
    return {m.text: m for m in pipeline.analyse(report).annotations.mentions}


def test_a_village_no_gazetteer_has_may_be_the_place_of_an_event(pipeline: Pipeline) -> None:
    text = "قصفت قوات النظام قرية كفر زلوم بريف إدلب، ثم قُتل طفل في بلدة كفرزلوم."
    found = mentions_in(pipeline, text)
    village = found["قرية كفر زلوم"]
    assert (village.entity or "").startswith(PROVISIONAL + "place/")
    assert village.entity == found["بلدة كفرزلوم"].entity
    assert (village.name_ar, village.name_en) == ("كفر زلوم", "Kafr Zalum")
    assert (village.lat, village.lon, village.precision, village.code) == (None, None, None, None)
    events = pipeline.analyse(Report("made.txt", text, "عينة")).assertions.events
    assert {e.place.entity for e in events if e.place} == {village.entity}


def test_another_spelling_of_a_gazetteer_name_is_that_place(pipeline: Pipeline) -> None:
    found = mentions_in(pipeline, "استهدفت قوات النظام في سوريا قرية كفرعروق بريف إدلب.")
    assert found["قرية كفرعروق"].entity == "place/sy/kafr-aruq"
    assert found["قرية كفرعروق"].lat is not None or found["قرية كفرعروق"].precision == "point"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعلن لواء صقور الوادي استهداف حاجز في إدلب.", "لواء صقور الوادي"),
        ('قالت كتيبة "العاديات" إنها قصفت الحاجز.', 'كتيبة "العاديات"'),
        ("هاجمت حركة الفجر الوطنية التابعة للمعارضة مواقع في إدلب.", "حركة الفجر الوطنية"),
        ("انضم مقاتلون إلى كتيبة شهداء البادية في درعا.", "كتيبة شهداء البادية"),
    ],
)
def test_groups_no_pack_names(pipeline: Pipeline, text: str, words: str) -> None:
    found = mentions_in(pipeline, text)
    assert words in found, list(found)
    assert found[words].type == "group"
    assert (found[words].entity or "").startswith(PROVISIONAL + "group/")
    assert found[words].code is None


@pytest.mark.parametrize(
    "text",
    [
        "توقفت حركة المرور في دمشق.",
        "شهدت المنطقة حركة نزوح كبيرة.",
        "قال لواء متقاعد في الجيش السوري إن القصف استمر.",
        "تدعم الدولة كتيبة مدفعية وأخرى للدبابات.",
        "جرى تنظيم الانتخابات في موعدها.",
        "سيطرت حركة التنقل على المشهد.",
    ],
)
def test_what_is_no_group(pipeline: Pipeline, text: str) -> None:
    found = mentions_in(pipeline, text).values()
    assert not [m.text for m in found if (m.entity or "").startswith(PROVISIONAL)]


def test_who_is_named_with_a_public_office_is_shown_and_known_again(pipeline: Pipeline) -> None:
    text = "وقال الناطق باسم الحوثيين سامر العلي إن القصف استمر. وأضاف العلي أن الجماعة سترد."
    analysis = pipeline.analyse(Report("made.txt", text, "عينة"))
    first, second = analysis.assertions.statements
    (speaker,), (again,) = first.speakers, second.speakers
    assert speaker.entity == again.entity
    assert (speaker.entity or "").startswith(PROVISIONAL + "person/")
    assert (speaker.name_ar, speaker.name_en) == ("سامر العلي", "Samer al-Ali")
    assert speaker.code == again.code == "YEM.HOUTHI"
    privacy = privacy_of(text, analysis.annotations)
    assert MASK not in privacy.slice(text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "قُتل سامر العلي وأصيب آخرون بقصف على إدلب.",
        "قال الناشط سامر العلي إن القصف أوقع قتلى في إدلب.",
        "وقال مدير الدفاع المدني في إدلب سامر العلي إن القصف روسي.",
        "قال المسعف سامر العلي لوكالة محلية إن القصف استمر.",
    ],
)
def test_who_has_no_public_office_stays_masked(pipeline: Pipeline, text: str) -> None:
    notes = pipeline.analyse(Report("made.txt", text, "عينة")).annotations
    (person,) = [m for m in notes.mentions if m.text == "سامر العلي"]
    assert (person.entity or "").startswith(PROVISIONAL + "person/")
    assert person.name_en is None, "a name in Latin letters is a name"
    assert "samer" not in (person.entity or "").lower()
    privacy = privacy_of(text, notes)
    assert "العلي" not in privacy.slice(text, 0, len(text))


def test_a_private_person_in_one_report_has_the_id_of_every_other(pipeline: Pipeline) -> None:
    one = mentions_in(pipeline, "قُتل سامر عبد الله وأصيب آخرون بقصف على إدلب.")
    other = mentions_in(pipeline, "قُتل سامر عبدالله وأصيب آخرون بقصف على إدلب.")
    assert one["سامر عبد الله"].entity == other["سامر عبدالله"].entity
