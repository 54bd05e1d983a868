"""Numbers and names govern the words beside them: تمييز العدد, the dual, and the gender of a verb."""

import pytest

from hudna.brief.grammar import counted, is_feminine, nouns
from hudna.packs.load import load_pack


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (0, "لا تقارير", "no reports"),
        (1, "تقرير واحد", "1 report"),
        (2, "تقريران", "2 reports"),
        (3, "3 تقارير", "3 reports"),
        (10, "10 تقارير", "10 reports"),
        (11, "11 تقريراً", "11 reports"),
        (99, "99 تقريراً", "99 reports"),
        (100, "100 تقرير", "100 reports"),
        (102, "102 تقرير", "102 reports"),
        (103, "103 تقارير", "103 reports"),
        (111, "111 تقريراً", "111 reports"),
        (1_700_000, "1,700,000 تقرير", "1,700,000 reports"),
    ],
)
def test_a_noun_has_the_form_its_number_asks_for(number: int, arabic: str, english: str) -> None:
    both = counted(number, "report")
    assert (both.ar, both.en) == (arabic, english)


def test_adjectives_and_genders_agree() -> None:
    assert counted(1, "outlet").ar == "جهة ناشرة واحدة"
    assert counted(2, "outlet").ar == "جهتان ناشرتان"
    assert counted(2, "outlet", "of").ar == "جهتين ناشرتين"
    assert counted(3, "origin").ar == "3 مصادر مستقلة"
    assert counted(11, "origin").ar == "11 مصدراً مستقلاً"


def test_a_dual_that_is_written_like_the_plural_says_two() -> None:
    assert nouns()["civilians"].counted(2, "of").ar == "مدنيين اثنين"
    assert nouns()["women"].counted(2, "of").ar == "امرأتين"
    assert nouns()["civilians"].counted(3, "of").ar == "3 مدنيين"


def test_every_noun_has_all_its_forms() -> None:
    for name, noun in nouns().items():
        assert len(noun.en) == 2, name
        assert len(noun.ar) == 5, name
        assert all(noun.en), name
        assert all(noun.ar), name


@pytest.mark.parametrize(
    "name",
    [
        "وزارة الدفاع الروسية",
        "قوات سوريا الديمقراطية",
        "الأمم المتحدة",
        "ماريا زاخاروفا",
        "فاليري أموس",
        "«مصادر طبية»",
    ],
)
def test_verbs_before_these_are_feminine(name: str) -> None:
    assert is_feminine(name)


@pytest.mark.parametrize(
    "name",
    [
        "المرصد السوري لحقوق الإنسان",
        "أسامة حمدان",
        "خليفة حفتر",
        "فاليري غيراسيموف",
        "ناشطون",
        "الجيش السوري",
        "",
    ],
)
def test_verbs_before_these_are_masculine(name: str) -> None:
    assert not is_feminine(name)


def test_countries_are_feminine_but_for_a_few() -> None:
    masculine = {c.names.ar[0] for c in load_pack().countries if not is_feminine(c.names.ar[0], country=True)}
    assert {"لبنان", "العراق", "الأردن", "السودان", "اليمن", "المغرب"} <= masculine
    assert not {"روسيا", "تركيا", "سوريا", "إيران", "مصر", "ليبيا", "قطر"} & masculine
