"""Whatever the text: offsets stay inside it, map back, and nothing is lost or raised."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from hudna.model.errors import ReadError
from hudna.packs.layout import load_known_words, load_layout
from hudna.text.decode import decode
from hudna.text.language import language_of
from hudna.text.normalise import fold, fold_with_offsets
from hudna.text.numbers import number_at, ordinal_at
from hudna.text.reading import read
from hudna.text.restore import restore

LAYOUT = load_layout()
KNOWN = load_known_words()
BITS = st.sampled_from(
    [
        *"ابتةثجحخدذرزسشصضطظعغفقكلمنهوىيءآأإؤئ",
        *"ـًٌٍَُِّْ",
        *".,،؛:؟!*_/|@•~-–…'\"«»“”„‹›‘’()[]#%",
        *"0123456789٠١٢٩٫٬",
        *"abzABoO0lI \t\n\r\u00a0\u2028\x0b\x85\u200b\u200c\u200f\u00ad\ufeffﷺﻼﻗ🙂\ud800\udfff\x00İßქ漢",
        *("  ", "\r\n", "ـ.", "ق.", "قـ.تل", " ق ص ف ", "قتل", "القصف", "مليون", "و300", "ألفاً", "خمسة"),
        *("وعشرين", "نصف", "في المئة", "الـ17", "الثالث", "أ.ف.ب", "اقرأ أيضاً: ", "المصدر: "),
        *("قال الوزير إن الهدنة قائمة في المدينة. ", "رد فعل: في المقابل قال ", "اترك تعليقاً"),
    ]
)
TEXTS = st.lists(BITS, max_size=60).map("".join) | st.text(max_size=60)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_folding_maps_back(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for i in range(len(folded.text)):
        assert 0 <= folded.starts[i] < folded.ends[i] <= len(text)
        assert i == 0 or folded.starts[i - 1] <= folded.starts[i]
        assert i == 0 or folded.ends[i - 1] <= folded.ends[i]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
@example("قـ.تل\u0651 ﷺ.")
@example("«\n«")
@example(":")
@example("رد:")
def test_a_reading_points_into_its_text(text: str) -> None:
    reading = read(text, layout=LAYOUT, known=KNOWN)
    replaced = restore(text, KNOWN)[1]
    for token in reading.tokens:
        words = [fold(replaced.get(i, text[i])) for i in range(token.start, token.end)]
        assert token.norm in "".join(words)
        assert (
            "".join(words) == token.norm
            or len(fold(text[token.start])) > 1
            or len(fold(text[token.end - 1])) > 1
        )
        assert reading.folded.text.startswith(token.norm, token.at)
    for found in reading.restorations:
        assert text[found.start : found.end] == found.surface
        assert found.restored
        assert found.restored != found.surface
    for quote in reading.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()
    last = 0
    for number, sentence in enumerate(reading.sentences):
        assert last == sentence.first < sentence.last
        last = sentence.last
        part = reading.segments[sentence.segment]
        assert part.start <= sentence.start < sentence.end <= part.end
        assert all(t.sentence == number for t in reading.tokens[sentence.first : sentence.last])
    assert last == len(reading.tokens)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_segments_are_in_order_and_cover_every_character(text: str) -> None:
    at = 0
    for part in read(text, layout=LAYOUT, known=KNOWN).segments:
        assert at <= part.start < part.end
        assert not text[at : part.start].strip()
        assert text[part.start : part.end] == text[part.start : part.end].strip()
        at = part.end
    assert not text[at:].strip()


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_numbers_move_forward(text: str) -> None:
    tokens = read(text).tokens
    for i in range(len(tokens)):
        number = number_at(tokens, i)
        assert number is None or (number.first == i < number.last <= len(tokens))
        ordinal = ordinal_at(tokens, i)
        assert ordinal is None or i < ordinal.last <= len(tokens)


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "windows-1256", "utf-16", "hex", "x y", ""]))
@settings(max_examples=300, deadline=None)
def test_bytes_are_read_or_refused(data: bytes, declared: str | None) -> None:
    refused = None
    try:
        text, encoding, _ = decode(data, declared)
    except ReadError as error:
        refused = error.reason
    else:
        assert isinstance(text, str)
        assert encoding
    assert refused in (None, "empty", "binary", "encoding")


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_every_text_has_a_language(text: str) -> None:
    assert language_of(text)


def test_adversarial_texts_are_read() -> None:
    for bit in (
        "ـ.",
        "((",
        '"',
        "“",
        "«",
        "'",
        "ق.",
        "م. ",
        "قـ.تل ",
        "ق ق\n",
        "ا",
        "1",
        "و300 ",
        "كتبت- ",
        "قال:",
        "«\n",
    ):
        text = bit * (20_000 // len(bit))
        reading = read(text, layout=LAYOUT, known=KNOWN)
        assert reading.segments[-1].end == len(text.rstrip())
