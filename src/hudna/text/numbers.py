"""Numbers in Arabic prose, read at a token: digits, words, and both mixed («مليون و300 ألف»).

    number_at(tokens, i)   a cardinal that begins at token i, or None
    ordinal_at(tokens, i)  an ordinal that begins at token i («الثالث», «الحادي والعشرين», «الـ56»), or None
    digits_value(norm)     the value of a token of digits («1,800» is 1800, «1.7» is 1.7), or None

The longest reading wins: «14 ألفاً و854» is one number of three tokens and a bare «و». Counted nouns,
bounds («أكثر من») and dates are for the caller to tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from hudna.model.frozen import frozen
from hudna.text.clitics import leads
from hudna.text.number_words import (
    BEFORE_TEN,
    DUALS,
    FEW,
    FRACTIONS,
    HUNDREDS,
    MONDAY,
    ONE_HUNDRED,
    ORDERS,
    ORDINAL_STARTS,
    ORDINALS,
    ORDINALS_BEFORE_TEN,
    PERCENT,
    QUARTERS,
    SCALE_DUALS,
    SCALES,
    STARTS,
    TEN,
    TENS,
    TENS_WORDS,
    UNITS,
)
from hudna.text.reading import Token

NumberKind = Literal["digits", "words", "mixed", "order", "few"]


@frozen
class Number:
    """A cardinal over the tokens `[first, last)`.

    `kind` is digits, words, mixed («300 ألف»), order («عشرات» 10, «مئات الآلاف» 100000: an order of
    magnitude, the value is its lower end) or few («بضعة», «عدة»: no value). `definite` says that it stands
    with the article («الخمسة», «الـ17»), `lead` is what is written onto its first word («و», «ب», «ل»; for
    digits the token before, which is not counted in), `dual` that the number is a dual («مئتان», «ألفي»),
    `percent` that a percent sign or «في المئة» follows, which `last` then includes.
    """

    value: float | None
    first: int
    last: int
    kind: NumberKind
    definite: bool = False
    lead: str = ""
    dual: bool = False
    percent: bool = False


@frozen
class Ordinal:
    """An ordinal over the tokens `[first, last)`; `lead` as in `Number`."""

    value: int
    first: int
    last: int
    definite: bool
    lead: str = ""


def number_at(tokens: Sequence[Token], i: int) -> Number | None:
    """The longest cardinal that begins at token `i`, or None; a bare «و», «ب» or «ال» begins none."""
    token = tokens[i]
    if token.kind == "number":
        return _finish(tokens, _Cursor(tokens, i), *_clitics_before(tokens, i))
    if token.kind != "word":
        return None
    word, lead, definite = _bare(token.norm)
    if word not in STARTS or (definite and token.norm.removeprefix(lead) in MONDAY):
        return None
    if definite and word in ONE_HUNDRED and (lead == "ب" or (i and tokens[i - 1].norm == "في")):
        return None
    return _finish(tokens, _Cursor(tokens, i), lead, definite)


def ordinal_at(tokens: Sequence[Token], i: int) -> Ordinal | None:
    """The ordinal that begins at token `i`, or None. «الـ56» begins at its article."""
    token = tokens[i]
    if token.kind != "word":
        return None
    if token.norm.endswith("ال") and _touching(tokens, i) and tokens[i + 1].norm.isdigit():
        return Ordinal(int(tokens[i + 1].norm), i, i + 2, True, token.norm[:-2])
    word, lead, definite = _bare(token.norm, ORDINAL_STARTS)
    if word not in ORDINAL_STARTS:
        return None
    tens = _tens_after(tokens, i + 1)
    if word in ORDINALS_BEFORE_TEN:
        unit = ORDINALS_BEFORE_TEN[word]
        if i + 1 < len(tokens) and tokens[i + 1].norm in TEN:
            return Ordinal(unit + 10, i, i + 2, definite, lead)
        if tens is not None:
            return Ordinal(unit + tens[0], i, tens[1], definite, lead)
    if word in ORDINALS:
        return Ordinal(ORDINALS[word], i, i + 1, definite, lead)
    if word in TENS and definite:
        return Ordinal(TENS[word], i, i + 1, True, lead)
    return None


def digits_value(norm: str) -> float | None:
    """The value of a folded token of digits, or None where it is no number («12.05.2020»).

    Groups of three after a comma or a point are thousands («1,800», «1.800»), unless the number begins
    with 0; a comma or point before fewer or more digits is decimal.
    """
    if norm.isdigit():
        return float(norm)
    groups = norm.replace(",", ".").split(".")
    marks = [c for c in norm if c in ".,"]
    if not all(g.isdigit() for g in groups):
        return None
    thousands = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and groups[0].strip("0") != ""
    if thousands and len(set(marks)) == 1 and not norm.startswith("0"):
        return float("".join(groups))
    if len(groups) == 2:
        return float(".".join(groups))
    whole = groups[:-1]
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and all(len(g) == 3 for g in whole[1:]):
        return float("".join(whole) + "." + groups[-1])
    return None


@lru_cache(maxsize=50_000)
def may_begin(norm: str) -> bool:
    """Whether a number or an ordinal can begin with a folded word, whatever follows it."""
    starts = _bare(norm)[0] in STARTS or _bare(norm, ORDINAL_STARTS)[0] in ORDINAL_STARTS
    return starts or norm.endswith("ال")


@lru_cache(maxsize=50_000)
def _bare(norm: str, known: frozenset[str] = STARTS) -> tuple[str, str, bool]:
    """A word without clitics and article, as far as `known` tells: (word, clitics, article)."""
    for lead, word in leads(norm):
        if word in known:
            return word, lead, False
        if word.startswith("ال") and word[2:] in known:
            return word[2:], lead, True
    return norm, "", False


def _touching(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing stands between token `i` and the next."""
    return i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start


