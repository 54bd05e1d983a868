"""The written forms of an Arabic verb, from the two that a dictionary gives.

Forms are folded (text.normalise.fold) and without conjunction: «و», «ف» are split off by text.clitics.leads.
Second persons, imperatives and energetic forms do not occur in reports and are left out. Where one spelling
is several forms, the first of this order wins: past third person, present, future, first person, and forms
without pronoun before forms with one.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from hudna.model.frozen import frozen
from hudna.text.normalise import fold

Tense = Literal["past", "present", "future"]
Number = Literal["sg", "du", "pl", "any"]
Gender = Literal["m", "f", "any"]

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")
_SHADDA = "\u0651"
_VOWELS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0670\u0640")


@frozen
class VerbForm:
    """One written form; `number` is "any" where dual and plural are spelled alike, `pronoun` the object."""

    tense: Tense
    number: Number
    person: Literal[1, 3]
    gender: Gender
    pronoun: str = ""


@frozen
class _Stems:
    """What endings attach to: before vowels, before consonants, before object pronouns of the bare form."""

    bare: str
    vowel: str
    consonant: str
    held: tuple[str, ...]


_Row = tuple[str, tuple[str, ...], VerbForm]
"""A written form, how it is spelled before an object pronoun, and what it is."""


def verb_forms(past: str, present: str) -> dict[str, VerbForm]:
    """Folded surface forms of a verb given as written past and present, third person masculine singular.

    A doubled last letter is told by its shadda («شنّ»), or by a past of two letters; weak letters and hamza
    by their spelling («نفى», «دعا», «قال», «أنشأ»).
    """
    done, undone = _past_stems(_clean(past), _clean(present)), _present_stems(_clean(present), _clean(past))
    now = tuple(_present(undone))
    soon = [("س" + written, tuple("س" + h for h in held), _future(form)) for written, held, form in now]
    rows = [*_past(done), *now, *_shortened(undone), *soon, *_past_first(done)]
    found: dict[str, VerbForm] = {}
    for written, _, form in rows:
        found[written] = _merge(found[written], form) if written in found else form
    for _, holders, form in rows:
        for held in holders:
            for pronoun in PRONOUNS:
                found.setdefault(held + pronoun, _holding(form, pronoun))
    return found


@cache
def _holding(form: VerbForm, pronoun: str) -> VerbForm:
    """A form with an object pronoun; a few hundred of them stand for hundreds of thousands of spellings."""
    return VerbForm(form.tense, form.number, form.person, form.gender, pronoun)


def _clean(word: str) -> str:
    return "".join(c for c in word.strip() if c not in _VOWELS)


def _future(form: VerbForm) -> VerbForm:
    return VerbForm("future", form.number, form.person, form.gender)


def _merge(old: VerbForm, new: VerbForm) -> VerbForm:
    """Two forms in one spelling: only dual against plural of one tense is left open («دعوا», «أعلنا»)."""
    if old.tense == new.tense and {old.number, new.number} == {"du", "pl"}:
        return VerbForm(old.tense, "any", old.person, old.gender)
    return old


def _doubled(past: str) -> bool:
    return past.endswith(_SHADDA) or len(past.replace(_SHADDA, "")) == 2


def _past_stems(past: str, present: str) -> _Stems:
    plain = past.replace(_SHADDA, "")
    word = fold(plain)
    if plain[-1] in "ىا":
        waw = plain[-1] == "ا" and present.endswith("و")
        short = word[:-1]
        return _Stems(word, short, short + ("و" if waw else "ي"), ((short + "ا").replace("اا", "ا"),))
    if plain[-1] == "ي":
        return _Stems(word, word, word, (word,))
    if _doubled(past):
        return _Stems(word, word, word + word[-1], (word,))
    if plain[-2] == "ا" and len(plain) > 2:
        return _Stems(word, word, word[:-2] + word[-1].replace("ء", "ي"), (word,))
    return _Stems(word, word, word, (word,))


def _present_stems(present: str, past: str) -> _Stems:
    """Stems of the present without its prefix."""
    plain = present.replace(_SHADDA, "")
    word = fold(plain)[1:]
    if plain[-1] == "ى":
        return _Stems(word, word[:-1], word, (word[:-1] + "ا",))
    if plain[-1] in "يو":
        return _Stems(word, word[:-1], word, (word,))
    if plain[-1] == "أ":
        return _Stems(word, word, word, (word, word[:-1] + "و"))
    if plain.endswith("يء"):
        return _Stems(word, word[:-1] + "ي", word[:-2] + "ي", (word[:-1] + "ي",))
    hollow = plain[-2] in "اوي" and len(plain) > 3 and past.replace(_SHADDA, "")[-2:-1] == "ا"
    return _Stems(word, word, word[:-2] + word[-1] if hollow else word, (word,))


def _weak(stems: _Stems) -> bool:
    """A final weak letter: «نفى», «دعا», but not «شنّ» and «قال»."""
    return len(stems.vowel) < len(stems.bare)


def _past(stems: _Stems) -> Iterator[_Row]:
    """Third persons of the past."""
    weak, bare = _weak(stems), stems.bare
    she = stems.vowel + "ت"
    dual = (stems.consonant if weak else stems.vowel) + "ا"
    they = stems.vowel[:-1] if bare.endswith("ي") and not weak else stems.vowel
    yield bare, stems.held, VerbForm("past", "sg", 3, "m")
    yield she, (she,), VerbForm("past", "sg", 3, "f")
    yield dual.replace("اا", "ا"), (dual.replace("اا", "ا"),), VerbForm("past", "du", 3, "m")
    yield she + "ا", (she + "ا",), VerbForm("past", "du", 3, "f")
    yield they + "وا", (they + "و",), VerbForm("past", "pl", 3, "m")
    if bare[-1] in "اء" and not weak:
        yield they[:-1] + "ووا", (they[:-1] + "وو",), VerbForm("past", "pl", 3, "m")
    yield stems.consonant + "ن", (), VerbForm("past", "pl", 3, "f")


def _past_first(stems: _Stems) -> Iterator[_Row]:
    """First persons of the past; a stem in ن melts into its ending («أعلنّا»)."""
    we = stems.consonant.removesuffix("ن") + "نا"
    yield we, (we,), VerbForm("past", "pl", 1, "any")
    yield stems.consonant + "ت", (stems.consonant + "ت",), VerbForm("past", "sg", 1, "any")


def _present(stems: _Stems) -> Iterator[_Row]:
    """Indicative and subjunctive of the present."""
    weak = _weak(stems)
    hamza = stems.bare.endswith("ا") and not weak
    dual = stems.bare if weak else stems.vowel.removesuffix("ا") if hamza else stems.vowel
    genders: tuple[tuple[str, Gender], ...] = (("ي", "m"), ("ت", "f"))
    for prefix, gender in genders:
        held = tuple(prefix + h for h in stems.held)
        yield prefix + stems.bare, held, VerbForm("present", "sg", 3, gender)
        yield prefix + dual + "ان", (prefix + dual + "ا",), VerbForm("present", "du", 3, gender)
        yield prefix + dual + "ا", (), VerbForm("present", "du", 3, gender)
    for they in (stems.vowel, stems.vowel[:-1] + "و") if hamza else (stems.vowel,):
        yield "ي" + they + "ون", ("ي" + they + "ون",), VerbForm("present", "pl", 3, "m")
        yield "ي" + they + "وا", ("ي" + they + "و",), VerbForm("present", "pl", 3, "m")
    yield "ي" + stems.consonant + "ن", (), VerbForm("present", "pl", 3, "f")
    yield "ن" + stems.bare, tuple("ن" + h for h in stems.held), VerbForm("present", "pl", 1, "any")
    yield "ا" + stems.bare.removeprefix("ا"), (), VerbForm("present", "sg", 1, "any")


def _shortened(stems: _Stems) -> Iterator[_Row]:
    """The jussive after «لم»: «ينفِ», «يقل»."""
    short = stems.vowel if _weak(stems) else stems.consonant
    if short != stems.bare and len(short) > 1:
        yield "ي" + short, (), VerbForm("present", "sg", 3, "m")
        yield "ت" + short, (), VerbForm("present", "sg", 3, "f")
        yield "ن" + short, (), VerbForm("present", "pl", 1, "any")
