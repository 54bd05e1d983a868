"""Searching a ledger: what is found, in which order, how it is shown, and that no input breaks it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hudna.model.errors import LedgerError
from hudna.model.filters import Filter
from hudna.store.sqlite import open_view
from hudna.store.view import SqlView
from tests.store import builders as b
from tests.store.conftest import Store

TEXTS = {
    "shelling": "القصف على ريف إدلب\nتعرضت بلدات في الريف لقصف مدفعي عنيف، وقصفت الطائرات أطراف البلدة.",
    "broken": "تجدد قصـ.ف المدفعية على المنطقة صباح اليوم.",
    "ceasefire": "دخل وقف إطلاق النار حيز التنفيذ بادلب، ولم يسجل أي خرق.",
    "aid": "وصلت قافلة مساعدات إلى لإدلب عبر المعبر.",
    "talks": "عقد الجانبان جولة من المحادثات حول إطلاق مشروع للطاقة، ثم وقف الوفد في النار.",
    "furniture": "عقد اجتماع في العاصمة لبحث التعاون في مجال النقل.\nاقرأ أيضا: قصف جديد على سرمين",
}


@pytest.fixture
def view(store: Store) -> SqlView:
    store.put(*(b.bare(text, uri) for uri, text in TEXTS.items()))
    return store.view()


def found(view: SqlView, words: str) -> set[str]:
    return {hit.report.uri for hit in view.search(words)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("قصف", {"shelling", "broken"}),
        ("قصـ.ف", {"shelling", "broken"}),
        ("بالقصف", {"shelling", "broken"}),
        ("إدلب", {"shelling", "ceasefire", "aid"}),
        ("ادلب", {"shelling", "ceasefire", "aid"}),
        ("قصف إدلب", {"shelling"}),
        ("قصف -إدلب", {"broken"}),
        ("إدلب -«وقف إطلاق النار»", {"shelling", "aid"}),
        ("وقف إطلاق النار", {"ceasefire", "talks"}),
        ("«وقف إطلاق النار»", {"ceasefire"}),
        ("محادث*", {"talks"}),
        ("مدف*", {"shelling", "broken"}),
        ("-قصف", {"ceasefire", "aid", "talks", "furniture"}),
        ("-قصف -إدلب", {"talks", "furniture"}),
        ("سرمين", set()),
        ("كلمةغيرموجودة", set()),
    ],
)
def test_finds(view: SqlView, words: str, expected: set[str]) -> None:
    assert found(view, words) == expected


def test_best_first(view: SqlView) -> None:
    hits = view.search("قصف")
    assert [h.report.uri for h in hits] == ["broken", "shelling"] or hits[0].score > hits[1].score
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_the_word_as_asked_ranks_above_its_relatives(store: Store) -> None:
    filler = " ".join(f"كلمة{n}" for n in range(30))
    store.put(
        *(b.bare(f"{filler} {word}", word) for word in ("قصفوا", "بالقصف", "قصف")),
        *(b.bare(f"{filler} شيء آخر {n}", f"other{n}") for n in range(9)),
    )  # fmt: skip
    assert [h.report.uri for h in store.view().search("قصف")] == ["قصف", "بالقصف", "قصفوا"]


def test_the_snippet_is_the_text_as_published(view: SqlView) -> None:
    [hit] = view.search("«قصف المدفعية»")
    text = TEXTS["broken"]
    assert [text[m.start : m.end] for m in hit.marks] == ["قصـ.ف المدفعية"]
    assert hit.snippet == text[hit.start : hit.start + len(hit.snippet)]
    assert (hit.start, hit.line) == (0, 1)
    [second] = view.search("مدفعي عنيف")
    assert second.line == 2
    assert second.snippet == TEXTS["shelling"].split("\n")[1]


def test_a_long_line_is_cut_at_blanks(store: Store) -> None:
    text = " ".join(["كلمات"] * 100) + " هدنة " + " ".join(["أخرى"] * 100)
    store.put(b.bare(text, "long"))
    [hit] = store.view().search("هدنة")
    assert 100 < len(hit.snippet) < 220
    assert hit.snippet.startswith("كلمات ")
    assert hit.snippet.endswith(" أخرى")
    assert "هدنة" in hit.snippet


def test_a_title_beside_the_text_is_found(store: Store) -> None:
    store.put(b.bare("نص لا يذكرها.", "a", title="عنوان عن الهدنة"))
    [hit] = store.view().search("هدنة")
    assert hit.marks == ()
    assert hit.snippet == "نص لا يذكرها."


def test_pages_of_hits(view: SqlView) -> None:
    everything = view.search("إدلب")
    assert view.search("إدلب", Filter(limit=1, offset=1)) == everything[1:2]


@pytest.mark.parametrize("words", ["", "  ", "«»", "-", "***", "()"])
def test_nothing_asked(view: SqlView, words: str) -> None:
    with pytest.raises(LedgerError, match="at least one word"):
        view.search(words)


def test_too_much_asked(view: SqlView) -> None:
    with pytest.raises(LedgerError, match="up to 64 words; got 70"):
        view.search(" ".join(f"كلمة{n}" for n in range(70)))
    view.search(" ".join(f"كلمة{n}" for n in range(64)))
    view.search(" ".join(f"-كلمة{n}" for n in range(64)))
    view.search("«" + " ".join(f"كلمة{n}" for n in range(500)) + "»")


HOSTILE = [
    'NEAR("a" "b", 5)', "word : قصف", "a AND", "OR", "NOT قصف", "^قصف", "قصف*قصف", '"قصف', "(((('", "a\x00b",
    "'; DROP TABLE report; --", "{word bare} : قصف", "قصف + إدلب", "\ud800", "%_", "col:*", "-*", "--قصف",
    "*قصف", "\u202eقصف", "«قصف", "قصف»", "قصف - إدلب", '""""', "«« »»",
]  # fmt: skip
NOTHING = re.compile("at least one word|up to 64 words")


def shown_or_told(view: SqlView, words: str) -> None:
    """Either there are hits with words of their texts, or the user hears what a search expects."""
    try:
        hits = view.search(words, Filter(limit=5))
    except LedgerError as told:
        if not NOTHING.search(str(told)):
            raise
        return
    for hit in hits:
        assert hit.snippet in TEXTS[hit.report.uri]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_syntax_gets_through(view: SqlView, words: str) -> None:
    shown_or_told(view, words)


@pytest.fixture(scope="module")
def one_view(tmp_path_factory: pytest.TempPathFactory) -> SqlView:
    made = Store(tmp_path_factory.mktemp("search") / "l.hudna")
    made.put(*(b.bare(text, uri) for uri, text in TEXTS.items()))
    return open_view(made.path, made.indexer)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(HOSTILE)).map(" ".join)))
def test_no_input_breaks_the_search(one_view: SqlView, words: str) -> None:
    shown_or_told(one_view, words)


@pytest.mark.parametrize("uri", list(TEXTS))
@pytest.mark.parametrize(
    "words", ["قصف", "إدلب", "«وقف إطلاق النار»", "قصف إدلب", "مدف*", "البلدة", "-قصف إدلب"]
)
def test_what_is_found_is_what_is_shown(view: SqlView, uri: str, words: str) -> None:
    """Index and highlighting agree: a hit has marks, and a text without marks is no hit."""
    hits = {h.report.uri: h for h in view.search(words)}
    query = view.backend.indexer.query(words)
    shown = view.backend.indexer.highlight(TEXTS[uri], query)
    if uri in hits:
        assert shown == list(hits[uri].marks)
        assert shown
    elif len(query.clauses) == 1:
        assert not shown
