"""Telling title, headings, prose and site furniture apart, line by line.

What furniture says (phrases) comes from a `Layout`, compiled once from the lexicon; what furniture looks like
(Latin names between Arabic paragraphs, the title repeated, headlines after the last full stop) is told here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from hudna.model.annotations import Segment, SegmentKind
from hudna.model.frozen import frozen
from hudna.text.normalise import Folded, fold, fold_with_offsets

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_WORDS = re.compile(r"^[^\w#«\"“”(\[]+")
_HASHTAGS = re.compile(r"(?:#\w+[\s،,|]*)+")
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3]")
_ENDED = re.compile(r"[.!?؟…][\"”»’')\]\s]*$")
_BREAK = re.compile(r"\s*[|›»>/•·\\]\s*|\s+[-–—]\s+")
_DASHED = re.compile(r"\s+[-–—|]\s*|\s*[-–—|]\s+")
_QUOTE = re.compile(r"[\"“”„«»‹›]")
_AGO = re.compile(r"(?:منذ|قبل) \d+ [^\W\d_]+")
_DATE = re.compile(
    r"\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,4}|\d{1,2}\s+[^\W\d_]+\s*(?:/\s*[^\W\d_]+\s*)?,?،?\s*\d{4}"
    r"|[^\W\d_]+\s+\d{1,2}\s*[,،]\s*\d{4}|\d{1,2}\s*[-/]\s*[^\W\d_]+\s*[-/]\s*\d{4}"
)
_BULLET = re.compile(r"[-–—•*·▪●○◦]\s")

_SHORT = 10
"""Words of a heading, at most."""
_HEADLINE = 20
"""Words of a title or of the headline of another article, at most."""
_STAMP = 8
"""Words of a line that holds a date and is one by that, at most."""
_LONG = 15
"""Words of a line that is prose whatever it ends with, at least."""


@frozen
class Layout:
    """Phrases that tell site furniture and headings, folded.

    `whole` lines are furniture themselves; a line is furniture that begins with one of `starts` (or, if it is
    short, of `short_starts`), holds one of `within` (each has a word of `within_words`), or is one of
    `labels` or `credits` followed by a mark («المصدر: وكالات») or by nothing. After a line of `lists`
    headlines of other articles follow, after a line of `closing` nothing of the article does. `notes` are
    words of which an author's note begins with one (first tuple) and holds another (second). `stamps` begin
    the line of a date. A run-in heading begins with a word of `topics`, or its prose with one of `openings`;
    with one of `sayings` it introduces speech.
    """

    whole: frozenset[str]
    starts: "re.Pattern[str]"
    short_starts: "re.Pattern[str]"
    within: "re.Pattern[str]"
    within_words: frozenset[str]
    labels: "re.Pattern[str]"
    credits: "re.Pattern[str]"
    lists: "re.Pattern[str]"
    closing: "re.Pattern[str]"
    stamps: "re.Pattern[str]"
    notes: tuple[frozenset[str], frozenset[str]]
    agencies: frozenset[str]
    openings: frozenset[str]
    topics: frozenset[str]
    sayings: frozenset[str]
    longest: int


def compile_layout(phrases: Mapping[str, Iterable[str]]) -> Layout:
    """A `Layout` from phrases as they are written, by field; `note_starts` and `note_words` make `notes`."""
    folded = {field: {_plain(p) for p in found} - {""} for field, found in phrases.items()}

    def some(field: str, ending: str = r"(?![^\W\d_])") -> "re.Pattern[str]":
        options = sorted(folded.get(field, ()), key=len, reverse=True)
        body = "|".join(map(re.escape, options)).replace(r"\ ", r"\s+")
        return re.compile(rf"(?:{body}){ending}" if options else r"(?!)")

    def words(field: str) -> frozenset[str]:
        return frozenset(folded.get(field, ()))

    whole = words("whole") | words("lists") | words("closing")
    mark = r"\s*(?:[:\-–—|/]|$)"
    return Layout(
        whole=whole,
        starts=some("starts"),
        short_starts=some("short_starts"),
        within=some("within", ""),
        within_words=frozenset(max(_WORD.findall(p), key=len) for p in words("within")),
        labels=some("labels", r"\s*(?:[:\-–—|/(\d]|$)"),
        credits=some("credits", mark),
        lists=some("lists"),
        closing=some("closing"),
        stamps=some("stamps"),
        notes=(words("note_starts"), words("note_words")),
        agencies=words("agencies"),
        openings=words("openings"),
        topics=words("topics"),
        sayings=words("sayings"),
        longest=max((p.count(" ") + 1 for p in whole), default=0),
    )


def _plain(phrase: str) -> str:
    """A phrase folded, with single spaces and without marks at its ends."""
    return _trim(fold(phrase))


def _trim(folded: str) -> str:
    return _BEFORE_WORDS.sub("", " ".join(folded.split()).rstrip(" :.،-–—|*•…!؟?©"), count=1)


MINIMAL = compile_layout(
    {
        "whole": ["اترك تعليقا", "آخر الأخبار", "القائمة", "error", "close menu"],
        "starts": ["اقرأ أيضا", "إقرأ أيضا", "شاهد أيضا", "لن يتم نشر عنوان بريدك"],
        "lists": ["مقالات ذات صلة", "مواضيع متعلقة", "أخبار ذات صلة"],
        "labels": ["المصدر"],
        "stamps": ["تم النشر", "تاريخ النشر", "آخر تحديث", "date"],
    }
)
"""The rules where no lexicon is given."""


class _Line:
    """One line that is not blank, with what the rules ask of it."""

    def __init__(self, start: int, end: int, published: str, folded: str, gap: bool) -> None:
        self.start, self.end = start, end
        self.published = published
        self.folded = _trim(folded)
        self.gap = gap
        """Whether a blank line stands before it."""
        self.kind: SegmentKind | None = None
        self.words: list[str] = _WORD.findall(self.folded)
        """Its folded words."""
        self.key = " ".join(self.words)
        """Its folded words alone: what two lines are compared by."""
        self.ended = _ENDED.search(published[-12:]) is not None
        """Whether it ends as a sentence does."""

    @property
    def prose(self) -> bool:
        """Whether it reads as running text rather than as a headline."""
        return len(self.words) >= _HEADLINE or (self.ended and len(self.words) >= 6)


def segment(
    text: str, title: str | None = None, layout: Layout | None = None, folded: Folded | None = None
) -> tuple[Segment, ...]:
    """Segments in order, disjoint, covering every character that is not blank.

    A segment is a line without the blanks around it, or a part of one (run-in heading and its paragraph), or
    several lines of a paragraph where the text comes wrapped. `title` is the title if known, `folded`
    the text folded where that is done already.
    """
    rules = layout or MINIMAL
    lines = list(_lines(text, folded or fold_with_offsets(text)))
    _mark_furniture(lines, rules)
    wrapped = _is_wrapped([line for line in lines if line.kind is None])
    _mark_title(lines, title, rules, wrapped)
    _mark_credit(lines, rules)
    _mark_tail(lines, rules)
    if not wrapped:
        _mark_headings(lines, rules)
        return tuple(part for line in lines for part in _parts(line, rules))
    return tuple(_joined(lines))


def _lines(text: str, folded: Folded) -> Iterator[_Line]:
    last = 0
    for match in _LINE.finditer(text):
        published = match.group()
        stripped = published.strip()
        if stripped:
            start = match.start() + len(published) - len(published.lstrip())
            end = start + len(stripped)
            lo, hi = folded.range(start, end)
            yield _Line(start, end, stripped, folded.text[lo:hi], text.count("\n", last, start) > 1)
            last = end


def _mark_furniture(lines: list[_Line], rules: Layout) -> None:
    """Furniture that a line tells by its own words or by the line before it."""
    arabic = sum(1 for line in lines if _ARABIC.search(line.published)) * 2 > len(lines)
    prose = listing = closed = naming = False
    for line in lines:
        furniture = closed or _is_furniture(line, rules, arabic)
        if not furniture and listing:
            furniture = not line.ended and len(line.words) <= _HEADLINE and not _is_stamp(line, rules)
        if not furniture and naming:
            furniture = not line.ended and len(line.words) <= 5
        naming = furniture and not naming and _is_bare(line, rules)
        listing = furniture and (listing or rules.lists.fullmatch(line.key) is not None)
        closed = closed or (
            prose and rules.closing.match(line.folded) is not None and len(line.words) <= _LONG
        )
        if furniture or closed:
            line.kind = "furniture"
        else:
            prose = prose or line.prose


def _is_bare(line: _Line, rules: Layout) -> bool:
    """A label with nothing after it («المصدر:»): what it announces stands on the next line."""
    return any(p.fullmatch(line.key) is not None for p in (rules.labels, rules.credits))


def _is_furniture(line: _Line, rules: Layout, arabic: bool) -> bool:
    words, folded = line.words, line.folded
    if not words:
        return not any(char.isdigit() for char in line.published)
    if line.key in rules.whole or rules.starts.match(folded):
        return True
    if not rules.within_words.isdisjoint(words) and rules.within.search(folded):
        return True
    if rules.short_starts.match(folded) and len(words) <= _SHORT and not line.ended:
        return not _QUOTE.search(folded)
    if _HASHTAGS.fullmatch(folded):
        return True
    if rules.lists.match(folded) and (line.key in rules.whole or not line.ended):
        return True
    if rules.labels.match(folded) and len(words) <= 2 * _HEADLINE:
        return not _QUOTE.match(folded.partition(":")[2].lstrip())
    if rules.credits.match(folded) and len(words) <= _SHORT:
        return not line.ended and not _QUOTE.search(folded)
    if words[0] in rules.notes[0] and any(f" {note}" in folded for note in rules.notes[1]):
        return not rules.sayings & set(words)
    if arabic and not _ARABIC.search(folded):
        return len(words) <= 8 and not line.ended and not _is_stamp(line, rules)
    return _is_menu(line, rules)


def _is_menu(line: _Line, rules: Layout) -> bool:
    """Items of a menu in one line, or a breadcrumb («الرئيسية > أخبار > سوريا»)."""
    if line.ended or len(line.words) > 3 * _HEADLINE:
        return False
    items = [" ".join(_WORD.findall(item)) for item in _BREAK.split(line.folded)]
    if len(items) > 2 and items[0] in rules.whole and max(map(len, items)) < 40:
        return True
    return len(line.words) > 1 and _all_of(line.words, rules)


def _all_of(words: list[str], rules: Layout) -> bool:
    """Whether words are one item of a menu after another."""
    here = 0
    while here < len(words):
        for size in range(min(rules.longest, len(words) - here), 0, -1):
            if " ".join(words[here : here + size]) in rules.whole:
                here += size
                break
        else:
            return False
    return True


def _is_stamp(line: _Line, rules: Layout) -> bool:
    """A line that dates the article: never furniture, title or heading."""
    if rules.stamps.match(line.folded):
        return len(line.words) <= _LONG
    if len(line.words) > _STAMP or line.ended:
        return False
    return _DATE.search(line.folded) is not None or _AGO.fullmatch(line.folded) is not None


def _is_wrapped(lines: list[_Line]) -> bool:
    """Whether paragraphs are broken into lines of one width, as in texts copied from a mail."""
    if len(lines) < 6 or sum(1 for line in lines if line.gap) * 3 > len(lines):
        return False
    ended = sum(1 for line in lines if line.ended)
    width = max(len(line.published) for line in lines)
    return ended >= 2 and ended * 2 < len(lines) and 40 < width <= 110


def _mark_title(lines: list[_Line], title: str | None, rules: Layout, wrapped: bool) -> None:
    """The line of the title, and as furniture the lines that repeat it."""
    left = [line for line in lines if line.kind is None]
    wanted = " ".join(_WORD.findall(_plain(title))) if title else ""
    found = next((line for line in left if wanted and line.key == wanted), None)
    if found is None and len(left) > 1 and (not wrapped or left[1].gap):
        first = next((line for line in left if not _is_stamp(line, rules)), left[0])
        if _is_titular(first, rules) and any(line is not first and line.prose for line in left):
            found = first
    if found is None:
        return
    found.kind = "title"
    for line in left:
        if line is not found and line.key == found.key and line.start > found.start:
            line.kind = "furniture"


def _is_titular(line: _Line, rules: Layout) -> bool:
    full_stop = line.published.rstrip("\"”»’') ").endswith(".") and not line.published.endswith("..")
    return not full_stop and 2 <= len(line.words) <= _HEADLINE and not _is_stamp(line, rules)


def _mark_credit(lines: list[_Line], rules: Layout) -> None:
    """Who wrote or published it, between title and text: «دمشق – وكالات», a name above the date."""
    seen = 0
    for line, following in pairwise(lines):
        if line.kind == "furniture":
            continue
        seen += 1
        if seen > 3:
            return
        short = line.kind is None and seen > 1 and len(line.words) <= 4 and not line.ended
        if short and _is_stamp(following, rules) and not _is_stamp(line, rules):
            line.kind = "furniture"
        if _is_credit(line, rules) and len(following.words) >= _LONG:
            line.kind = "furniture"


def _is_credit(line: _Line, rules: Layout) -> bool:
    if len(line.words) > 7 or line.ended or any(char.isdigit() for char in line.published):
        return False
    parts = _DASHED.split(line.published)
    if len(parts) != 2:
        return False
    names = [_WORD.findall(fold(part)) for part in parts]
    if any(" ".join(name) in rules.agencies for name in names):
        return True
    return (
        all(2 <= len(name) <= 3 for name in names)
        and not any(word.startswith("ال") for word in names[1])
        and not re.search(r"ة\b", parts[1])
    )


def _mark_tail(lines: list[_Line], rules: Layout) -> None:
    """Headlines and tags after the last sentence, in a text whose paragraphs end with a full stop."""
    left = [line for line in lines if line.kind is None]
    prose = [line for line in left if line.prose]
    last = next((i for i in range(len(left) - 1, -1, -1) if left[i].ended), None)
    if last is None or len(prose) < 2 or sum(1 for line in prose if line.ended) * 2 <= len(prose):
        return
    for line in left[last + 1 :]:
        if len(line.words) >= _LONG or line.key.startswith("و") or not rules.sayings.isdisjoint(line.words):
            return
    for line in left[last + 1 :]:
        line.kind = "furniture"


def _mark_headings(lines: list[_Line], rules: Layout) -> None:
    """Short lines without a full stop that stand before prose."""
    for line, following in pairwise(lines):
        if line.kind is not None or len(line.words) > _SHORT or len(line.words) == 0:
            continue
        if _BULLET.match(line.published) or _is_stamp(line, rules) or _QUOTE.match(line.published):
            continue
        stopped = line.ended and line.published[-1] not in "؟?!"
        speech = line.published.endswith(":") and rules.sayings & set(line.words)
        if not stopped and following.kind is None and following.prose and not speech:
            line.kind = "heading"


def _parts(line: _Line, rules: Layout) -> Iterator[Segment]:
    """The segments of one line: most often one."""
    kind = line.kind or "paragraph"
    cut = _run_in(line, rules) if kind == "paragraph" else 0
    if cut:
        yield Segment(line.start, line.start + cut, "heading")
        blank = len(line.published[cut:]) - len(line.published[cut:].lstrip())
        yield Segment(line.start + cut + blank, line.end, kind)
    else:
        yield Segment(line.start, line.end, kind)


def _run_in(line: _Line, rules: Layout) -> int:
    """Where the prose after a run-in heading begins («رد فعل المعارضة: في المقابل…»), or 0."""
    colon = line.published.find(":", 0, 80)
    if colon < 0 or _BULLET.match(line.published) or _QUOTE.search(line.published, 0, colon + 3):
        return 0
    head = _WORD.findall(fold(line.published[:colon]))
    rest = _WORD.findall(fold(line.published[colon + 1 : colon + 60]))
    if not 1 <= len(head) <= 7 or len(line.words) - len(head) < 8 or rules.sayings & set(head):
        return 0
    if any(word[1:] in rules.sayings for word in head if word[0] in "وف"):
        return 0
    prose = line.ended or len(line.words) >= _HEADLINE
    told = head[0] in rules.topics or (prose and len(head) > 1 and rest[:1] and rest[0] in rules.openings)
    return colon + 1 if told and not line.published[colon + 1 : colon + 2].isdigit() else 0


def _joined(lines: list[_Line]) -> Iterator[Segment]:
    """Segments of a wrapped text: a paragraph ends where a line ends a sentence or a blank line comes."""
    start: int | None = None
    end = 0
    for line in lines:
        goes_on = start is not None and line.kind is None and not line.gap
        if start is not None and not goes_on:
            yield Segment(start, end, "paragraph")
            start = None
        if line.kind is not None:
            yield Segment(line.start, line.end, line.kind)
            continue
        start, end = line.start if start is None else start, line.end
        if line.ended:
            yield Segment(start, end, "paragraph")
            start = None
    if start is not None:
        yield Segment(start, end, "paragraph")
