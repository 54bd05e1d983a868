"""To whom it was done: those attacked are neither forgotten nor taken for the attackers."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline
from hudna.text.normalise import fold

Sides = Callable[[str, str], tuple[set[str | None], set[str | None]]]
SRC = Path(__file__).parents[2] / "src" / "hudna"


@pytest.fixture(scope="module")
def sides() -> Sides:
    pipeline = Pipeline.load()

    def read(text: str, type_: str) -> tuple[set[str | None], set[str | None]]:
        found = [e for e in pipeline.analyse(Report("made", text)).assertions.events if e.type == type_]
        assert found, "no event"
        return {a.code for e in found for a in e.actors}, {r.code for e in found for r in e.recipients}

    return read


@pytest.mark.parametrize(
    ("text", "doers", "done_to"),
    [
        (
            "قتل مساء الثلاثاء ثلاثة جنود إثيوبيين في هجوم شنه مسلحون على ثكنتهم.",
            {None},
            {"ETH.MIL"},
        ),
        ("خطف مسلحون مجهولون موظفاً بريطانياً من منزله في عدن.", {None}, {"GBR.CVL"}),
        ("خطف موظف بريطاني قرب عدن.", set(), {"GBR.CVL"}),
        ("تعرضت دورية أميركية لهجوم بعبوة ناسفة غرب الموصل.", set(), {"USA.MIL"}),
        ("تعرضت بلدات إسرائيلية لقصف لبناني.", {"LBN"}, {"ISR"}),
        ("أطلق مسلحون النار على جنود فرنسيين في أبيدجان.", {None}, {"FRA.MIL"}),
        ("جُرح أربعة سياح ألمان برصاص قناص.", set(), {"DEU.CVL"}),
        ("أسفر الهجوم عن مقتل سبعة جنود أتراك وإصابة عشرة.", set(), {"TUR.MIL"}),
        ("هاجم المستوطنون مزارعين فلسطينيين قرب نابلس.", {"ISR.CVL"}, {"PSE.CVL"}),
        ("قتل الجيش الإسرائيلي خمسة فلسطينيين في جنين.", {"ISR.MIL"}, {"PSE.CVL"}),
        ("لقي جنديان تركيان مصرعهما في انفجار لغم.", set(), {"TUR.MIL"}),
        ("وخطف أربعة جنود أميركيين غرب الرمادي مطلع الشهر.", set(), {"USA.MIL"}),
        ("قتل شخص في هجوم بسيارة مفخخة استهدف دورية للجيش الأميركي وسط المدينة.", set(), {"USA.MIL"}),
        ("قتل أمس سبعة من عناصر الشرطة الأفغانية إثر هجوم انتحاري.", set(), {"AFG.COP"}),
        ("خطف مسلحون خمسة بريطانيين من مركز للكمبيوتر.", {None}, {"GBR.CVL"}),
        ("قتل 13 عراقياً وأصيب 22 في انفجارين قرب محطة للوقود.", set(), {"IRQ.CVL"}),
        ("أعلن الجيش الأميركي أمس مقتل اثنين من جنوده وإصابة اثنين في هجوم انتحاري.", set(), {"USA.MIL"}),
        ("هاجم مسلحون دورية للجيش السوري.", {None}, {"SYR.MIL"}),
    ],
)
def test_who_attacks_whom(sides: Sides, text: str, doers: set[str | None], done_to: set[str | None]) -> None:
    assert sides(text, "ASSAULT") == (doers, done_to)


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        ("رشق متظاهرون الشرطة العراقية بالحجارة.", {"IRQ.COP"}),
        ("تظاهر المئات أمام السفارة السويدية في بغداد احتجاجاً على حرق المصحف.", {"SWE.GOV"}),
        ("تظاهر آلاف الأشخاص في باريس ضد زيارة الرئيس التركي.", {"TUR.GOV"}),
        ("خرج آلاف المتظاهرين إلى شوارع الخرطوم.", set()),
        ("رفع المتظاهرون لافتات تطالب برحيل المجلس العسكري.", set()),
        ("أحرق محتجون غاضبون مقر الحزب في السليمانية.", set()),
    ],
)
def test_whom_a_protest_is_against(sides: Sides, text: str, done_to: set[str | None]) -> None:
    assert sides(text, "PROTEST")[1] == done_to


def test_rules_compare_folded_words() -> None:
    """«على» never equals a folded token: written so in a rule, it matched nothing for months."""
    for path in (*sorted((SRC / "extract").glob("*.py")), *sorted((SRC / "annotate").rglob("*.py"))):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Compare):
                continue
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    word = part.value
                    if re.fullmatch(r"[\u0621-\u064a]{2,}", word):
                        assert fold(word) == word, f"{path.name}:{part.lineno}: «{word}» is not folded"
