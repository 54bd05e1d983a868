"""What a tagger says, as stretches of the text as published."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.model.annotations import Mention
from hudna.models.tagging import TagStep, meant
from hudna.text.reading import read
from tests.models.saying import Saying

KNOWN = frozenset({"قصف", "قتل"})


def test_tags_stand_in_the_text_as_published() -> None:
    reading = read("هدأت المدينة. ثم وصل كمال الرمحي إلى طبرق.")
    tags = TagStep(Saying([("كمال الرمحي", "names", "person", 0.9)]))(reading, range(2), ("names",))
    (tag,) = tags.layer(1, "names")
    assert reading.text[tag.start : tag.end] == "كمال الرمحي"
    assert tags.layer(1, "names", "place") == ()


def test_only_the_sentences_wanted_are_asked_about() -> None:
    tagger = Saying()
    TagStep(tagger)(read("هدأت المدينة. وصل الوفد."), [1], ("names",))
    assert tagger.asked == ["وصل الوفد."]


def test_names_are_asked_where_somebody_is_unnamed() -> None:
    tagger = Saying([("كمال الرمحي", "roles", "source", 0.9), ("طبرق", "setting", "place", 0.9)])
    reading = read("وصل كمال الرمحي. عاد الوفد إلى طبرق. هدأت المدينة.")
    town = reading.text.index("طبرق")
    known = Mention(town, town + 4, "طبرق", "place", None, None, "طبرق", None, 0, 1, reason="")
    TagStep(tagger)(reading, range(3), ("events", "names"), [known])
    assert tagger.more == ["وصل كمال الرمحي."]


def test_broken_words_are_restored_for_the_tagger() -> None:
    reading = read("نفذ الطيران قـ.صف على البلدة", known=KNOWN)
    assert reading.restorations
    tagger = Saying([("قصف", "types", "ASSAULT", 0.9)])
    (tag,) = TagStep(tagger)(reading, [0], ("events",)).layer(0, "types")
    assert reading.text[tag.start : tag.end] == "قـ.صف"


@given(st.text(st.sampled_from("قصف تل.ـ*\n،ا"), max_size=60))
def test_property_every_character_has_a_place(text: str) -> None:
    reading = read(text, known=KNOWN)
    for sentence in reading.sentences:
        letters, places = meant(reading, sentence)
        assert len(letters) == len(places)
        assert all(sentence.start <= start < end <= sentence.end for start, end in places)
        assert sorted(places) == places