def _clitics_before(tokens: Sequence[Token], i: int) -> tuple[str, bool]:
    """What is written onto the digits at `i`: «لـ20» is ("ل", False), «والـ20» ("و", True)."""
    before = tokens[i - 1] if i and _touching(tokens, i - 1) else None
    if before is None or before.kind != "word" or len(before.norm) > 4:
        return "", False
    definite = before.norm.endswith("ال") or before.norm.endswith("لل")
    lead = before.norm.removesuffix("ال") if definite else before.norm
    return (lead, definite) if set(lead) <= set("وفبلك") else ("", False)


def _tens_after(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """«والعشرين» or «وعشرين» at `i` as (20, index after it)."""
    if i >= len(tokens):
        return None
    word, lead, _ = _bare(tokens[i].norm, TENS_WORDS)
    return (TENS[word], i + 1) if lead == "و" and word in TENS else None


@dataclass(slots=True)
class _Cursor:
    """The place reached while reading one number, and what it was written with."""

    tokens: Sequence[Token]
    at: int
    digits: bool = False
    words: bool = False

    def word(self, i: int) -> str:
        """The folded word at `i` without article, or ""."""
        if i >= len(self.tokens) or self.tokens[i].kind != "word":
            return ""
        norm = self.tokens[i].norm
        return norm[2:] if norm.startswith("ال") and norm[2:] in STARTS and norm not in STARTS else norm

    def joined(self) -> int | None:
        """Where a part joined with «و» begins: after a bare «و» of digits, or at the word that carries it."""
        at = self.at
        if at + 1 < len(self.tokens) and self.tokens[at].norm == "و" and self.tokens[at + 1].kind == "number":
            return at + 1
        if at < len(self.tokens) and self.tokens[at].norm.startswith("و") and self.tokens[at].kind == "word":
            return at
        return None


def _finish(tokens: Sequence[Token], cursor: _Cursor, lead: str, definite: bool) -> Number | None:
    first = cursor.at
    order = _order(cursor)
    if order is not None:
        return Number(order[0], first, cursor.at, order[1], definite, lead)
    value = _value(cursor)
    if value is None:
        return None
    kind: NumberKind = "mixed" if cursor.digits and cursor.words else "digits" if cursor.digits else "words"
    dual = cursor.at == first + 1 and _bare(tokens[first].norm)[0] in DUALS
    percent = _percent(tokens, cursor.at)
    return Number(value, first, percent or cursor.at, kind, definite, lead, dual, percent is not None)


def _order(cursor: _Cursor) -> tuple[float | None, NumberKind] | None:
    """«عشرات», «مئات الآلاف», «بضعة آلاف», «بضعة»; moves the cursor behind it."""
    start = cursor.at
    word = _bare(cursor.tokens[start].norm)[0]
    few = word in FEW
    if few:
        if _bare(cursor.tokens[start].norm)[2]:
            return None
        word = cursor.word(start + 1)
        start += 1
    if word not in ORDERS:
        if not few:
            return None
        cursor.at = start
        return None, "few"
    value = float(ORDERS[word])
    start += 1
    while (scale := SCALES.get(cursor.word(start), 0)) > (value if value >= 1000 else 1):
        value *= scale
        start += 1
    cursor.at = start
    return value, "order"


def _value(cursor: _Cursor) -> float | None:
    """The value of the cardinal at the cursor, which moves behind it."""
    part = _part(cursor, cursor.at)
    if part is None:
        return None
    total, scale = part
    while scale > 1:
        fraction = _and_fraction(cursor, scale)
        if fraction:
            return total + fraction
        at, back = cursor.joined(), (cursor.at, cursor.digits, cursor.words)
        if at is None:
            break
        part = _part(cursor, at)
        if part is None or part[0] >= scale:
            cursor.at, cursor.digits, cursor.words = back
            break
        total, scale = total + part[0], part[1]
    return total


def _part(cursor: _Cursor, at: int) -> tuple[float, int] | None:
    """One part with its scale word and that scale: «300 ألف» is (300000, 1000), «مليون» (1e6, 1e6)."""
    tokens = cursor.tokens
    word = _bare(tokens[at].norm)[0] if tokens[at].kind == "word" else ""
    fraction = _fraction_of_scale(cursor, at, word)
    if fraction is not None:
        return fraction
    small: float | None
    if word in SCALES or word in SCALE_DUALS:
        cursor.words = True
        cursor.at = at + 1
        # «ألفا شخص» is the dual; «ألفاً» as one thousand stands after a number only.
        dual = word in SCALE_DUALS or (word in ("الفا", "مليونا") and _word_follows(cursor, at))
        scale = SCALE_DUALS.get(word) or SCALES[word]
        small = float(scale * (2 if dual else 1))
    elif tokens[at].kind == "number":
        small, scale = _digits(cursor, at), 1
    else:
        small = _words_below_thousand(cursor, at, word)
        scale = 100 if small and small >= 100 and small % 100 == 0 else 1
    if small is None:
        return None
    while next_scale := SCALES.get(cursor.word(cursor.at), 0):
        small *= next_scale
        scale = next_scale
        cursor.words = True
        cursor.at += 1
    return small, scale


def _word_follows(cursor: _Cursor, at: int) -> bool:
    return at + 1 < len(cursor.tokens) and cursor.tokens[at + 1].kind == "word"


def _fraction_of_scale(cursor: _Cursor, at: int, word: str) -> tuple[float, int] | None:
    """«ربع مليون», «نصف المليون», «ثلاثة أرباع المليون»; a fraction of anything else is no number."""
    share, after = FRACTIONS.get(word), at + 1
    if word in ("ثلاثه", "ثلاث") and cursor.word(at + 1) == QUARTERS:
        share, after = 3 / 4, at + 2
    scale = SCALES.get(cursor.word(after), 0)
    if share is None or not scale or cursor.word(after) in ORDERS:
        return None
    cursor.at, cursor.words = after + 1, True
    return share * scale, 1


def _and_fraction(cursor: _Cursor, scale: int) -> float:
    """«ونصف», «ونصف المليون» after a scale word: what it adds, 0 where none follows."""
    at = cursor.at
    if at >= len(cursor.tokens) or not cursor.tokens[at].norm.startswith("و"):
        return 0.0
    share = FRACTIONS.get(cursor.tokens[at].norm[1:])
    if share is None or scale < 1000:
        return 0.0
    following = cursor.word(at + 1)
    if SCALES.get(following) == scale:
        cursor.at = at + 2
    elif following.startswith("ال") or following in SCALES:
        return 0.0
    else:
        cursor.at = at + 1
    return share * scale


def _digits(cursor: _Cursor, at: int) -> float | None:
    """Digits at `at`, with «7ر161» (161.7) and «3،500»."""
    tokens = cursor.tokens
    cursor.digits = True
    cursor.at = at + 1
    norm = tokens[at].norm
    if (
        norm.isdigit()
        and _touching(tokens, at)
        and _touching(tokens, at + 1)
        and tokens[at + 2].norm.isdigit()
    ):
        mark, after = tokens[at + 1].norm, tokens[at + 2].norm
        scaled = cursor.word(at + 3) in SCALES
        if mark == "ر":
            cursor.at = at + 3
            return _reversed_decimal(norm, after, scaled)
        if mark == "،" and len(norm) <= 3 and (scaled or len(after) == 3):
            cursor.at = at + 3
            return float(f"{norm}.{after}") if scaled else float(norm + after)
    if cursor.word(at + 1) in SCALES and norm.count(".") == 1 and "," not in norm:
        return float(norm)
    return digits_value(norm)


def _reversed_decimal(before: str, after: str, scaled: bool) -> float:
    """«7ر161» is printed right to left: the fraction comes first, unless it is plainly the longer part."""
    if len(before) > len(after) and not scaled:
        before, after = after, before
    return float(f"{after}.{before}")


def _words_below_thousand(cursor: _Cursor, at: int, word: str) -> float | None:
    """Number words below a thousand beginning at `at`; moves the cursor behind them."""
    cursor.words = True
    value = 0.0
    if word in UNITS and cursor.word(at + 1) in ONE_HUNDRED:
        value, at = 100.0 * UNITS[word], at + 2
    elif word in HUNDREDS:
        value, at = float(HUNDREDS[word]), at + 1
    if value:
        cursor.at = at
        rest = _joined_below_hundred(cursor)
        return value + rest
    return _below_hundred(cursor, at, word)


def _joined_below_hundred(cursor: _Cursor) -> float:
    """«وخمسين», «وخمسة وعشرين», «و25» after hundreds, or 0."""
    at = cursor.joined()
    if at is None or cursor.tokens[at].kind == "number":
        return 0.0
    back = cursor.at
    # A single word after «و» may count something else («مئة وخمسة»): joined all the same, as it is read.
    value = _below_hundred(cursor, at, cursor.tokens[at].norm[1:])
    if value is None:
        cursor.at = back
        return 0.0
    return value


def _below_hundred(cursor: _Cursor, at: int, word: str) -> float | None:
    if word in BEFORE_TEN and cursor.word(at + 1) in TEN:
        cursor.at = at + 2
        return 10.0 + BEFORE_TEN[word]
    if word in UNITS or word in ("احد", "احدي"):
        tens = _tens_after(cursor.tokens, at + 1)
        if tens is not None:
            cursor.at = tens[1]
            return float(BEFORE_TEN[word] + tens[0])
    if word in UNITS or word in TEN or word in TENS:
        cursor.at = at + 1
        return float(UNITS.get(word) or TEN.get(word) or TENS[word])
    return None


def _percent(tokens: Sequence[Token], at: int) -> int | None:
    """The index after a percent sign or «في المئة», «بالمئة» at `at`, or None."""
    if at < len(tokens) and tokens[at].norm in PERCENT:
        return at + 1
    for here, after in pairwise((at, at + 1, at + 2)):
        if after > len(tokens):
            return None
        word, lead, definite = _bare(tokens[here].norm, ONE_HUNDRED)
        if definite and word in ONE_HUNDRED and (lead == "ب" or (here > at and tokens[at].norm == "في")):
            return after
    return None
