"""Numerals that count: what they say with bounds and ranges, and which of them count nothing."""

from dataclasses import replace

from hudna.annotate.quantity_window import ONE_OF, Noun, Value, Window, bound_value
from hudna.text.clitics import leads
from hudna.text.numbers import Number, number_at

_YEARS = (1900, 2100)
_REACH = 9
_TOO_LARGE_FOR_A_NAME = 200
_KNOWN_BY_NAME = 10


def numeral(w: Window, i: int) -> int | None:
    """Read a numeral at `i`; the token after it whether or not it counts, None where none stands."""
    number = number_at(w.tokens, i)
    if number is None or number.last > w.sentence.last:
        return None
    if number.kind not in ("digits", "mixed") and number.lead.endswith("ك"):
        return None  # «كميات» is no «ك» and «مئات», «كمية» no «ك» and «مئة»
    if number.kind == "few":
        noun = w.noun_after(number.last)
        w.add(Value(None, None, "about", i, number.last, number.lead), noun)
        return number.last
    value = _value(w, number)
    noun = None if number.percent else w.noun_after(value.last)
    if noun is not None and noun.unit == "occasion" and not _broken(w, number.first):
        return value.last
    if (noun is not None and noun.measure) or _named(w, number, noun) or _glued(w, number, value):
        return value.last
    if noun is None or not noun.known:
        noun = w.noun_before(value, number) or noun
    once = noun is not None and noun.unit == "occasion" and number.value == 1
    if once or not _counts(w, number, value, noun):
        return value.last
    if number.value == 1 and number.kind == "words" and not _is_one(w, value, noun):
        return value.last
    limited = bounded(w, value, noun)
    w.add(limited, noun)
    end = _compound(w, value, noun)
    return max(limited.last, end)


def _value(w: Window, number: Number) -> Value:
    """The number or the range it opens («30 إلى 40», «30-40»)."""
    assert number.value is not None
    first, last = number.first, number.last
    lead = "" if w.tokens[first].kind == "number" else number.lead
    second = _second(w, number)
    before = w.norm(first - 1 - w.clitic(first))
    if second is not None and second.value is not None:
        low, high = _scaled(number, second), second.value
        if low < high:
            if before in ("بين", "وبين") or number.lead.endswith("بين"):
                start = first - 1 - w.clitic(first)
                start -= w.norm(start - 1) in ("ما", "وما")
                lead = "و" if w.norm(start).startswith("و") else ""
            elif before == "من" and _rising(w, first):
                return Value(high, high, "exact", second.first, second.last)
            else:
                start = first - 1 if before == "من" else first
                lead = lead if start == first else ""
            return Value(low, high, "between", start, second.last, lead)
    if number.kind == "order":
        return Value(number.value, None, "order", first, last, lead)
    return Value(number.value, number.value, "exact", first, last, lead)


def _is_one(w: Window, value: Value, noun: Noun | None) -> bool:
    """«قرية واحدة», but not «من جانب واحد عملياتها», «من عائلة واحدة»."""
    if (
        noun is None
        or not noun.known
        or (noun.at >= value.last and (noun.form is None or noun.form.number == "pl"))
    ):
        one_of = w.norm(value.first) in ONE_OF or w.norm(value.last) == "من"
        return noun is not None and noun.known and one_of
    household = noun.form is not None and noun.form.entry.group == "household"
    return not (household and w.norm(noun.at - 1) in ("من", "افراد", "ابناء"))


def _broken(w: Window, i: int) -> bool:
    """«خرقوا الهدنة 28 مرة», but «زاره 3 مرات»."""
    before = range(w.sentence.first, i)
    return any(h.deed == "breach" for k in before for h in w.hits.get(k, ()))


def _second(w: Window, number: Number) -> Number | None:
    """The upper end of a range whose lower end is `number`."""
    at, between = number.last, w.norm(number.first - 1) in ("بين", "وبين")
    if at >= w.sentence.last or at in w.blocked:
        return None
    here = w.tokens[at]
    if between and (here.norm == "و" or here.norm.startswith("و")):
        after = number_at(w.tokens, at + (here.norm == "و")) if at + 1 < w.sentence.last else None
        return after if after is not None and after.last <= w.sentence.last else None
    if here.norm in ("الي", "-", "–", "حتي", "او") and at + 1 < w.sentence.last:
        if here.norm in "-–" and not w.touches(at - 1):
            return None
        after = number_at(w.tokens, at + 1)
        ok = after is not None and after.last <= w.sentence.last and not after.percent
        return after if ok and after is not None and after.first not in w.blocked else None
    return None


def _rising(w: Window, i: int) -> bool:
    window = w.tokens[max(w.sentence.first, i - 10) : i]
    return any(word in w.words_of.words.rise for t in window for _, word in leads(t.norm))


def _counts(w: Window, number: Number, value: Value, noun: Noun | None) -> bool:
    """Whether a numeral counts something at all."""
    if number.percent or (number.dual and number.definite):
        return False
    if number.definite and number.kind != "order":
        limit = w.words_of.bounds.ending_at(w.tokens, number.first - w.clitic(number.first), w.sentence.first)
        if limit is None and not w.owned_before(number.first) and not _newly_told(w, number):
            return False
    plain = number.kind == "digits" and number.value is not None
    if plain and w.norm(value.last) in w.words_of.words.direction:
        return False
    if w.norm(value.last) == "من" and w.norm(value.last + 1) in w.words_of.words.age:
        return False
    known = noun is not None and noun.known
    if plain and not known and number.value is not None:
        digits = w.tokens[number.first].norm
        if _YEARS[0] <= number.value <= _YEARS[1] and digits.isdigit():
            return False
        if len(digits) > 7 and digits.isdigit():
            return False
        if _listed(w, number) or (w.norm(number.first - 1) == "(" and w.norm(number.last) == ")"):
            return False
    return True


