"""Names that several conflicts share: a clue decides, and without one nothing is claimed."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

CASES = [
    ("قصفت طائرات حربية يرجح أنها روسية مدينة أريحا.", "مدينة أريحا", None),
    ("قتل النظام 5 مدنيين في أريحا.", "أريحا", "place/sy/ariha"),
    ("ندد مجلس الأمن بالهجوم الذي شنته قوات حفتر على طرابلس.", "طرابلس", "country/lby/capital"),
    ("وقالت مفوضية حقوق الإنسان في جنيف إنها سجلت مقتل 298 مدنياً.", "مفوضية حقوق الإنسان", "org/ohchr"),
    ("وقالت مفوضية حقوق الإنسان إنها سجلت مقتل 298 متظاهراً في بغداد.", "مفوضية حقوق الإنسان",
     "org/iraq/human-rights-commission"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "entity"), CASES)
def test_what_a_shared_name_means(pipeline: Pipeline, text: str, words: str, entity: str | None) -> None:
    mentions = pipeline.analyse(Report("made.txt", text, "عينة")).annotations.mentions
    assert [m.entity for m in mentions if m.text == words] == [entity]


def test_armed_men_are_of_no_country_unless_the_text_tells(pipeline: Pipeline) -> None:
    text = "قصف الجيش مواقع المسلحين في الخرطوم بحري."
    mentions = pipeline.analyse(Report("made.txt", text, "عينة")).annotations.mentions
    assert not [m for m in mentions if "المسلحين" in m.text]
