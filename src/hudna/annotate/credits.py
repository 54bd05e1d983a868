"""Whom a page says it has its report from: «(رويترز)» at the end, «دمشق – سانا» at the beginning,
«المصدر: الأناضول» below, «الجزيرة + وكالات» between title and text.

Such words stand for the whole report. They are looked for where pages put them: in the line between title and
text, at the beginning of the first paragraph, at the end of the last one, in the lines after it and in
furniture. What stands below a picture, or behind each of several paragraphs, credits no report.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from hudna.annotate.mentions import MentionStep
from hudna.model.annotations import Abstention, Credit, Mention, Segment
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.packs.schema import Pack
from hudna.text.normalise import fold
from hudna.text.reading import Reading, read

_PROSE = 8
"""Words of the shortest paragraph that is told at the beginning or at the end of a report."""
_OPENING = 70
"""Characters from the beginning of the first paragraph within which it credits anybody."""
_TOWN = 4
"""Words before the agency in the opening of a paragraph («القاهرة – من أحمد علي (رويترز)» has more)."""
_LINE = 8
"""Words of a line that only credits somebody, at most."""
_UNKNOWN = 5
"""Words of the name of an outlet no pack has, at most."""
_BETWEEN = re.compile(r"\s*(?:[+/،,;؛|&]|\s[-–—]\s)\s*")
_AND = re.compile(r"\s+و(?=\S)")
_DASH = re.compile(r"\s*[-–—ـ/|:]\s*")
_MARKED = re.compile(r"[(\[«\"“]\s*([^()\[\]«»\"“”]{2,60}?)\s*[)\]»\"”]")
_AFTER = re.compile(r"\s*[-–—ـ/|:.،]|\s*$")
_SET_OFF = re.compile(r"\s*[»\"”)]?\s*[-–—ـ/:]")
_CLOSING = re.compile(r"[(\[]\s*([^()\[\]]{2,80}?)\s*[)\]]\s*[.…]?\s*$")
_SIGNED = re.compile(r"[.؟!…»\"”]\s*[-–—/]?\s*([^.؟!…\n]{2,40}?)\s*[.]?\s*$")
_LABEL = 3
"""Words of a label, at most."""
How = Literal["bare", "marked", "labelled"]
"""How a stretch is read: by itself, in marks or a list, behind «المصدر:»."""
_NAME = re.compile(r"[^\W\d_]|\d")
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile(r"[a-z]")


@frozen
class CreditEntry:
    """Words of credits; see credits.yaml."""

    labels: tuple[str, ...] = ()
    weak_labels: tuple[str, ...] = ()
    not_labels: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    outlet: str | None = None
    initials: tuple[str, ...] = ()


@frozen
class _Source:
    """What a name in a credit stands for; all None for «وكالات», which names nobody. `short` tells a name
    that is also another word or the part of a site: it counts in marks or behind a label."""

    entity: str | None = None
    code: str | None = None
    name_ar: str | None = None
    name_en: str | None = None
    short: bool = False


def _plain(words: str) -> str:
    """Words folded, every mark a blank."""
    return " ".join(_WORD.findall(fold(words)))


@frozen
class CreditStep:
    """Finds credits; compile once with `build`."""

    sources: Mapping[str, _Source]
    bodies: MentionStep
    """Reads the name of a body behind a label: «المصدر: وزارة الدفاع الروسية»."""
    labels: frozenset[str]
    weak_labels: frozenset[str]
    not_labels: tuple[str, ...]
    heads: tuple[str, ...]

    @classmethod
    def build(cls, pack: Pack, bodies: MentionStep) -> "CreditStep":
        """The outlets of a pack by their names, with the words of lexicon/ar/credits.yaml."""
        entries = load_lexicon("credits", CreditEntry)

        def words(name: str) -> list[str]:
            return [_plain(word) for entry in entries for word in getattr(entry, name)]

        sources = _sources(pack, words("kinds"), words("tails"), words("sections"), words("unnamed"))
        own = {source.entity: source for source in sources.values()}
        for entry in entries:
            if entry.outlet in own:
                short = replace(own[entry.outlet], short=True)
                for word in entry.initials:
                    sources.setdefault(_plain(word), short)
        return cls(
            sources,
            bodies,
            frozenset(words("labels")),
            frozenset(words("weak_labels")),
            tuple(words("not_labels")),
            tuple(words("heads")),
        )

    def __call__(
        self, reading: Reading, mentions: Sequence[Mention], publisher: str | None
    ) -> tuple[tuple[Credit, ...], tuple[Abstention, ...]]:
        """The credits of a report in order of `start`, each source once, the publisher itself left out; and
        those that were seen and credit no whole report."""
        found, left = _Page(self, reading, mentions).read()
        own = self.sources.get(_plain(publisher)) if publisher else None
        kept: dict[str, Credit] = {}
        for credit in sorted(found, key=lambda c: (c.start, c.end)):
            if own is None or own.entity is None or credit.entity != own.entity:
                kept.setdefault(credit.entity or _plain(credit.text), credit)
        return tuple(kept.values()), left

    def source(self, words: str, how: How) -> _Source | None:
        """What words stand for in a credit, None where they are no name of a source."""
        plain = _plain(words)
        source = self.sources.get(plain)
        if source is not None:
            return None if source.short and how == "bare" else source
        return self._body(words) if how == "labelled" else None

    def _body(self, words: str) -> _Source | None:
        """A body or group that the packs know, where it is all that the words say."""
        for found in self.bodies(read(words), None):
            whole = found.start == 0 and found.end == len(words.strip())
            if whole and found.code and found.type in ("organisation", "group"):
                return _Source(found.entity, found.code, found.name_ar, found.name_en)
        return None

    def unknown(self, words: str) -> _Source | None:
        """An outlet no pack has, told by its first word or by Latin letters; only behind a label."""
        plain = _plain(words)
        named = any(plain.startswith(f"{head} ") for head in self.heads) or _LATIN.match(plain)
        return _Source(name_ar=" ".join(words.split())) if named and plain.count(" ") < _UNKNOWN else None


def _sources(
    pack: Pack, kinds: Sequence[str], tails: Sequence[str], sections: Iterable[str], unnamed: Iterable[str]
) -> dict[str, _Source]:
    """Outlets by folded name, and by name without «وكالة», «للأنباء» where that is one outlet's only."""
    parts = frozenset(sections)
    given: dict[str, _Source] = {}
    shorter: dict[str, set[str]] = {}
    by_id: dict[str, _Source] = {}
    for outlet in pack.outlets:
        source = _Source(outlet.id, outlet.code, outlet.names.ar[0], outlet.names.en)
        by_id[outlet.id] = source
        for name in (*outlet.names.ar, outlet.names.en, *outlet.domains):
            plain = _plain(name)
            given.setdefault(plain, source)
            for short in _shortened(plain, kinds, tails):
                shorter.setdefault(short, set()).add(outlet.id)
    for short, ids in shorter.items():
        if len(ids) == 1 and short not in given:
            given[short] = replace(by_id[next(iter(ids))], short=True)
    for part in parts & given.keys():
        given[part] = replace(given[part], short=True)
    return {**given, **dict.fromkeys(unnamed, _Source())}