def _newly_told(w: Window, number: Number) -> bool:
    """«المحتجزين العشرين»: behind its noun, not told before; «الأسيرات الثلاث» are known ones."""
    if (number.value or 0) <= _KNOWN_BY_NAME:
        return False
    form = w.unit(number.first - 1 - w.clitic(number.first))
    told = any(number.value in (q.lower, q.upper) for q in w.found)
    return form is not None and form.definite and form.number == "pl" and not told


def _named(w: Window, number: Number, noun: Noun | None) -> bool:
    """A number in a name, a series or an age («القرار 2254», «إف 16», «عمره 12»)."""
    at = number.first - 1 - w.clitic(number.first)
    if at < w.sentence.first:
        return False
    words, before = w.words_of.words, w.tokens[at]
    bare = {word for _, word in leads(before.norm)}
    counted = noun is not None and noun.known
    plural = noun is not None and noun.form is not None and noun.form.number == "pl"
    if bare & words.age or before.norm in words.age:
        return True
    if number.kind == "digits" and (before.norm in words.letters or _latin(before.norm)):
        return not (counted and plural == (3 <= (number.value or 0) <= 10))
    # «اللواء 46 هجوماً» is a brigade; «القطاع 14 ألفاً و854 شهيداً», «اللواء 3 دبابات» count.
    count = counted and (plural or number.kind != "digits" or (number.value or 0) >= _TOO_LARGE_FOR_A_NAME)
    return bool(bare & words.label) and not count


def _glued(w: Window, number: Number, value: Value) -> bool:
    """Digits joined to other signs: «F-16», «5+5», «22:07», «sy24», «3-1»."""
    if number.kind not in ("digits", "mixed"):
        return False
    first = number.first - w.clitic(number.first)
    if first > w.sentence.first and w.touches(first - 1):
        before = w.tokens[first - 1]
        written_on = before.kind == "word" and before.norm not in w.words_of.words.function
        if before.kind == "number" or before.norm in "-–+:/_#@*×" or written_on:
            return True
    if value.last < w.sentence.last and w.touches(value.last - 1):
        after = w.tokens[value.last]
        follows = value.last + 1 < w.sentence.last and w.touches(value.last)
        if after.norm in "-–+:/×*" and follows and w.tokens[value.last + 1].kind == "number":
            return True
        return after.kind == "word" and _latin(after.norm)
    return False


def _listed(w: Window, number: Number) -> bool:
    """The number of a list item: «1- …», «2) …» at the beginning of a sentence."""
    at_start = number.first == w.sentence.first
    return at_start and w.norm(number.last) in ("-", "–", ")", ".", ":", "")


def bounded(w: Window, value: Value, noun: Noun | None) -> Value:
    """The value with the bound its neighbours give."""
    tokens, first = w.tokens, w.sentence.first
    start = value.first - w.clitic(value.first)
    before = w.words_of.bounds.ending_at(tokens, start, first)
    if before is not None and before[0] not in w.blocked:
        return replace(bound_value(value, before[1], before[0], value.last), lead=before[2])
    of_them = value.last + (w.norm(value.last) in w.words_of.words.subset)
    stops = sorted({value.last, of_them})
    if noun is not None and noun.at >= value.last:
        stops += [noun.last, noun.last + 1, noun.last + 2]
    for at in stops:
        if at > value.last and any(t.kind == "mark" for t in tokens[value.last : at]):
            break
        after = w.words_of.bounds.starting_at(tokens, at, w.sentence.last)
        if after is not None:
            last = after[0] if at in (value.last, of_them) else value.last
            return bound_value(value, after[1], value.first, last)
    far = _far_bound(w, start)
    return bound_value(value, far, value.first, value.last) if far else value


def _far_bound(w: Window, start: int) -> str | None:
    """«تجاوز عدد الجرحى 15 ألفاً»: the bounding verb stands before the noun of number."""
    for k in range(start - 1, max(w.sentence.first, start - _REACH) - 1, -1):
        if w.tokens[k].kind != "word":
            return None
        if any(word in w.words_of.words.carrier for _, word in leads(w.tokens[k].norm)):
            found = w.words_of.bounds.verb_ending_at(w.tokens, k, w.sentence.first)
            return found[1] if found else None
    return None


def _compound(w: Window, value: Value, noun: Noun | None) -> int:
    """The token after «15 قرية وبلدة», whose second noun is no quantity of its own."""
    if noun is None or noun.form is None or noun.at < value.last:
        return value.last
    form = noun.form
    if form.number == "sg" and (value.lower or 0) > 10:
        other = w.unit(noun.last)
        if other is not None and other.lead == "و" and other.number == "sg" and not other.definite:
            return other.last
    return noun.last


def _scaled(low: Number, high: Number) -> float:
    """«بين 3 و5 آلاف»: the lower end shares the scale word of the upper."""
    assert low.value is not None
    assert high.value is not None
    for scale in (1_000_000_000, 1_000_000, 1_000):
        if high.value >= scale:
            plain = low.value < 1_000 and high.kind in ("mixed", "words") and low.kind in ("digits", "words")
            return low.value * scale if plain and high.value % scale == 0 else low.value
    return low.value


def _latin(word: str) -> bool:
    return word[:1].isascii() and word[:1].isalpha()
