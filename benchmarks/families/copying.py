"""Copies as outlets make them: another headline, a cut tail, furniture, other spelling, words broken up."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from benchmarks.families import words
from benchmarks.families.drafts import Draft, Line
from benchmarks.families.words import fill, respelt, text_of
from benchmarks.families.world import OUTLETS

KEPT = 0.45
"""The part of the words that the most cut copy keeps, at least."""
_BROKEN = {"قصف": "قصـ.ف", "قُتل": "قُتـ.ل", "غارات": "غـ.ارات", "النار": "النـ.ار", "مقتل": "مقـ.تل"}
_OTHER = {"شباط": "فبراير", "آذار": "مارس", "نيسان": "أبريل", "أيار": "مايو", "المصابين": "الجرحى"}
_SIGNS: tuple[tuple[float, dict[str, str]], ...] = (
    (0.4, {"أ": "ا", "إ": "ا", "آ": "ا"}),
    (0.15, {"ى": "ي"}),
    (0.1, {"ة": "ه"}),
    (0.2, {str(digit): chr(0x0660 + digit) for digit in range(10)}),
    (0.3, dict.fromkeys("\u064b\u064e\u064f\u0651", "")),
)
"""How often outlets spell otherwise, and how: no hamza, no dots, other digits, no vowels."""


def copied(model: Draft, chance: random.Random) -> Draft:
    """A copy of a report, or of a copy."""
    outlet = chance.choice([other for other in OUTLETS if other != model.publisher])
    title, *body = [line for line in model.lines if line.kind != "furniture"]
    values = {"outlet": outlet, "place_only": model.place}
    if chance.random() < 0.8:
        title = replace(title, pieces=fill(chance.choice(words.HEADLINES), values))
    if chance.random() < 0.6 and len(body) > 3:
        body = body[: chance.randint(_fewest(body), len(body))]
    elif chance.random() < 0.3 and len(body) > 4:
        del body[chance.randrange(2, len(body) - 1)]
    if chance.random() < 0.2:
        body.insert(0, Line(fill(chance.choice(words.OWN_LEADS), values)))
    spell = _spelling(chance)
    lines = [replace(line, pieces=respelt(line.pieces, spell)) for line in (title, *body)]
    for _ in range(chance.choice((0, 0, 1, 2, 3))):
        where = len(lines) if chance.random() < 0.7 else chance.randrange(2, len(lines) + 1)
        lines.insert(where, _furniture(outlet, chance))
    published = model.published + timedelta(days=chance.choice((0, 0, 0, 1)))
    return replace(model, lines=tuple(lines), publisher=outlet, published=published)


def _furniture(outlet: str, chance: random.Random) -> Line:
    headline = text_of(fill(chance.choice(words.HEADLINES), {"place_only": "البلدة"}))
    values = {"headline": headline, "outlet": outlet}
    return Line(fill(chance.choice(words.FURNITURE), values), kind="furniture")


def _fewest(body: Sequence[Line]) -> int:
    """How many paragraphs a copy must keep: two, and `KEPT` of the words."""
    sizes = [len(text_of(line.pieces).split()) for line in body]
    kept = 0
    for number, size in enumerate(sizes, 1):
        kept += size
        if number >= 2 and kept >= KEPT * sum(sizes):
            return number
    return len(body)


def _spelling(chance: random.Random) -> Callable[[str], str]:
    """A way to spell, the same for the whole report."""
    table: dict[str, str] = {}
    for odds, signs in _SIGNS:
        if chance.random() < odds:
            table |= signs
    swapped = dict(_BROKEN) if chance.random() < 0.35 else {}
    if chance.random() < 0.25:
        swapped |= _OTHER
    translation = str.maketrans(table)

    def spell(text: str) -> str:
        for word, other in swapped.items():
            text = text.replace(word, other)
        return text.translate(translation)

    return spell
