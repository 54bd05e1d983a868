"""Speakers whom no pack names: offices, sources in a house, bodies told of before, communiqués, headings."""

import pytest

from hudna.annotate.mentions import MentionStep
from hudna.extract.scene import scene
from hudna.extract.statements import StatementStep
from hudna.model.annotations import Annotations
from hudna.model.report import Published
from hudna.packs.load import load_pack
from hudna.text.reading import read

Said = tuple[str, str]
"""Code of the speaker ("" where nobody is known) and force."""

CASES: list[tuple[str, str, list[Said]]] = [
    (
        "a UN official by the adjective",
        "حذّر مسؤول أممي في مأرب من أن المؤن تكفي أسبوعاً واحداً.",
        [("IGO.UN", "warn")],
    ),
    (
        "the humanitarian coordinator",
        "أعربت منسقة الشؤون الإنسانية عن بالغ قلقها إزاء إغلاق المعبر.",
        [("IGO.UN", "express-concern")],
    ),
    (
        "a leader of the movement named before",
        "رحبت حركة حماس بالمقترح. وقال قيادي في الحركة إن الرد سيسلم غداً.",
        [("PSE.HAMAS", "claim"), ("PSE.HAMAS", "claim")],
    ),
    (
        "«على ما ذكرت»",
        "قُتل راعٍ بقذيفة قرب صور، على ما ذكرت وزارة الصحة اللبنانية.",
        [("LBN.GOV", "claim")],
    ),
    (
        "a communiqué in the first person",
        "بيان صادر عن حركة حماس\nننفي ما نُشر عن تأجيل الصفقة، ونؤكد أن الوفد ما زال في القاهرة.",
        [("PSE.HAMAS", "deny"), ("PSE.HAMAS", "claim")],
    ),
    (
        "a heading after date and dash",
        "بيروت 4 آذار 2024 – وزارة الصحة اللبنانية: ارتفاع عدد الجرحى إلى تسعة",
        [("LBN.GOV", "claim")],
    ),
    (
        "another's act foretold is no promise",
        "أعلنت وزارة الخارجية المصرية أن إسرائيل ستنسحب من المعبر الأحد.",
        [("EGY.GOV", "claim")],
    ),
    (
        "«وردّ» is no document",
        "وردّ سيرغي لافروف بأن بلاده لم تشارك في الغارة.",
        [("RUS.GOV", "claim")],
    ),
    (
        "«على ما» without a verb of saying opens no attribution",
        "قالت وزارة الدفاع الروسية إنها تطلع الحلفاء على ما يجري في البحر.",
        [("RUS.MIL", "claim")],
    ),
    (
        "an association named after a common noun",
        'نددت منظمة "صحافيون بلا حدود" بتوقيف مصور.',
        [("NGO", "condemn")],
    ),
]


@pytest.fixture(scope="module")
def steps() -> tuple[MentionStep, StatementStep]:
    pack = load_pack(["world", "palestine-israel", "lebanon"])
    return MentionStep.build(pack), StatementStep.load()


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_whoever_speaks_is_known(
    steps: tuple[MentionStep, StatementStep], what: str, text: str, expected: list[Said]
) -> None:
    mentions, statements = steps
    reading = read(text)
    notes = Annotations(segments=reading.segments, mentions=mentions(reading, None), times=())
    found = statements(scene("r", reading, notes, Published()))
    told = [((s.speakers[0].code or "") if s.speakers else "", s.force) for s in found]
    assert [(code.split(".")[0], f) for code, f in told] == [(c.split(".")[0], f) for c, f in expected], what
    assert all(text[a.start : a.end] == a.text for s in found for a in s.speakers)
