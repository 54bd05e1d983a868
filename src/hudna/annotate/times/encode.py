"""A text as one string of letters, a letter a word, so that a grammar of time can be regular expressions.

«أمس الأربعاء 8 كانون الثاني» becomes `AWdM`: each letter is an `Item` that knows its value and where it
stands. A conjunction or preposition written onto a word is an item of its own (`&`, `π`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from hudna.annotate.times.lexicon import ARTICLES, CLITICS, WARY_MONTH, Lexicon, Phrases, TimeWord
from hudna.model.frozen import frozen
from hudna.text.clitics import leads
from hudna.text.numbers import may_begin, number_at, ordinal_at
from hudna.text.reading import Token

_MARKS = {
    **dict.fromkeys("،,", ","), **dict.fromkeys("/\\", "/"), **dict.fromkeys("-–—−", "-"),
    **dict.fromkeys("([", "{"), **dict.fromkeys(")]", "}"), ":": ":", "؛": ";", ".": "·",
    **dict.fromkeys("|•", ","),
}  # fmt: skip
_YEARS = range(1900, 2100)
_TAILS = frozenset("EAGWTVUL")
"""What may be written onto a word of time before it: days, parts of a day, lengths."""
_DIGITS = 9
"""Longer numbers are no time, and very long ones no number Python reads."""
_HIJRI_YEARS = range(1300, 1600)


class Item(NamedTuple):
    """One letter of a coded text: its value, folded offsets, and tokens `[first, last)` it stands for.

    A named tuple, for one is made for every word with a meaning, and a dataclass takes four times as long.
    """

    code: str
    value: str | int
    begin: int
    end: int
    first: int
    last: int
    part: str | None = None


_PLAIN = Item("_", 0, 0, 0, 0, 0)
_MARK = (Item("!", 0, 0, 0, 0, 0),)
_RUN = 3
"""Letters before or after a match that a rule asks for, at most."""


@frozen
class Coded:
    """A coded text: `codes[i]` is the letter of `items[i]`; tokens are those the items point at."""

    codes: str
    items: tuple[Item, ...]
    tokens: Sequence[Token]

    def before(self, item: int) -> str:
        """The folded word before an item, "" at the start of its sentence."""
        return self._neighbour(self.items[item].first - 1, self.items[item].first)

    def after(self, item: int) -> str:
        """The folded word after an item, "" at the end of its sentence."""
        return self._neighbour(self.items[item].last, self.items[item].last - 1)

    def _neighbour(self, token: int, own: int) -> str:
        if not 0 <= token < len(self.tokens) or self.tokens[token].sentence != self.tokens[own].sentence:
            return ""
        return self.tokens[token].norm


def encode(tokens: Sequence[Token], lexicon: Lexicon) -> Coded:
    """Code the tokens of a text; `|` parts sentences, `_` is any word without a meaning in time.

    Of a run of such words no more than `_RUN` are kept: no rule looks farther.
    """
    items: list[Item] = []
    i, sentence, plain = 0, tokens[0].sentence if tokens else 0, 0
    while i < len(tokens):
        token = tokens[i]
        if token.sentence != sentence:
            items.append(Item("|", 0, token.at, token.at, i, i))
            sentence, plain = token.sentence, 0
        found = _items(tokens, i, token, lexicon)
        if found:
            items.extend(found)
            i, plain = found[-1].last or i + 1, 0
            continue
        if plain < _RUN:
            items.append(_PLAIN)
        i, plain = i + 1, plain + 1
    return Coded("".join([item.code for item in items]), tuple(items), tokens)


def _items(tokens: Sequence[Token], i: int, token: Token, lexicon: Lexicon) -> Sequence[Item]:
    """The items that token `i` begins, none for a word without a meaning in time."""
    if token.kind == "word":
        return _word(tokens, i, token, lexicon) if lexicon.may_mean(token.norm) else ()
    if token.kind == "number":
        return (_digits(tokens, i),)
    code = _MARKS.get(token.norm)
    return (Item(code, 0, token.at, token.at + len(token.norm), i, i + 1),) if code else _MARK


def _digits(tokens: Sequence[Token], i: int) -> Item:
    token = tokens[i]
    begin, end = token.at, token.at + len(token.norm)
    if not token.norm.isdigit() or len(token.norm) > _DIGITS:
        code = "τ" if _dotted(token.norm) else "D"
        return Item(code, token.norm, begin, end, i, i + 1)
    return Item(_number_code(int(token.norm), len(token.norm)), int(token.norm), begin, end, i, i + 1)


def _number_code(value: int, width: int) -> str:
    if width <= 2 and 1 <= value <= 31:
        return "d"
    if width == 4 and value in _YEARS:
        return "y"
    return "h" if width == 4 and value in _HIJRI_YEARS else "n"


def _dotted(norm: str) -> bool:
    parts = norm.split(".")
    return len(parts) == 3 and all(p.isdigit() for p in parts) and 4 in map(len, parts)


def _word(tokens: Sequence[Token], i: int, token: Token, lexicon: Lexicon) -> list[Item]:
    """The items of a word with a meaning in time, none for any other."""
    norm = token.norm
    if norm in ARTICLES and _touches_number(tokens, i):
        return _article(tokens, i)
    for lead, word in leads(norm):
        options = lexicon.phrases.get(word)
        if options is None:
            continue
        hit = _phrase(tokens, i, options)
        if hit is not None and not (hit[0].code in (WARY_MONTH, "H") and lead[-1:] in ("ب", "ك")):
            entry, last = hit
            begin, end = token.at + len(norm) - len(word), tokens[last - 1].at + len(tokens[last - 1].norm)
            item = Item(entry.code, entry.value, begin, end, i, last, entry.part)
            return [*_clitics(lead, token, i), item]
    if norm in CLITICS:
        return [Item("&" if norm in "وف" else "π", 0, token.at, token.at + 1, i, i + 1)]
    return _in_words(tokens, i) or _glued(tokens, i, lexicon)


def _glued(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> list[Item]:
    """«مساءامس»: two words of time written as one, none where the word is not made of two."""
    norm, at = tokens[i].norm, tokens[i].at
    if not norm.startswith(lexicon.glued):
        return []
    head = next(word for word in lexicon.glued if norm.startswith(word))
    tail, first = lexicon.phrases.get(norm[len(head) :]), lexicon.phrases[head].alone
    hit = _phrase(tokens, i, tail) if tail else None
    if first is None or hit is None or hit[0].code not in _TAILS:
        return []
    entry, last = hit
    middle, end = at + len(head), tokens[last - 1].at + len(tokens[last - 1].norm)
    return [
        Item(first.code, first.value, at, middle, i, i + 1, first.part),
        Item(entry.code, entry.value, middle, end, i, last, entry.part),
    ]


def _touches_number(tokens: Sequence[Token], i: int) -> bool:
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and after.kind == "number" and after.at <= token.at + len(token.norm) + 1


def _phrase(tokens: Sequence[Token], i: int, options: Phrases) -> tuple[TimeWord, int] | None:
    """The longest entry whose further words follow token `i` in its sentence, and where it ends."""
    if options.longer and i + 1 < len(tokens):
        for rest, entry in options.longer.get(tokens[i + 1].norm, ()):
            last = i + 1 + len(rest)
            following = tokens[i + 1 : last]
            if [t.norm for t in following] == list(rest) and following[-1].sentence == tokens[i].sentence:
                return entry, last
    return (options.alone, i + 1) if options.alone else None


def _clitics(lead: str, token: Token, i: int) -> list[Item]:
    found = []
    at = token.at
    if lead[:1] in ("و", "ف") and lead:
        found.append(Item("&", 0, at, at + 1, i, i + 1))
        at, lead = at + 1, lead[1:]
    if lead:
        found.append(Item("π", 0, at, at + 1, i, i + 1))
    return found


def _article(tokens: Sequence[Token], i: int) -> list[Item]:
    """«الـ17»: article and number as one item."""
    number = _digits(tokens, i + 1)
    clitic = tokens[i].norm.removesuffix("ال").removesuffix("ل")
    item = Item(number.code, number.value, tokens[i].at + len(clitic), number.end, i, i + 2)
    return [*_clitics(clitic, tokens[i], i), item]


def _in_words(tokens: Sequence[Token], i: int) -> list[Item]:
    """Numbers and ordinals in words; feminine ordinals with the article may be hours of the clock."""
    token = tokens[i]
    if not may_begin(token.norm):
        return []
    ordinal = ordinal_at(tokens, i)
    if ordinal is not None and ordinal.definite:
        code = "O" if token.norm.endswith(("ه", "الاولي")) else "o"
        return _numeral(tokens, i, ordinal.last, code, ordinal.value, ordinal.lead)
    number = number_at(tokens, i)
    if number is not None and number.kind in ("order", "few"):
        return _numeral(tokens, i, number.last, "k", 0, number.lead)
    if number is not None and number.value is not None and number.value == int(number.value):
        code = "O" if number.definite and token.norm.endswith("الواحده") else "q"
        return _numeral(tokens, i, number.last, code, int(number.value), number.lead)
    if ordinal is not None:
        return _numeral(tokens, i, ordinal.last, "ω", ordinal.value, ordinal.lead)
    return []


def _numeral(tokens: Sequence[Token], i: int, last: int, code: str, value: int, lead: str) -> list[Item]:
    token, end = tokens[i], tokens[last - 1]
    written = lead if token.norm.startswith(lead) else ""
    item = Item(code, value, token.at + len(written), end.at + len(end.norm), i, last)
    return [*_clitics(written, token, i), item]
