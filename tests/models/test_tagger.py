"""The model that comes with the program: decisions it is sure of, not scores, which vary with the machine."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.models.manifest import Missing
from hudna.models.tagger import Tagger

SURE = 0.9
SENTENCES = (
    "وصل الرئيس الفرنسي إيمانويل ماكرون إلى بيروت للقاء رئيس الوزراء اللبناني.",
    "قصفت قوات النظام بالمدفعية بلدة سرمين في ريف إدلب، ما أدى إلى مقتل ثلاثة مدنيين.",
    "قال المتحدث باسم الأمم المتحدة إن القافلة تحمل مواد غذائية تكفي ثلاثين ألف شخص.",
    "ارتفعت أسعار الخضار في الأسواق مع بداية فصل الشتاء.",
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    found = Tagger.open("default")
    if isinstance(found, Missing):
        pytest.skip(found.reason)
    return found


def told(tagger: Tagger, text: str, layer: str) -> set[tuple[str, str]]:
    (tagged,) = tagger.tag([text])
    return {(text[s.start : s.end], s.label) for s in tagged.spans if s.layer == layer}


def test_names(tagger: Tagger) -> None:
    found = told(tagger, SENTENCES[0], "names")
    assert ("إيمانويل ماكرون", "person") in found
    assert ("بيروت", "place") in found


def test_events_and_roles(tagger: Tagger) -> None:
    assert ("قصفت", "ASSAULT") in told(tagger, SENTENCES[1], "types")
    roles = told(tagger, SENTENCES[1], "roles")
    assert ("قصفت", "trigger") in roles
    assert any(text.startswith("قوات النظام") for text, label in roles if label == "source")
    assert not told(tagger, SENTENCES[3], "types")


def test_speech(tagger: Tagger) -> None:
    assert ("قال", "cue") in told(tagger, SENTENCES[2], "speech")
    assert told(tagger, SENTENCES[2], "content")


def test_classes_of_sentences(tagger: Tagger) -> None:
    attack, _, none = (tagger.tag([SENTENCES[i]])[0].classes["ASSAULT"] for i in (1, 2, 3))
    assert attack > none + 0.3


def test_sure_decisions_do_not_depend_on_the_batch(tagger: Tagger) -> None:
    for text, among in zip(SENTENCES, tagger.tag(SENTENCES), strict=True):
        (alone,) = tagger.tag([text])
        for span in among.spans:
            if span.probability > SURE:
                near = [(s.layer, s.label) for s in alone.spans if s.start < span.end and span.start < s.end]
                assert (span.layer, span.label) in near


def test_a_head_alone_says_only_its_own(tagger: Tagger) -> None:
    (tagged,) = tagger.tag([SENTENCES[1]], ["names"])
    assert {span.layer for span in tagged.spans} == {"names"}
    assert not tagged.classes


def test_later_heads_only_read_what_is_worth_more(tagger: Tagger) -> None:
    found = tagger.tag(SENTENCES[:2], ["events", "names"], lambda number, _: number == 1)
    assert [any(span.layer == "names" for span in tagged.spans) for tagged in found] == [False, True]
    assert all(tagged.classes for tagged in found)


def test_long_and_empty_sentences(tagger: Tagger) -> None:
    empty, long = tagger.tag(["", " ".join([SENTENCES[1]] * 30)])
    assert not empty.spans
    assert sum(s.layer == "types" for s in long.spans) > 15


@settings(max_examples=15)
@given(st.lists(st.text(st.sampled_from("قصف،. \n\u200fa1☃ﷺ"), max_size=40), max_size=3))
def test_property_offsets(tagger: Tagger, texts: list[str]) -> None:
    for text, tagged in zip(texts, tagger.tag(texts), strict=True):
        assert all(0 <= s.start < s.end <= len(text) for s in tagged.spans)
        assert all(0 < s.probability <= 1 for s in tagged.spans)


def test_the_first_answer_comes_soon(tagger: Tagger) -> None:
    begun = time.process_time()
    fresh = Tagger.open("default")
    assert isinstance(fresh, Tagger)
    fresh.tag(SENTENCES[:1])
    assert time.process_time() - begun < 5  # 0.5 s where nothing else runs
