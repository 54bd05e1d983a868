"""Duals («قتيلان») and singulars that stand for one where something is done to them («قُتل مدني»)."""

from hudna.annotate.numerals import bounded
from hudna.annotate.quantity_window import ONE_OF, Noun, Value, Window
from hudna.packs.counting import Hit, UnitForm
from hudna.text.clitics import leads
from hudna.text.numbers import number_at, ordinal_at

_PEOPLE = frozenset(
    (
        "person",
        "soldier",
        "fighter",
        "household",
        "dead",
        "hurt",
        "uprooted",
        "captive",
        "kidnapped",
        "missing",
    )
)
_ARMS = frozenset(("vehicle", "aircraft"))
_SHOT = frozenset(("munition",))
_PLACES = frozenset(("settlement", "building", "house"))
_SUBJECT_DEEDS = frozenset(("kill", "injure", "displace", "detain", "abduct"))
_GOVERNING = _SUBJECT_DEEDS | {"destroy", "release", "neutralise", "capture", "hand_over", "fire"}
_TWO = frozenset(("اثنان", "اثنين", "اثنتان", "اثنتين"))
_THAT = frozenset(("ان", "بان", "وان", "لان"))


def dual(w: Window, i: int) -> int | None:
    """A dual noun is two: «قتيلان», «بلدتي سراقب والنيرب», «ممرضين اثنين»."""
    form = w.unit(i)
    twice = form is not None and w.norm(form.last) in _TWO
    if form is None or form.definite or not (form.number == "du" or (twice and form.number == "pl")):
        return None
    if form.entry.group == "measure":
        return form.last
    if i == w.reached and w.found and form.lead == "" and w.found[-1].noun == w.found[-1].first:
        return form.last  # «طفلتان شقيقتان»
    last = form.last + twice
    value = bounded(w, Value(2, 2, "exact", i, last, form.lead), None)
    w.add(value, Noun(i, last, form))
    return max(value.last, last)


def one(w: Window, i: int) -> int | None:
    """A singular is one where something is done to it; «امرأة وابنتها» are two."""
    if _national(w, i):
        w.add(Value(1, 1, "exact", i, i + 1), Noun(i, i + 1, None, "person"))
        return i + 1
    if _another(w, i) or _one_of(w, i):
        w.add(Value(1, 1, "exact", i, i + 1), Noun(i, i + 1, None))
        return i + 1
    form = _singular(w, i)
    if form is None or form.entry.group not in _PEOPLE | _ARMS | _PLACES | _SHOT:
        return None
    end, count = form.last, 1
    while form.entry.group == "person" and (kin := _kin(w, end)) is not None:
        end, count = kin.last, count + 1
    grounds = (
        _joined(w, i, form)
        or _part(w, i)
        or _told(w, i, form)
        or _governed(w, i, form)
        or _subject(w, i, form, end)
    )
    if not grounds:
        return None
    if w.norm(end) == "واحد" or w.norm(end) == "واحده":
        end += 1
    value = bounded(w, Value(count, count, "exact", i, end, form.lead), Noun(i, end, form))
    w.add(value, Noun(i, end, form))
    return max(value.last, end)


def _national(w: Window, i: int) -> bool:
    """«مقتل فلسطيني»: an adjective of nation alone, indefinite and singular, is one of its people."""
    people = w.words_of.peoples.at(w.tokens, i)
    if people is None or people.role != "whose" or i == w.sentence.first or w.unit(i) is not None:
        return False
    norm = w.norm(i)
    if not norm.endswith(("ي", "يا", "يه")) or norm.startswith("ال"):
        return False
    done = any(h.deed in _SUBJECT_DEEDS and not h.owned for h in w.hits.get(i - 1, ()))
    return done and (norm.endswith(("ي", "يه")) or w.norm(i + 1) not in ("و", "في"))


def _another(w: Window, i: int) -> bool:
    """«إصابة رابع بجروح»: an ordinal alone is one more."""
    if not any(h.deed in ("kill", "injure", "detain", "abduct") for h in w.hits.get(i - 1, ())):
        return False
    after = w.norm(i + 1)
    alone = not after or after in w.words_of.words.function or after[0] in "ب،,."
    if w.norm(i) in ("اخر", "اخري"):
        return alone
    found = ordinal_at(w.tokens, i)
    if found is None or found.definite or found.lead or not 1 < found.value <= 10 or found.last != i + 1:
        return False
    return alone


def _one_of(w: Window, i: int) -> bool:
    """«مقتل أحد حراسه»: one of people no lexicon knows."""
    if w.norm(i) not in ONE_OF or w.unit(i + 1) is not None or number_at(w.tokens, i) is not None:
        return False
    done = any(h.deed in ("kill", "injure", "detain", "abduct") for h in w.hits.get(i - 1, ()))
    return done and len(w.norm(i + 1)) > 2 and w.norm(i + 1) not in w.words_of.words.function


def _told(w: Window, i: int, form: UnitForm) -> bool:
    """«قتيل وثلاثة جرحى» at the beginning of a sentence, «سقوط قتيل»: the noun tells the loss itself."""
    if form.entry.group not in ("dead", "hurt") or form.lead or w.norm(form.last).startswith("ال"):
        return False
    before = w.tokens[i - 1]
    told = any(word in w.words_of.words.result for _, word in leads(before.norm))
    return i == w.sentence.first or told


