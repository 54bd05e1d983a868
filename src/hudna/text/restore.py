"""Restoring words broken up to slip past moderation («قـ.تل» is قتل).

A joint is what stands between two letters of one run without blanks. A tatweel with a mark («ـ.», «ـ*ـ») is
never ordinary writing and is taken out whatever the word. A mark alone may be ordinary writing (a sentence
end without a space, «و/أو», a hashtag): it is taken out where the word it breaks is in `known`, and the
marks that no Arabic spelling uses («*», «@», …) also where a part is too short to be a word. Single letters
with spaces between, a tatweel before a space and Latin look-alikes always need a known word. Ordinary
tatweel, abbreviations («أ.ف.ب»), titles («د.أحمد»), addresses and hashtags stay as they are.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Literal

from hudna.model.annotations import Restoration
from hudna.model.frozen import frozen
from hudna.text.clitics import leads
from hudna.text.normalise import TATWEEL, fold

_LETTER = "\u0621-\u063a\u0641-\u065f\u0670-\u06d3\u06d5"
_HIDDEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_SPLITTING = frozenset("\u200b\u2060\ufeff")
_ODD = frozenset("*°~^@¤§¬=+_")
_PLAIN = "./|\\-،,…•·●∙#"
_JUNK = re.escape(TATWEEL + "".join(sorted(_ODD)) + _PLAIN) + _HIDDEN
_RUN = re.compile(rf"(?<![{_LETTER}])[{_LETTER}]++(?:[{_JUNK}]++[{_LETTER}]++)++")
_SPLIT = re.compile(rf"[{_LETTER}]+")
_JOINT = re.compile(rf"(?<=[{_LETTER}])[{_JUNK}]+(?=[{_LETTER}])")
_INVISIBLE = re.compile(f"[{TATWEEL}{_HIDDEN}]+")
_BROKEN = re.compile(rf"[{_LETTER}]{TATWEEL}*[{re.escape(''.join(sorted(_ODD)) + _PLAIN)}{_HIDDEN}]")
_SPACED = re.compile(
    rf"(?<![{_LETTER}{TATWEEL}])(?:(?:[وفبلك]{{0,2}}ال|[وف]?لل)[ \u00a0])?"
    rf"[{_LETTER}](?:[ \u00a0][{_LETTER}](?![{_LETTER}{TATWEEL}]))+"
)
_SINGLES = re.compile(rf"(?<![{_LETTER}])[{_LETTER}][ \u00a0][{_LETTER}](?![{_LETTER}])")
_PARTED = re.compile(
    rf"(?<![{_LETTER}{TATWEEL}])([{_LETTER}]++){TATWEEL}++[ \u00a0]({TATWEEL}*+)([{_LETTER}]++)"
)
_LOOKS = {"o": "ه", "O": "ه", "0": "ه", "l": "ل", "I": "ا", "1": "ا", "|": "ا", "!": "ا"} | {
    "3": "ع", "5": "خ", "7": "ح", "9": "ق"
}  # fmt: skip
_LIKE = re.escape("".join(_LOOKS))
_LATIN = re.compile(rf"(?<![\w{TATWEEL}|!])[{_LETTER}]++[{_LIKE}][{_LETTER}{_LIKE}]*+(?![\w{TATWEEL}])")
_HIJRI = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]\s?$")
_SUFFIXES = (
        "ات", "ون", "ين", "ان", "وا", "ها", "هم", "هن", "نا", "كم", "ه", "ي", "يا", "يه", "ت", "تا",
        "ا", "تين", "تان", "يون", "يين", "اتها", "اتهم", "اتنا",
    )  # fmt: skip
# Folded words of two and three letters that a sentence may begin or end with; parts like these are whole.
_OWN_WORDS = frozenset(
    (
        "هم", "هن", "هو", "هي", "ها", "من", "في", "عن", "ان", "لم", "لن", "لا", "ما", "او", "قد", "كل",
        "ثم", "اذ", "لو", "كم", "مع", "بل", "ام", "اي", "هل", "كي", "حد", "ضد", "رد", "عد", "تم", "يد",
        "اب", "اخ", "بن", "له", "به", "لك", "بك", "لي", "بي", "ذو", "ذا", "ست", "حي", "ال", "اما",
        "الا", "الي", "علي", "انه", "انها", "هذا", "هذه", "لكن", "كان", "قال", "بعد", "قبل", "بين",
        "منذ", "غير", "حول", "لها", "بها", "منه", "عنه", "فيه", "وهو", "وهي", "وقد", "ولا", "وما",
        "ومن", "وفي", "فان", "وان", "وكان", "وقال", "اذا", "بان", "لان", "كما", "عبر", "عند", "نحو",
        "وقت", "ابو", "ابن",
    )
)  # fmt: skip
# Those of them that a sentence begins with.
_STARTERS = _OWN_WORDS - frozenset(
    (
        "ال",
        "ان",
        "وان",
        "ها",
        "كم",
        "اي",
        "ام",
        "لك",
        "بك",
        "لي",
        "بي",
        "ست",
        "يد",
        "حد",
        "اب",
        "اخ",
        "بن",
        "ذو",
        "ذا",
        "حي",
    )
)
_CLITICS = frozenset(
    (
        "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "ول", "وب", "فب", "فل",
    )
)  # fmt: skip
_LONGEST = 20
# Letters with their vowels; nothing longer is a word, and a run of more parts is no broken-up word either.
_TOO_LONG = 40
_MOST_PARTS = 60

_Weight = Literal["none", "hidden", "weak", "odd", "strong"]


@frozen
class _Group:
    """Letters of a run that stand together: published place, letters, joint before them, broken inside."""

    start: int
    end: int
    letters: str
    joint: str
    weight: _Weight
    broken: bool


def restore(
    text: str, known: AbstractSet[str] = frozenset()
) -> tuple[tuple[Restoration, ...], dict[int, str]]:
    """The broken-up words of a text and what to read in the place of their characters.

    `known` holds folded words that writers often break up, without article and clitics. The second value
    maps published indices to "" (junk to drop) or to the letter that a look-alike stands for.
    """
    words = _Words(known)
    found: list[Restoration] = []
    for match in _RUN.finditer(text) if _JOINT.search(text) else ():
        if _BROKEN.search(match.group()):
            found.extend(_in_run(text, match, words))
    if known:
        taken = {i for r in found for i in (r.start, r.end - 1)}
        found.extend(r for r in _known_only(text, words) if r.start not in taken and r.end - 1 not in taken)
        found.sort(key=lambda r: r.start)
    replaced: dict[int, str] = {}
    for restoration in found:
        replaced.update(_replacements(restoration))
    return tuple(found), replaced


def _replacements(found: Restoration) -> dict[int, str]:
    """The published indices of a broken-up word that read otherwise than they are written."""
    if len(found.surface) == len(found.restored):
        pairs = zip(found.surface, found.restored, strict=True)
        return {found.start + i: new for i, (old, new) in enumerate(pairs) if old != new}
    return {found.start + i: "" for i, char in enumerate(found.surface) if not _SPLIT.match(char)}


class _Words:
    """The known words, asked with clitics, article and endings on; remembers its answers for one text."""

    def __init__(self, known: AbstractSet[str]) -> None:
        self._known = known
        self._answers: dict[str, bool] = {}

    def __contains__(self, published: str) -> bool:
        if not self._known or not 2 < len(published) <= _LONGEST:
            return False
        answer = self._answers.get(published)
        if answer is None:
            answer = self._answers[published] = any(
                self._has(form)
                for _, word in leads(fold(published))
                for form in (word, word.removeprefix("ال"))
            )
        return answer

    def has_feminine(self, published: str) -> bool:
        """Whether the final ha of a word is its own («مجزرة») and no pronoun."""
        return any(word.removeprefix("ال") in self._known for _, word in leads(fold(published)))

    def _has(self, form: str) -> bool:
        known = self._known
        if form in known:
            return True
        stems = [form[: -len(s)] for s in _SUFFIXES if form.endswith(s) and len(form) - len(s) > 2]
        stems += [stem[:-1] + "ه" for stem in stems if stem.endswith("ت")]
        if any(stem in known or stem + "ه" in known for stem in stems):
            return True
        # The letters of the present tense: «يقتلون».
        return len(form) > 3 and form[0] in "يت" and any(f[1:] in known for f in (form, *stems))


def _in_run(text: str, run: re.Match[str], words: _Words) -> Iterator[Restoration]:
    """The broken-up words among the letters and joints of one run."""
    groups = _groups(text, run)
    if len(groups) > _MOST_PARTS:
        return
    here = 0
    while here < len(groups):
        last = _reach(text, groups, here, words)
        if last > here or (groups[here].broken and len(groups[here].letters) <= _TOO_LONG):
            start, stop = groups[here].start, groups[last].end
            restored = "".join(g.letters for g in groups[here : last + 1])
            yield Restoration(start, stop, text[start:stop], restored)
        here = last + 1


def _reach(text: str, groups: list[_Group], here: int, words: _Words) -> int:
    """The last group that makes one word with the group at `here`, the longest reading first."""
    ahead, letters = here, len(groups[here].letters)
    while ahead + 1 < len(groups) and letters + len(groups[ahead + 1].letters) <= _LONGEST:
        ahead += 1
        letters += len(groups[ahead].letters)
    for end in range(ahead, here, -1):
        if _is_word(text, groups[here : end + 1], words):
            return end
    return here


def _groups(text: str, run: re.Match[str]) -> list[_Group]:
    """The letters of a run, joined where a joint is plainly junk or plain tatweel."""
    found: list[_Group] = []
    first = next(_SPLIT.finditer(text, run.start(), run.end()))
    group = _Group(first.start(), first.end(), first.group(), "", "none", False)
    for part in _SPLIT.finditer(text, first.end(), run.end()):
        joint = text[group.end : part.start()]
        weight = _weight(text, joint, group, part.group())
        if weight in ("none", "strong") and len(group.letters) <= _TOO_LONG:
            broken = group.broken or weight == "strong"
            letters = group.letters + part.group()
            group = _Group(group.start, part.end(), letters, group.joint, group.weight, broken)
        else:
            found.append(group)
            group = _Group(part.start(), part.end(), part.group(), joint, weight, False)
    return [*found, group]


def _weight(text: str, joint: str, before: _Group, after: str) -> _Weight:
    """How plainly a joint is junk. Without a tatweel it may be ordinary punctuation."""
    visible = _INVISIBLE.sub("", joint)
    if not visible:
        return "none" if not joint.strip(TATWEEL) else "hidden"
    if TATWEEL not in joint:
        return "odd" if len(visible) == 1 and visible in _ODD else "weak"
    if before.letters == "ه" and _HIJRI.search(text[max(0, before.start - 2) : before.start]):
        return "weak"
    if len(visible) > 2 or "…" in visible:
        return "weak"
    both_sides = joint[0] == TATWEEL == joint[-1] and len(joint) > 1
    if (
        not both_sides
        and set(visible) & frozenset("/-،,|")
        and (before.letters in _CLITICS or min(len(before.letters), len(after)) > 3)
    ):
        return "weak"
    return "strong"


def _is_word(text: str, groups: list[_Group], words: _Words) -> bool:
    """Whether groups of letters, with joints that may be ordinary writing, are one broken-up word."""
    parts = [g.letters for g in groups]
    weights = {g.weight for g in groups[1:]}
    before = text[max(0, groups[0].start - 60) : groups[0].start].rsplit(maxsplit=1)
    address = before[-1] if before and not text[groups[0].start - 1].isspace() else ""
    if "://" in address or "www." in address or "#" in address or address.endswith("@"):
        return False
    if "".join(parts) in words:
        return not (weights & {"weak"} and _reads_as_two(groups, words))
    if weights == {"hidden"}:
        visible = all(_SPLITTING & set(g.joint) for g in groups[1:])
        return visible and (min(map(len, parts)) < 3 or len(parts) > 2)
    return (
        weights == {"odd"}
        and min(map(len, parts)) < 3
        and sum(map(len, parts)) > 3
        and not _OWN_WORDS & {fold(p) for p in parts}
        and not (parts[0] in _CLITICS and parts[0] != "ال")
    )


def _reads_as_two(groups: list[_Group], words: _Words) -> bool:
    """A sentence end without a space, an abbreviation or a list mark that happens to spell a known word."""
    parts = [g.letters for g in groups]
    if all(len(p) == 1 for p in parts) and len(parts) < 3:
        return True
    first, rest = parts[0], "".join(parts[1:])
    if first in ("ا", "وا", "با") and rest.startswith("ل"):
        return False
    stopped = bool(set(groups[-1].joint) & frozenset(".…،"))
    if rest == "ها" or (rest in ("هم", "هن", "كم") and not stopped):
        return False
    whole = rest in words or fold(rest) in _OWN_WORDS
    if whole and (len(first) == 1 or first in _CLITICS or first in words or fold(first) in _OWN_WORDS):
        return True
    return stopped and fold(parts[-1]) in _STARTERS and sum(map(len, parts[:-1])) > 2


def _known_only(text: str, words: _Words) -> Iterator[Restoration]:
    """Words that only a known word tells: letters with spaces, a tatweel and a space, Latin look-alikes."""
    for match in _SPACED.finditer(text) if _SINGLES.search(text) else ():
        yield from _spaced(text, match.start(), match.end(), words)
    for match in _PARTED.finditer(text) if f"{TATWEEL} " in text or f"{TATWEEL}\u00a0" in text else ():
        left, right = match.group(1), match.group(3)
        before = text[max(0, match.start() - 2) : match.start()]
        if left + right in words and not (left in _CLITICS and right in words) and not _HIJRI.search(before):
            yield Restoration(match.start(), match.end(), match.group(), left + right)
    for match in _LATIN.finditer(text):
        surface = match.group()
        odd = [i for i, char in enumerate(surface) if char in _LOOKS]
        if len(odd) > 2 or any(b - a == 1 for a, b in pairwise(odd)):
            continue
        if surface[-1] in "13579!|":
            continue
        restored = "".join(_LOOKS.get(char, char) for char in surface)
        if restored in words:
            if surface[-1] in "oO0" and words.has_feminine(restored):
                restored = restored[:-1] + "ة"
            yield Restoration(match.start(), match.end(), surface, restored)


def _spaced(text: str, start: int, end: int, words: _Words) -> Iterator[Restoration]:
    """One word of single letters with spaces between, or two such words in a row."""
    surface = text[start:end]
    pieces = surface.replace("\u00a0", " ").split(" ")
    if not 3 <= len(pieces) <= _LONGEST:
        return
    if "".join(pieces) in words:
        yield Restoration(start, end, surface, "".join(pieces))
        return
    for cut in range(1, len(pieces)):
        halves = ("".join(pieces[:cut]), "".join(pieces[cut:]))
        lone = (cut == 1 and len(pieces[0]) == 1, cut == len(pieces) - 1)
        good = [one or half in words for one, half in zip(lone, halves, strict=True)]
        if all(good) and not all(lone):
            middle = start + len(" ".join(pieces[:cut]))
            if not lone[0]:
                yield Restoration(start, middle, text[start:middle], halves[0])
            if not lone[1]:
                yield Restoration(middle + 1, end, text[middle + 1 : end], halves[1])
            return