def _shortened(plain: str, kinds: Sequence[str], tails: Sequence[str]) -> Iterator[str]:
    for kind in kinds:
        rest = plain.removeprefix(f"{kind} ")
        if rest != plain and len(rest) > 2:
            yield rest
            yield from (rest.removesuffix(f" {tail}") for tail in tails if rest.endswith(f" {tail}"))
    yield from (plain.removesuffix(f" {tail}") for tail in tails if plain.endswith(f" {tail}"))


class _Page:
    """Reads one report. Built for a text, then dropped."""

    def __init__(self, step: CreditStep, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.step, self.text, self.segments = step, reading.text, reading.segments
        self.places = {m.start: m.end for m in mentions if m.type in ("place", "country")}

    def read(self) -> tuple[list[Credit], tuple[Abstention, ...]]:
        prose = [
            n
            for n, part in enumerate(self.segments)
            if part.kind == "paragraph" and self._length(part) >= _PROSE
        ]
        found: list[Credit] = []
        bare = False
        for n, part in enumerate(self.segments):
            said = self._label(part, bare)
            bare = said is None and _plain(self._words(part)) in self.step.labels
            if said is not None:
                found.extend(said)
            elif prose and self._beside(n, prose):
                found.extend(self._line(part, n > prose[-1]))
        left: tuple[Abstention, ...] = ()
        if prose:
            found.extend(self._opening(self.segments[prose[0]]))
            closing, left = self._closing([self.segments[n] for n in prose])
            found.extend(closing)
        return found, left

    def _length(self, part: Segment) -> int:
        return len(_WORD.findall(self.text, part.start, part.end))

    def _beside(self, n: int, prose: Sequence[int]) -> bool:
        """Whether a line stands right before the first paragraph or right after the last one."""
        return n in (prose[0] - 1, prose[0] - 2, prose[-1] + 1, prose[-1] + 2) and n not in prose

    def _label(self, part: Segment, bare: bool) -> list[Credit] | None:
        """«المصدر: الأناضول», «نقلاً عن رويترز», and the line below a bare «المصدر:»; none of a picture's."""
        if self._length(part) > _LINE + _UNKNOWN:
            return None
        if _plain(self._words(part)).startswith(self.step.not_labels):
            return []
        if bare:
            return self._names(part.start, part.end, "labelled")
        at, how = self._behind_label(part.start, part.end)
        return self._names(at, part.end, how) if at > part.start else None

    def _behind_label(self, start: int, end: int) -> tuple[int, How]:
        """Where what follows a label begins, and how it may be read; `start` where no label opens it."""
        words = list(_WORD.finditer(self.text, start, end))
        for size in range(min(_LABEL, len(words) - 1), 0, -1):
            plain = " ".join(_plain(word.group()) for word in words[:size])
            if plain in self.step.labels:
                return words[size - 1].end(), "labelled"
            if plain in self.step.weak_labels:
                return words[size - 1].end(), "marked"
        return start, "bare"

    def _words(self, part: Segment) -> str:
        return self.text[part.start : part.end]

    def _line(self, part: Segment, last: bool) -> list[Credit]:
        """A line that only credits: «رويترز», «(أ ف ب، رويترز)», «دمشق – سانا», «الجزيرة + وكالات»; behind
        the text also «خ.س/ع.ج (د ب أ)»."""
        words = self._words(part)
        if self._length(part) > _LINE:
            return []
        listed = _MARKED.fullmatch(words.strip(" .")) or "+" in words
        whole = self._names(part.start, part.end, "marked" if listed else "bare")
        if whole:
            return whole
        closing = _CLOSING.search(self.text, part.start, part.end) if last else None
        if closing and all(len(w) < 3 for w in _WORD.findall(self.text, part.start, closing.start())):
            return self._names(closing.start(1), closing.end(1), "marked") or []
        cut = next(
            (m for m in _DASH.finditer(self.text, part.start, part.end) if m.start() > part.start), None
        )
        if cut is None:
            return []
        marked = _MARKED.match(self.text, cut.end(), part.end)
        return self._names(cut.end(), part.end, "marked" if marked else "bare") or []

    def _opening(self, part: Segment) -> list[Credit]:
        """«القاهرة (رويترز) -», «دمشق-سانا», «رام الله /وفا/», «رويترز –», «لندن: «الشرق الأوسط»»."""
        end = min(part.end, part.start + _OPENING)
        for marked in _MARKED.finditer(self.text, part.start, end):
            town = len(_WORD.findall(self.text, part.start, marked.start())) <= _TOWN
            if town and marked.group()[0] in "([" and _AFTER.match(self.text, marked.end()):
                found = self._names(marked.start(1), marked.end(1), "marked")
                if found:
                    return found
        first = _DASH.search(self.text, part.start + 1, end)
        if first is None:
            return []
        alone = self._names(part.start, first.start(), "bare")
        if alone and self.text[first.start() : first.end()].strip() != ":":
            return alone
        return self._after_town(part.start, first.end(), end) if self._is_town(part, first.start()) else []

    def _is_town(self, part: Segment, end: int) -> bool:
        """Whether the stretch before the first dash is a place, days and names of reporters aside."""
        words = len(_WORD.findall(self.text, part.start, end))
        return words <= _TOWN and any(part.start <= start < end for start in self.places)

    def _after_town(self, start: int, at: int, end: int) -> list[Credit]:
        """The longest name of a source right behind «دمشق –»."""
        words = list(_WORD.finditer(self.text, at, end))[:5]
        if not words or self.text[at : words[0].start()].strip(' «"“(/'):
            return []
        for size in range(len(words), 0, -1):
            last = words[size - 1].end()
            marked = self.text[at : words[0].start()].strip() or _SET_OFF.match(self.text, last)
            found = self._names(words[0].start(), last, "marked" if marked else "bare")
            if found:
                return found
        return []

    def _closing(self, prose: Sequence[Segment]) -> tuple[list[Credit], tuple[Abstention, ...]]:
        """«… (رويترز)» at the end of the last paragraph; not where each of several has its own."""
        ends = [(part, found) for part in prose if (found := self._closed(part))]
        if not ends or ends[-1][0] is not prose[-1]:
            return [], ()
        named = [{c.entity for c in found} for _, found in ends]
        if len(ends) > 1 and any(one != named[-1] for one in named):
            why = "several paragraphs credit sources of their own; none is the report's"
            return [], (Abstention("credits", why, ends[-1][1][0].start, ends[-1][1][-1].end),)
        return ends[-1][1], ()

    def _closed(self, part: Segment) -> list[Credit]:
        found = _CLOSING.search(self.text, part.start, part.end)
        if found is not None:
            before = self.text[part.start : found.start()].rstrip()
            told = before.endswith((".", "…", "؟", "!", "»", '"', "”")) or self._length(part) > 2 * _PROSE
            return self._listed(found.start(1), found.end(1), "marked") if told else []
        signed = _SIGNED.search(self.text, part.start, part.end)
        return self._listed(signed.start(1), signed.end(1), "bare") if signed else []

    def _listed(self, start: int, end: int, how: How) -> list[Credit]:
        """The sources of a stretch, a label before them or not."""
        at, labelled = self._behind_label(start, end)
        return self._names(at, end, labelled if at > start else how) or []

    def _names(self, start: int, end: int, how: How) -> list[Credit] | None:
        """The sources that a stretch lists; None where it holds any other word."""
        found: list[Credit] = []
        for low, high in self._parts(start, end):
            listed = self._joined(low, high, how)
            if not listed:
                return None
            found.extend(listed)
        return found or None

    def _joined(self, low: int, high: int, how: How) -> list[Credit]:
        """One source, more said of it or not, or several joined by «و»: «سبوتنيك ووكالة رويترز»."""
        known = self._known(low, high, how)
        if known is not None:
            return [known]
        for cut in _AND.finditer(self.text, low, high):
            first = self._known(low, cut.start(), how)
            rest = self._joined(cut.end(), high, how) if first else []
            if first and rest:
                return [first, *rest]
        if how != "labelled":
            return []
        ends = [word.end() for word in _WORD.finditer(self.text, low, high)]
        for end in reversed(ends[:-1]):  # «صحيفة هآرتس العبرية»
            if begun := self._known(low, end, "bare"):
                return [begun]
        words = self.text[low:high]
        source = self.step.unknown(words)
        return [_credit(low, high, words, source)] if source else []

    def _known(self, low: int, high: int, how: How) -> Credit | None:
        words = self.text[low:high]
        source = self.step.source(words, how)
        return _credit(low, high, words, source) if source else None

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches between the marks of a list, without marks around them."""
        whole = _plain(self.text[start:end])
        cuts = [] if whole in self.step.sources else list(_BETWEEN.finditer(self.text, start, end))
        low = start
        for cut_start, cut_end in [*((m.start(), m.end()) for m in cuts), (end, end)]:
            words = list(_NAME.finditer(self.text, low, cut_start))
            if words:
                yield words[0].start(), words[-1].end()
            low = cut_end


def _credit(low: int, high: int, words: str, source: _Source) -> Credit:
    return Credit(low, high, words, source.entity, source.code, source.name_ar, source.name_en)