def _singular(w: Window, i: int) -> UnitForm | None:
    """An indefinite singular at `i` («مدني»), or «أحد» before a definite plural («أحد المدنيين»)."""
    if w.norm(i) in ONE_OF:
        form = w.unit(i + 1)
        if form is None or form.number != "pl":
            return None
        return UnitForm(form.entry, "sg", i, form.last, False, "", False)
    form = w.unit(i)
    if form is None or form.number != "sg" or form.definite or not form.entry.one:
        return None
    return form if form.lead in ("", "و") else None


def _kin(w: Window, i: int) -> UnitForm | None:
    form = w.unit(i)
    ok = form is not None and form.lead == "و" and form.owned and form.number == "sg"
    return form if ok and form is not None and form.entry.group == "person" else None


def _joined(w: Window, i: int, form: UnitForm) -> bool:
    """«4 أطفال وامرأة», «دبابة للنظام وناقلة جنود»: joined with «و» to a quantity of the same sort."""
    if form.lead != "و" or not w.found:
        return False
    last = w.found[-1]
    if last.first < w.sentence.first or last.noun is None:
        return False
    end = w.reached
    between = range(end, i)
    if not 0 <= i - end <= 3 or last.lower is None:
        return False
    if any(
        w.tokens[k].kind != "word" or k in w.hits or w.norm(k) in w.words_of.words.function for k in between
    ):
        return False
    group = _group_at(w, last.noun)
    return any(group in sort and form.entry.group in sort for sort in (_PEOPLE, _ARMS, _PLACES))


def _group_at(w: Window, i: int) -> str:
    form = _singular(w, i) or w.unit(i)
    return form.entry.group if form is not None else ""


def _part(w: Window, i: int) -> bool:
    """«بينهم امرأة»."""
    return w.norm(i - 1) in w.words_of.words.subset and i > w.sentence.first


def _governed(w: Window, i: int, form: UnitForm) -> bool:
    """Whether a verb or verbal noun before it is done to it: «قُتل مدني», «دمرت قوات المعارضة دبابة»."""
    for k in range(i - 1, max(w.sentence.first, i - 7) - 1, -1):
        hits = [h for h in w.hits.get(k, ()) if h.deed in _GOVERNING]
        if hits and form.lead == "":
            return any(_reaches(w, h, k, i, form) for h in hits)
        if w.tokens[k].kind != "word" and k not in w.blocked:
            return False
    return False


def _reaches(w: Window, hit: Hit, k: int, i: int, form: UnitForm) -> bool:
    if form.entry.group == "settlement" and _has_name(w, form.last):
        return False
    if hit.complement is not None:
        return hit.complement == i - 1
    if hit.owned:  # «فأرداه قتيلاً»
        return form.entry.group == "dead" and hit.deed == "kill" and _accusative(w, i, form)
    if form.entry.group in _ARMS | _PLACES and hit.deed not in ("destroy", "capture"):
        return False
    if (form.entry.group in _SHOT) != (hit.deed == "fire"):
        return False
    aside = w.words_of.words.aside
    gap = [g for g in range(k + 1, i) if g not in w.blocked and w.norm(g) not in aside]
    if not gap:
        doer = any(h.form is not None for h in w.hits[k]) and _object_at(w, form.last)
        return _accusative(w, i, form) or not doer
    if any(w.norm(g) in w.words_of.words.function or w.tokens[g].kind != "word" for g in gap):
        return False
    if any(w.norm(g)[:1] in "بلك" and w.norm(g)[1:3] == "ال" for g in gap):
        return False
    rest = gap[1:] if gap[0] == k + 1 else gap
    described = all(w.norm(g).startswith("ال") or w.norm(g).endswith(("يه", "ي")) for g in rest)
    return _accusative(w, i, form) or (described and (bool(rest) or w.norm(gap[0]).startswith("ال")))


def _has_name(w: Window, i: int) -> bool:
    """Whether a village is called by name («بلدة كفرعوانة»), told from «قرية جديدة», «قرية في …»."""
    norm = w.norm(i)
    if not norm or i in w.blocked or w.tokens[i].kind != "word" or i in w.hits or norm[0] in "وبل":
        return False
    return norm not in w.words_of.words.function | w.words_of.words.which and not norm.endswith("يه")


def _accusative(w: Window, i: int, form: UnitForm) -> bool:
    return w.tokens[i].norm.endswith("ا") and form.number == "sg"


def _object_at(w: Window, i: int) -> bool:
    """Whether what stands at `i` is an object, so that the noun before is the doer."""
    if i >= w.sentence.last or i in w.blocked:
        return False
    number = number_at(w.tokens, i)
    if number is not None and not number.lead:
        return True
    form = w.unit(i)
    return (
        form is not None
        and form.lead == ""
        and form.entry.group in _PEOPLE
        and (form.number != "sg" or form.definite or _accusative(w, i, form))
    )


def _subject(w: Window, i: int, form: UnitForm, end: int) -> bool:
    """«أن امرأة وابنتها قُتلتا»: the verb behind its subject agrees with it and has no object."""
    if form.entry.group not in _PEOPLE or i in w.hits:
        return False
    before = w.norm(i - 1) if i > w.sentence.first else "."
    if not (
        before in _THAT
        or before in '.،,:«"”“'
        or (form.lead == "و" and before not in w.words_of.words.function)
    ):
        return False
    for hit in w.hits.get(end, ()):
        if hit.form is None or hit.lead or hit.deed not in _SUBJECT_DEEDS:
            continue
        agrees = hit.form.number in ("any", "sg" if end == form.last else "du")
        after = end + 1
        free = after >= w.sentence.last or after in w.blocked or w.tokens[after].kind == "mark"
        if agrees and (free or w.norm(after) in w.words_of.words.function or w.norm(after)[:1] in "بو"):
            return True
    return False
