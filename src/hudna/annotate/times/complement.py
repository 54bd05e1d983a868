"""What «من» after «قبل يومين» goes with: the place left («انسحبت قبل يومين من البلدة») or an event."""

import re

from hudna.annotate.times.encode import Coded
from hudna.annotate.times.lexicon import Lexicon
from hudna.text.clitics import leads

_BACK = 12
_SUFFIXES = ("هما", "هم", "هن", "ها", "نا", "ه")
_DEED = re.compile(r"(?:ان|است|ا.ت)..?ا.|ت..ي[^ا]|م.ا..ه|ا..ا.")
"""The shape of verbal nouns: انسحاب, استهداف, اجتماع, توقيع, مغادره, اعلان."""


def from_a_place(coded: Coded, at: int, lexicon: Lexicon) -> bool:
    """Whether the «من» at item `at` names where somebody left or where a thing was, not what came later."""
    if coded.codes[at + 1 : at + 2] != "_":
        return False
    word = coded.after(at)
    if not word:
        return False
    bare = word.removeprefix("ال")
    forms = {word, bare, *(_of_owner(bare, suffix) for suffix in _SUFFIXES if bare.endswith(suffix))}
    if {word, bare} & lexicon.sets["event"]:
        return False
    if forms & lexicon.sets["settlement"]:
        return True
    if forms & lexicon.sets["event"] or any(_DEED.fullmatch(form) for form in forms):
        return False
    return _after_leaving(coded, coded.items[at].first, lexicon)


def _of_owner(word: str, suffix: str) -> str:
    """«بلدتهم» as «بلده»."""
    stem = word.removesuffix(suffix)
    return stem[:-1] + "ه" if stem.endswith("ت") else stem


def _after_leaving(coded: Coded, at: int, lexicon: Lexicon) -> bool:
    """Whether the nearest verb before token `at` is one of leaving that has named no place yet."""
    sentence = coded.tokens[at].sentence
    for i in range(at - 1, max(-1, at - 1 - _BACK), -1):
        token = coded.tokens[i]
        if token.sentence != sentence:
            return False
        if token.kind != "word":
            continue
        words = {token.norm, *(word for _, word in leads(token.norm))}
        if words & lexicon.leaving:
            return True
        if any(word in lexicon.tenses for word in words):
            return False
        if token.norm == "من" and not (i and lexicon.has("some-of", coded.tokens[i - 1].norm)):
            return False
    return False
