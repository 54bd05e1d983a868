"""Latin letters for an Arabic name nobody has spelled yet: readable, the same every time, and no scholar's.

Names that have a usual spelling («Kafr», «Mohammed») are given; the others go letter by letter, roughly as
the BGN/PCGN system of 1956 does without its dots and bars. Short vowels are not written in Arabic: an «a»
stands in for them where consonants could not be spoken otherwise.
"""

from collections.abc import Iterator, Mapping

from hudna.text.normalise import fold

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "'", "غ": "gh", "ف": "f", "ق": "q",
    "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "'", "پ": "p", "چ": "ch",
    "ڤ": "v", "گ": "g",
}  # fmt: skip
_VOWELS = {"ا": "a", "أ": "a", "آ": "a", "إ": "i", "ى": "a", "ة": "a", "ؤ": "u", "ئ": "i"}
_LONG = {"و": "u", "ي": "i"}


def romanise(name: str, known: Mapping[str, str]) -> str:
    """A name in Latin letters; `known` gives the usual spelling of folded words.

    >>> romanise("كفر سلقين", {"كفر": "Kafr"})
    'Kafr Salqin'
    """
    return " ".join(filter(None, (_word(word, known) for word in name.split())))


def _word(word: str, known: Mapping[str, str]) -> str:
    letters = "".join(c for c in word if c in _CONSONANTS or c in _VOWELS)
    usual = known.get(fold(letters))
    if usual:
        return usual
    if letters.startswith("ال") and len(letters) > 4:
        bare = known.get(fold(letters[2:]))
        return f"al-{bare or _spell(letters[2:])}"
    return _spell(letters)


def _spell(letters: str) -> str:
    spelled = "".join(_sounds(letters)).strip("'").replace("''", "'")
    return spelled[:1].upper() + spelled[1:]


def _sounds(letters: str) -> Iterator[str]:
    """Letter by letter: «و» and «ي» are vowels between consonants, and an «a» parts consonants."""
    vowel_before, cluster = False, True
    for i, letter in enumerate(letters):
        following = letters[i + 1] if i + 1 < len(letters) else ""
        glide = letter in _LONG and i > 0 and not vowel_before and following not in _VOWELS
        if letter in _VOWELS or glide:
            if not (vowel_before and letter == "ة"):
                yield _VOWELS.get(letter) or _LONG[letter]
            vowel_before, cluster = True, False
            continue
        yield "iy" if letter == "ي" and following == "ة" and not vowel_before else _CONSONANTS[letter]
        after = letters[i + 2] if i + 2 < len(letters) else ""
        spoken_next = following in _VOWELS or (following in _LONG and after not in _VOWELS)
        if following and not spoken_next and cluster:
            yield "a"
            vowel_before, cluster = True, False
        else:
            vowel_before, cluster = False, True
