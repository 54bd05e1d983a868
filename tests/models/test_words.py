"""What counts as a word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hudna.models.words import words


def test_words_and_signs() -> None:
    text = "قُتِلَ 3 مدنيين، (بينهم طفل) في إطـلاق_نار."
    found = [text[a:b] for a, b in words(text)]
    assert found == ["قُتِلَ", "3", "مدنيين", "،", "(", "بينهم", "طفل", ")", "في", "إطـلاق", "_", "نار", "."]


@given(st.text(max_size=80))
def test_property_words_cover_all_but_blanks(text: str) -> None:
    found = words(text)
    assert all(a < b for a, b in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    covered = {i for a, b in found for i in range(a, b)}
    assert all(i in covered or text[i].isspace() for i in range(len(text)))
