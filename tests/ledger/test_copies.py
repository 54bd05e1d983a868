"""Near-copies: what outlets do to an agency's text leaves it a copy; filling a formula anew makes none."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import pytest
import rensa
from benchmarks.families import families

from hudna.ledger import copies
from hudna.ledger.judgements import link_of
from hudna.model.annotations import Annotations
from hudna.model.judgement import Act, Judgement
from hudna.model.links import Link, Verdict
from hudna.text.index import prose_words
from hudna.text.reading import read

AGENCY = (
    "أعلن مجلس البلدة أن فرق الصيانة أنهت صباح الأحد إصلاح محطة الضخ المتوقفة منذ 14 يوماً، "
    "وأن المياه ستعود إلى الأحياء تباعاً.",
    "وقال رئيس المجلس إن 3 آبار عادت إلى العمل، فيما تحتاج البئر الرابعة إلى مضخة جديدة وصلت "
    "قطعها من المدينة قبل يومين.",
    "وأضاف أن نحو 900 عائلة كانت تشتري الماء من الصهاريج، وأن سعر الخزان الواحد تضاعف منذ "
    "بداية الشهر بسبب غلاء الوقود.",
    "وتشكو بلدات الريف من انقطاع متكرر للمياه بعد تعطل خطوط التغذية الكهربائية، وتنتظر وعوداً قديمة بإصلاحها.",
)
BULLETIN = (
    "سجل مراقبو اللجنة خلال الساعات الماضية {} خرقاً لوقف الأعمال القتالية، منها {} في "
    "القطاع الشمالي و{} في القطاع الجنوبي. وتدعو "
    "اللجنة الأطراف إلى ضبط النفس والامتناع عن كل ما من شأنه توسيع دائرة العنف، وتنشر "
    "حصيلتها كل مساء على موقعها."
)


def words(name: str, *paragraphs: str, day: str | None = "2031-03-04") -> copies.Words:
    text = "\n\n".join(("عنوان لا يشبه غيره", *paragraphs))
    reading = read(text, "عنوان لا يشبه غيره")
    notes = Annotations(segments=reading.segments, restorations=reading.restorations)
    return copies.Words.of(name, day, text, prose_words(text, notes))


def compared(left: copies.Words, right: copies.Words) -> Link | None:
    """The link, where the two would be looked at together at all."""
    if not set(copies.keys(left)) & set(copies.keys(right)):
        return None
    return copies.compare(left, right)


@pytest.mark.parametrize(
    "paragraphs",
    [
        AGENCY,
        AGENCY[:2],
        ("تابعت شبكتنا تفاصيل ما يجري في البلدة مع مصادرها.", *AGENCY),
        (*AGENCY[:2], "اقرأ أيضاً: ما الذي ينتظر المزارعين هذا الصيف؟", *AGENCY[2:], "تابعونا على تلغرام"),
        tuple(p.replace("أ", "ا").replace("ة ", "ه ").replace("14", "١٤") for p in AGENCY),
        tuple(p.replace("الأحياء", "الأحيـ.ـاء").replace("البلدة", "البلـ.دة") for p in AGENCY),
        (AGENCY[0].replace("صباح الأحد", "الأحد"), AGENCY[1].replace("قبل يومين", "مؤخراً"), AGENCY[3]),
    ],
    ids=["new headline", "cut tail", "own lead", "furniture", "spelling", "broken words", "edited"],
)  # fmt: skip
def test_copies_as_outlets_make_them(paragraphs: Sequence[str]) -> None:
    link = compared(words("a", *AGENCY), words("b", *paragraphs))
    assert link is not None
    assert (link.kind, link.verdict, link.step) == ("copy", "same", copies.STEP)


def test_reasons_quote_the_words_as_published() -> None:
    other = words("b", *AGENCY[:2])
    link = copies.compare(words("a", *AGENCY), other)
    assert link is not None
    run = next(f for f in link.features if f.name == "longest run")
    first, last = run.left.split(" … ")
    assert first in other.text
    assert last in other.text
    assert all(f.ar and f.en for f in link.features)


def test_two_days_of_one_formula_are_no_copies() -> None:
    monday, tuesday = BULLETIN.format(29, 17, 12), BULLETIN.format(41, 22, 19)
    link = copies.compare(words("a", monday), words("b", tuesday))
    assert link is not None
    assert link.verdict == "apart"
    assert any(f.weight < 0 and "numbers" in f.en for f in link.features)


def test_a_copy_with_one_corrected_number_is_a_copy() -> None:
    link = copies.compare(words("a", *AGENCY), words("b", *(p.replace("900", "850") for p in AGENCY)))
    assert link is not None
    assert link.verdict == "same"


def test_a_quoted_paragraph_is_perhaps_one_origin() -> None:
    link = copies.compare(words("a", *AGENCY[:3]), words("b", AGENCY[1], *NEWS))
    assert link is not None
    assert link.verdict == "possible"


NEWS = (
    "وصلت إلى المعبر شاحنات تحمل الطحين والسكر بعد أسبوع من الإغلاق، وبدأ التجار تفريغها في "
    "المستودعات القريبة.",
    "وتوقع أصحاب الأفران أن تعود طوابير الخبز إلى طولها المعتاد خلال أيام إذا بقيت الطريق "
    "سالكة أمام السائقين.",
)


def test_different_reports_have_nothing_to_do_with_each_other() -> None:
    assert copies.compare(words("a", *AGENCY), words("b", *NEWS)) is None


def test_the_same_order_counts() -> None:
    """Paragraphs of another order are no copy of the whole."""
    link = copies.compare(words("a", *AGENCY), words("b", *reversed(AGENCY)))
    assert link is None or link.verdict == "possible"


def test_a_flash_of_a_few_words_is_compared_with_nothing() -> None:
    assert copies.keys(words("a", "انفجار في البلدة")) == ()
    assert copies.compare(words("a", "انفجار في البلدة"), words("b", *AGENCY)) is None


@pytest.mark.parametrize("day", ["2031-03-18", "2031-02-17", "2032", None])
def test_the_same_text_is_found_whenever_it_was_published(day: str | None) -> None:
    assert compared(words("a", *AGENCY), words("b", *AGENCY, day=day)) is not None


def test_keys_are_the_same_everywhere() -> None:
    """Keys lie in ledgers: where the library hashes otherwise, `STEP` must become another."""
    assert rensa.RMinHash.ALGORITHM_VERSION == 2
    assert copies.keys(words("a", *AGENCY))[0] == KEY


KEY = "5a83w005ff901f44726"


def link(left: str, right: str, verdict: str, weight: float) -> Link:
    return Link("copy", left, right, verdict, weight, (), copies.STEP)  # type: ignore[arg-type]


def test_groups_are_joined_by_majority_and_never_across_apart() -> None:
    links = [
        link("a", "b", "same", 0.9), link("b", "c", "same", 0.9), link("a", "c", "possible", 0.5),
        link("c", "d", "same", 0.8), link("a", "d", "apart", 0.8),
        link("e", "f", "same", 0.9), link("f", "g", "same", 0.7), link("e", "g", "possible", 0.4),
    ]  # fmt: skip
    found = copies.groups(links, {})
    assert [group.reports for group in found] == [("a", "b"), ("c", "d"), ("e", "f")]


def test_families_of_copies_are_found() -> None:
    made = families(20, seed=11)
    documents = {told.id: told.analysis for told in made.told}
    read_words = {
        name: copies.Words.of(
            name, a.report.published.date, a.report.text, prose_words(a.report.text, a.annotations)
        )
        for name, a in documents.items()
    }
    links = [
        found
        for left, right in candidates(read_words.values())
        if (found := copies.compare(read_words[left], read_words[right]))
    ]
    truth = {pair for group in made.truth.copies for pair in combinations(sorted(group), 2)}
    said = {pair for group in copies.groups(links, {}) for pair in combinations(sorted(group.reports), 2)}
    assert len(said & truth) / len(said) >= 0.99
    assert len(said & truth) / len(truth) >= 0.98


def candidates(every: Iterable[copies.Words]) -> list[tuple[str, str]]:
    under: dict[str, list[str]] = {}
    found: set[tuple[str, str]] = set()
    for each in every:
        for key in copies.keys(each):
            others = under.setdefault(key, [])
            found.update((min(each.report, other), max(each.report, other)) for other in others)
            others.append(each.report)
    return sorted(found)


def judged(act: Act, left: str, right: str) -> Link:
    said = Judgement(act, min(left, right), "seen", "salma", "2020-03-06T12:00", other=max(left, right))
    return link_of("copy", said)


def found(verdict: Verdict, left: str, right: str, weight: float = 0.9) -> Link:
    return Link("copy", left, right, verdict, weight, (), copies.STEP)


def members(*links: Link) -> list[tuple[str, ...]]:
    return [tuple(sorted(group.reports)) for group in copies.groups(links, {})]


def test_what_a_person_joins_is_one_group() -> None:
    assert members(judged("join", "a", "b")) == [("a", "b")]
    linked = (found("same", "a", "b"), found("possible", "a", "c"), found("possible", "b", "c"))
    assert members(*linked) == [("a", "b")]
    assert members(*linked, judged("join", "a", "d"), judged("join", "c", "d")) == [("a", "b", "c", "d")]


def test_what_a_person_splits_is_in_no_group_together() -> None:
    linked = (found("same", "a", "b", 0.95), found("same", "b", "c"))
    assert members(*linked) == [("a", "b", "c")]
    assert members(*linked, judged("split", "a", "c")) == [("a", "b")]
