"""The Arabic index: what a search finds, what it leaves, and what it shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.model.annotations import Annotations, Restoration, Segment, Span
from hudna.text.index import ArabicIndexer, bare

INDEXER = ArabicIndexer()


def marks(text: str, words: str) -> list[str]:
    return [text[span.start : span.end] for span in INDEXER.highlight(text, INDEXER.query(words))]


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("قصف", "بقصف"),
        ("قصف", "القصف"),
        ("قصف", "قصـ.ف"),
        ("قصف", "وقصفت"),
        ("قصف", "وبالقصف"),
        ("قصف", "للقصف"),
        ("قصف", "يقصف"),
        ("قصف", "قَصْف"),
        ("قصف", "قصـــف"),
        ("قصـ.ف", "القصف"),
        ("القصف", "بقصف"),
        ("بالقصف", "وقصف"),
        ("إدلب", "بادلب"),
        ("إدلب", "لإدلب"),
        ("إدلب", "إدلب"),
        ("ادلب", "وإدلب"),
        ("بادلب", "إدلب"),
        ("هدنة", "الهدنه"),
        ("هدنة", "وللهدنة"),
        ("نازح", "النازحين"),
        ("النازحون", "ونازحين"),
        ("غارة", "غارات"),
        ("غارات", "الغارة"),
        ("اتفاقية", "اتفاقيات"),
        ("مدني", "المدنيين"),
        ("بلدة", "البلدات"),
        ("بلدة", "ببلدة"),
        ("بلدة", "وبلدة"),
        ("باب", "الباب"),
        ("دم", "الدم"),
        ("دم", "بالدم"),
        ("روسي", "الروسية"),
        ("طائرة", "بالطائرات"),
        ("طائرات", "طائرة"),
        ("انسحب", "وانسحبت"),
        ("انسحاب", "لانسحابها"),
        ("٢٠٢٠", "2020"),
        ("1800", "1,800"),
        ("1.7", "١٫٧"),
        ("UNHCR", "unhcr"),
        ("قص*", "القصف"),
        ("وقف*", "وقفا"),
        ("2*", "2020"),
    ],
)
def test_finds(words: str, published: str) -> None:
    text = f"كلام قبل {published} كلام بعد"
    assert marks(text, words) == [published]


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("باب", "أب"),
        ("أب", "باب"),
        ("الآن", "إن"),
        ("قصف", "قصر"),
        ("إدلب", "حلب"),
        ("202", "2020"),
        ("«قصف»", "يقصف"),
        ("هدنة", "هدم"),
        ("سوري", "سور"),
    ],
)
def test_leaves(words: str, published: str) -> None:
    assert marks(f"كلام قبل {published} كلام بعد", words) == []


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        ("وبالقصف", "قصف"), ("بقصف", "قصف"), ("لله", "لله"), ("وقد", "وقد"), ("للنظام", "نظام"),
        ("الان", "الان"), ("وقف", "وقف"), ("الباب", "باب"), ("باب", "باب"), ("ال", "ال"), ("و", "و"),
        ("", ""),
    ],
)  # fmt: skip
def test_bare(norm: str, expected: str) -> None:
    assert bare(norm) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("«وقف إطلاق النار»", "رفضوا وقف إطلاق النار", ["وقف إطلاق النار"]),
        ('"وقف اطلاق النار"', "خرق لوقف إطـ.لاق النار.", ["لوقف إطـ.لاق النار"]),
        ("“وقف إطلاق النار”", "إطلاق وقف النار", []),
        ("أ.ف.ب", "نقلت وكالة أ.ف.ب عنه", ["أ.ف.ب"]),
        ("قصف إدلب", "قصف على ريف إدلب", ["قصف", "إدلب"]),
        ("«قصف*»", "القصف", ["القصف"]),
        ("«القصف المدف*»", "بالقصف المدفعي", ["بالقصف المدفعي"]),
    ],
)
def test_phrases(words: str, text: str, expected: list[str]) -> None:
    assert marks(text, words) == expected


def test_a_minus_excludes_and_is_not_shown() -> None:
    query = INDEXER.query("قصف -إدلب -«وقف النار»")
    assert [c.negated for c in query.clauses] == [False, True, True]
    assert [len(c.terms) for c in query.clauses] == [1, 1, 2]
    assert marks("قصف إدلب", "قصف -إدلب") == ["قصف"]


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert not INDEXER.query("تركية-روسية").negative


@pytest.mark.parametrize("words", ["", "   ", "«»", '"', "- *", "؟!…"])
def test_nothing_asked(words: str) -> None:
    assert INDEXER.query(words).clauses == ()


def test_the_shadow_keeps_its_columns_in_step() -> None:
    shadow = INDEXER.index("وقال ‏المتحدّث إن 1,800 مدنيٍّ نزحوا من إدلـ.ب (شمال غربي سوريا).", "عنوان آخر")
    columns = [column.split(" ") for column in (shadow.word, shadow.bare, shadow.stem)]
    assert columns[0][:4] == ["عنوان", "اخر", "وقال", "المتحدث"]
    assert "1800" in columns[0]
    assert "ادلب" in columns[0]
    assert len({len(column) for column in columns}) == 1


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('بالقصفـ.وإ «»"*-\n،0١')), max_size=80))
def test_any_text_and_any_question(text: str) -> None:
    shadow = INDEXER.index(text)
    assert shadow.word.count(" ") == shadow.bare.count(" ") == shadow.stem.count(" ")
    before = 0
    for span in INDEXER.highlight(text, INDEXER.query(text)):
        assert before <= span.start < span.end <= len(text)
        before = span.end


def test_restored_words_and_layout_are_those_of_the_notes() -> None:
    """Even where the rules of today would not restore the word, or take the line for furniture."""
    text = "سقط ق ت ي ل\nسطر من القائمة عن قتيل"
    notes = Annotations(
        segments=(Segment(0, 11, "paragraph"), Segment(12, len(text), "furniture")),
        restorations=(Restoration(4, 11, "ق ت ي ل", "قتيل"),),
    )
    assert INDEXER.index(text, None, notes).word == "سقط قتيل"
    assert INDEXER.highlight(text, INDEXER.query("قتيل"), notes) == [Span(4, 11)]
    assert INDEXER.index(text, None, Annotations()).word == "سقط ق ت ي ل سطر من القايمه عن قتيل"


def test_part_of_a_word_restored() -> None:
    text = "وبقـ.تل المدنيين"
    whole = Annotations(restorations=(Restoration(0, 7, "وبقـ.تل", "وبقتل"),))
    part = Annotations(restorations=(Restoration(2, 7, "قـ.تل", "قتل"),))
    for notes in (whole, part):
        assert INDEXER.highlight(text, INDEXER.query("قتل"), notes) == [Span(0, 7)]
