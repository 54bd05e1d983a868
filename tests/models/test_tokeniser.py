"""Pieces stand for the characters they come from, whatever the text."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hudna.models.tokeniser import (
    UNKNOWN,
    Pieces,
    Tokeniser,
    Vocabulary,
    read_vocabulary,
    word_pieces,
    write_vocabulary,
)
from hudna.models.words import words

SCORES = {
    "▁": -3.0,
    "▁قال": -5.0,
    "قا": -6.0,
    "ل": -4.0,
    "▁و": -4.5,
    "قال": -5.5,
    "،": -3.5,
    "ا": -3.6,
    "لا": -5.0,
}
CHANGES = {"ﻻ": "لا", "\u200f": "", "\u00a0": " ", "ﷺ": "صلى الله عليه"}
TEXTS = st.text(st.one_of(st.sampled_from("قال و،\u200f\u00a0ﻻﷺـ\n٣"), st.characters()), max_size=60)


def vocabulary() -> Vocabulary:
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *SCORES]
    return Vocabulary(pieces, [0.0] * 4 + list(SCORES.values()), -20.0, CHANGES)


def spelled(text: str) -> list[tuple[str, str]]:
    known = vocabulary()
    found = Tokeniser(known)(text)
    parts = zip(found.ids, found.starts, found.ends, strict=True)
    return [(known.pieces[i], text[start:end]) for i, start, end in parts]


def test_the_best_pieces_of_each_word() -> None:
    assert spelled("قال، وقال") == [("▁قال", "قال"), ("،", "،"), ("▁و", "و"), ("قال", "قال")]


def test_a_replaced_character_keeps_its_place() -> None:
    assert spelled("ق\u200fال") == [("▁قال", "ق\u200fال")]
    assert spelled("وﻻ") == [("▁و", "و"), ("لا", "ﻻ")]


def test_an_unknown_character_is_one_piece() -> None:
    assert spelled("قال☃") == [("▁قال", "قال"), ("<unk>", "☃")]


@given(TEXTS)
def test_property_offsets(text: str) -> None:
    found = Tokeniser(vocabulary())(text)
    assert len(found.ids) == len(found.starts) == len(found.ends)
    covered: set[int] = set()
    before = 0
    for piece, start, end in zip(found.ids, found.starts, found.ends, strict=True):
        assert 0 <= before <= start <= end <= len(text)
        assert start < end or piece != UNKNOWN
        before = start
        covered.update(range(start, end))
    kept = {i for i, c in enumerate(text) if any(not x.isspace() for x in CHANGES.get(c, c))}
    assert kept <= covered


@given(TEXTS)
def test_property_words_have_a_piece_that_holds_a_character_of_theirs(text: str) -> None:
    found = Tokeniser(vocabulary())(text)
    spots = words(text)
    for (start, end), place in zip(spots, word_pieces(found, spots), strict=True):
        if place is None:
            assert all(not CHANGES.get(c, c).strip() for c in text[start:end])
        else:
            assert found.starts[place] < end
            assert start < found.ends[place]


def test_the_first_piece_of_a_word_is_no_bare_mark() -> None:
    pieces = Pieces((6, 7, 8), (0, 0, 2), (0, 2, 3))
    assert word_pieces(pieces, [(0, 2), (2, 3), (4, 5)]) == [1, 2, None]


def test_a_vocabulary_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_vocabulary(vocabulary(), tmp_path / "v.txt")
    assert read_vocabulary(tmp_path / "v.txt") == vocabulary()
