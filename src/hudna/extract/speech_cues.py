"""Where something is said: the words that report speech and what leads from them to the content."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, cast

from hudna.extract.scene import Scene
from hudna.extract.speech import COMMAS, Kind, Said, Speech, SpeechVerb, has_shadda
from hudna.model.assertions import Force
from hudna.model.frozen import frozen
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

_NOUNS: tuple[Kind, ...] = ("document", "source", "act")
Marker = Literal["that", "quote", "preposition", "object"]
_THAT = frozenset(
    lead + "ان" + pronoun
    for lead in ("", "ب", "و", "وب")
    for pronoun in ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي")
) | {"انني", "باننا", "اننا", "انو", "بانو"}
_HOW = frozenset({"كيف", "لماذا"})
_NOT_THAT = frozenset({"الا", "بالا"})
_NEAR = 14
"""Tokens within which a verb of two readings shows which one is meant."""
_ASIDE = 8
"""Tokens of a clause between two commas."""


@frozen
class Lead:
    """What leads to the content: its kind, the token it stands at, and the content's first token."""

    kind: Marker
    at: int
    content: int


@frozen
class Cue:
    """A word that reports speech at token `at`, `joined` to what stands before by «و» or «ف»."""

    at: int
    said: Said
    joined: bool


class Cues:
    """Finds cues and what leads to their content in one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene, self.speech = scene, speech
        self.tokens = scene.reading.tokens
        self.quote_from: dict[int, int] = {}
        for quote in scene.quotes:
            inside = scene.reading.within(quote.start, quote.end)
            if inside:
                self.quote_from[inside.start] = quote.end
        self.openings = [i for i, token in enumerate(self.tokens) if token.norm in speech.opening]

    def opening(self, sentence: Sentence) -> Sequence[int]:
        """The tokens of a sentence that may open a statement."""
        openings = self.openings
        return openings[bisect_left(openings, sentence.first) : bisect_left(openings, sentence.last)]

    def of(self, sentence: Sentence) -> Iterator[Cue]:
        """The reporting words of a sentence in order, negated and impersonal ones left out."""
        for i in self.opening(sentence):
            for said, joined in self._likeliest(i, self._readings(i, self.tokens[i].norm), sentence):
                if (said.how != "verb" or self._reports(i, said, sentence)) and not self.is_idiom(i):
                    yield Cue(i, said, joined)
                    break

    def _likeliest(
        self, i: int, found: list[tuple[Said, bool]], sentence: Sentence
    ) -> list[tuple[Said, bool]]:
        """Readings of one spelling («نعته»: mourned him, called him), those whose content follows first."""
        if len({said.verb.past for said, _ in found}) < 2:
            return found
        stop = min(sentence.last, i + _NEAR)
        led = {id(said): self._leads_on(i + 1, stop, said) for said, _ in found}
        doubled = has_shadda(self.scene.reading.text, self.tokens[i])
        return sorted(found, key=lambda row: (not (doubled and row[0].shadda), not led[id(row[0])]))

    def _leads_on(self, at: int, stop: int, said: Said) -> bool:
        lead = self.lead(at, stop, said.verb)
        held = said.form is not None and bool(said.form.pronoun)
        return lead is not None and (lead.kind != "preposition" or held)

    def _readings(self, i: int, norm: str) -> list[tuple[Said, bool]]:
        """What a token may report, and whether «و» or «ف» stands before it; nothing in a longer mention."""
        said = self.speech.said
        found = [(s, False) for s in said.get(norm, ())]
        if norm[0] in "وف":
            found += [(s, True) for s in said.get(norm[1:], ())]
        if norm[0] in "البكوف":
            for lead, stem in leads(norm):
                bare = stem.removeprefix("ال")
                if bare in self.speech.masdars and (lead not in ("", "و", "ف") or bare is not stem):
                    found += [(s, False) for s in said[bare] if s.how == "masdar"]
        if not found:
            return found
        mentions = self.scene.mention_at.get(i, ())
        if any(m.first < i or m.last > i + 1 or (m.type == "place" and m.lead) for m in mentions):
            return []
        if i and self.tokens[i - 1].norm in "،," and any(s.how == "hal" for s, _ in found):
            found.sort(key=lambda row: row[0].how != "hal")  # «، طالباً» is rather a participle than a dual
        found.sort(key=lambda row: row[0].form is not None and row[0].form.person == 1)
        if any("document" in s.verb.flags for s, _ in found) and self._names(i + 1, len(self.tokens)):
            found.sort(key=lambda row: "document" in row[0].verb.flags)  # «وردّ X بأن», not «ورد في …»
        return [row for row in found if self._as_published(i, row[0])]

    def is_idiom(self, i: int) -> bool:
        if i and self.speech.phrase("idiom", self.tokens, i - 1) > 1:
            return True  # «هدوء حذر»
        if i + 1 < len(self.tokens) and self.speech.phrase("nameless", self.tokens, i + 1):
            return True  # «طلب عدم ذكر اسمه»
        return any(self.speech.phrase("idiom", self.tokens, i, s) for _, s in leads(self.tokens[i].norm))

    def _as_published(self, i: int, said: Said) -> bool:
        token = self.tokens[i]
        if said.how == "verb" and self.scene.reading.text[token.start : token.end].lstrip("وف")[:1] == "آ":
            return said.verb.past[0] == "آ"  # «آمر اللواء» is no «أمر»
        return not said.shadda or has_shadda(self.scene.reading.text, self.tokens[i]) or self._tells(i, said)

    def _tells(self, i: int, said: Said) -> bool:
        """Whether a verb written without its shadda has speaker and «أن» after it: «وبينت الوزارة أن …»."""
        if i + 2 >= len(self.tokens) or self.speech.phrase("preposition", self.tokens, i):
            return False
        if "blame" in said.verb.flags:
            return any("مسوولي" in t.norm for t in self.tokens[i + 1 : i + 12])
        after = self.tokens[i + 1].norm
        speaker = any(
            m.first == i + 1 and not m.lead and m.type != "place"
            for m in self.scene.mention_at.get(i + 1, ())
        )
        speaker = speaker or bool(self.speech.phrase("source", self.tokens, i + 1, after.removeprefix("ال")))
        stop = min(i + 14, len(self.tokens))
        if speaker and "monitor" in said.verb.flags:
            return any(k in self.scene.quantity_at for k in range(i + 2, stop))
        return speaker and any(self.tokens[k].norm in _THAT for k in range(i + 2, stop))

    def _reports(self, i: int, said: Said, sentence: Sentence) -> bool:
        """Whether a finite verb tells of speech that took place."""
        if i == sentence.first:
            return True
        before = self.tokens[i - 1].norm
        if self._is_masdar(i, said):
            return False
        if any(self.speech.phrase("negator", self.tokens, i - 1, stem) for _, stem in leads(before)):
            return False
        if any(self.speech.phrase("governing", self.tokens, i - 1, stem) for _, stem in leads(before)):
            return False  # «على طلب بغداد»: a noun spelled like the verb
        if self.speech.phrase("preposition", self.tokens, i) and not self._names(i + 1, sentence.last):
            return False  # «عقب اقتحامه»: a preposition spelled like the verb
        if before == "ان" and i > 1 and self.tokens[i - 2].norm.lstrip("و") in ("قبل", "بعد", "الي"):
            return True  # «قبل أن تعلن X»: what came next
        present = said.form is not None and said.form.tense == "present"
        if present and before in ("ما", "مما", "بما", "وما") and said.form and not said.form.pronoun:
            return False  # «ما يؤكد …»: which goes to show
        return not (present and before in ("ان", "قد", "لان", "وان", "كي", "لكي", "سوف", "بان"))

    def _is_masdar(self, i: int, said: Said) -> bool:
        """«رفضاً لإعلان X», «نفياً»: an accusative verbal noun spelled like the dual of its verb."""
        form, norm = said.form, self.tokens[i].norm
        dual = form is not None and form.tense == "past" and form.number in ("du", "any")
        noun = any(s.how == "masdar" for s in self.speech.said.get(norm, ()))
        return dual and (noun or bool(self.speech.phrase("act", self.tokens, i)))

    def _names(self, i: int, stop: int) -> bool:
        """Whether a mention stands at token `i`, past marks."""
        while i < stop and self.tokens[i].kind == "mark":
            i += 1
        return i in self.scene.mention_at

    def quote_before(self, at: int, begin: int) -> tuple[int, int] | None:
        """The quotation that ends just before token `at`, as tokens `[first, last)`: «"…"، قال X»."""
        last = at
        while last > begin and self.tokens[last - 1].kind == "mark":
            last -= 1
        if last <= begin or last == at:
            return None
        end = self.tokens[last - 1].end
        for first, stop in self.quote_from.items():
            if begin <= first < last and end <= stop <= self.tokens[at].start and last - first >= 2:
                return first, last
        return None

    def act(self, i: int, stem: str) -> Force | None:
        """The force of a noun of speech («قلق», «دعوة») read as `stem` at token `i`, or None."""
        bare = stem.removeprefix("ال")
        if bare.endswith("نا") and len(bare) > 5:
            stem = bare = bare[:-2]
        value = self.speech.value("act", self.tokens, i, stem) or self.speech.value(
            "act", self.tokens, i, bare
        )
        if value:
            return cast(Force, value)
        return next((s.verb.force for s in self.speech.said.get(bare, ()) if s.how == "masdar"), None)

    def is_impersonal(self, i: int) -> bool:
        """«يذكر أن»: the report's own voice where no subject follows."""
        return any(self.speech.phrase("impersonal", self.tokens, i, s) for _, s in leads(self.tokens[i].norm))

    def lead(self, at: int, stop: int, verb: SpeechVerb) -> Lead | None:
        """What leads to the content of a verb, looked for from token `at` on; an object is not looked for."""
        found = self._lead(at, stop, verb)
        return found if found and found.content < stop else None

    def _lead(self, at: int, stop: int, verb: SpeechVerb) -> Lead | None:
        i = at - 1
        while i + 1 < stop:
            i += 1
            token = self.tokens[i]
            if i > at and self.speech.opens_clause(self.tokens, i):
                i = self._past_aside(i, stop)
                if i == stop:
                    return None  # «نقلت فرقه الجرحى، فيما رجّح X أن»: of the next verb
                token = self.tokens[i]
            if i > at and token.norm in _THAT and self._of_another(i, at):
                continue
            if token.norm in _NOT_THAT and self._is_not_that(i) and "ان" in verb.content:
                return Lead("that", i, i)
            if token.norm in _THAT:
                before = self.tokens[i - 1].norm.lstrip("وف")
                if before in self.speech.words["before-that"] and token.norm.startswith("ان"):
                    if before in ("غير", "الا", "بيد", "كما"):
                        return None
                    continue  # «قال X بعد أن … إن»
                if "ان" in verb.content:
                    return Lead("that", i, i + 1 if token.norm in ("ان", "بان") else i)
                return None
            if i > at and "object" in verb.content and self._is_participle(i):
                return None  # «رفضت X المقترح، معتبرةً أن …»
            if token.norm in _HOW and "ان" in verb.content and "needs" not in verb.flags:
                return Lead("that", i, i)
            if i > at and verb.force not in ("claim", "confirm") and self.goes_on_plainly(i):
                return None  # «وهو ما نفاه X قائلاً إن»
            if token.norm == ":":
                if self.tokens[i - 1].kind == "number" or "quote" not in verb.content:
                    continue
                return Lead("quote", i, self._past_marks(i + 1, stop))
            told = i in self.quote_from and "quote" in verb.content
            if told and ("naming" in verb.flags or self._is_speech(i)):
                return Lead("quote", i, i)
            if i > at - 1 and self._is_preposition(i, verb):
                after = self.tokens[i + 1].norm if i + 1 < stop else ""
                if after in _THAT and token.norm in ("الي", "علي", "عن", "من"):
                    return Lead("that", i, i + 2 if after in ("ان", "بان") else i + 1)
                whole = token.norm in ("الي", "علي", "عن", "من", "في")
                return Lead("preposition", i, i + 1 if whole else i)
        return None

    def _past_aside(self, i: int, stop: int) -> int:
        """The «أن» after words set off by commas («رجّح X، طلب عدم ذكر اسمه، أن»), or `stop`."""
        if self.tokens[i].norm[0] == "و" or self.speech.phrase("while", self.tokens, i):
            return stop
        for k in range(i + 1, min(i + _ASIDE, stop - 1)):
            if self.tokens[k].norm in _THAT or k in self.quote_from:
                return stop
            if self.tokens[k].norm in COMMAS:
                return k + 1 if self.tokens[k + 1].norm in _THAT else stop
        return stop

    def _of_another(self, i: int, begin: int) -> bool:
        """Whether «أن» at token `i` belongs to a verb from `begin` on, just before it: «التي رجّحت أن»."""
        k = i - 1
        if self.tokens[k].norm in ("الي", "علي", "عن", "من"):
            k -= 1
        if k < begin:
            return False
        if self.is_impersonal(k) or self.speech.tells(self.tokens[k].norm):
            return True
        named = next((m for m in self.scene.mention_at.get(k, ()) if m.last == k + 1), None)
        k = named.first - 1 if named else k
        related = k >= begin and self.tokens[k - 1].norm in self.speech.words["relative"]
        return related and self.speech.tells(self.tokens[k].norm)

    def _is_not_that(self, i: int) -> bool:
        """«ألا» and «بألا», told from «إلا» by the published letter."""
        token = self.tokens[i]
        return self.scene.reading.text[token.start : token.start + 2].lstrip("وب").startswith("أ")

    def _is_participle(self, i: int) -> bool:
        """Whether «قائلاً» or its like opens a further clause at token `i`."""
        if self.tokens[i - 1].norm not in ("،", ","):
            return False
        norm = self.tokens[i].norm
        rows = self.speech.said.get(norm, ()) or self.speech.said.get(norm.removeprefix("و"), ())
        return any(s.how == "hal" for s in rows)

    def goes_on_plainly(self, i: int) -> bool:
        """Whether «قائلاً» stands at token `i`."""
        rows = self.speech.said.get(self.tokens[i].norm, ())
        return any(s.how == "hal" and s.verb.past == "قال" for s in rows)

    def _past_marks(self, i: int, stop: int) -> int:
        while i < stop - 1 and self.tokens[i].kind == "mark":
            i += 1
        return i

    def _is_speech(self, i: int) -> bool:
        """Quoted words that are more than a quoted name."""
        end = self.quote_from[i]
        if i and self.speech.tells(self.tokens[i - 1].norm):
            return True
        said = self.speech.said.get(self.tokens[i - 2].norm, ()) if i > 1 else ()
        if self.tokens[i - 1].kind == "mark" and any(
            s.how == "hal" and s.verb.force == "claim" for s in said
        ):
            return True  # «قائلاً: "خطأ"»
        words = sum(1 for t in self.tokens[i : i + 6] if t.kind == "word" and t.start < end)
        mention = self.scene.mention_at.get(i)
        covered = bool(mention) and any(self.tokens[m.last - 1].end >= end - 1 for m in mention or ())
        return words >= 3 and not covered

    def _is_short(self, norm: str, verb: SpeechVerb) -> bool:
        """Words as short as words of their own that are «ب» with its noun; «اتهموا به» asks for more."""
        pronoun = norm in self.speech.words["pointing-back"]
        return norm in self.speech.words["short"] and not (pronoun and verb.object)

    def _is_preposition(self, i: int, verb: SpeechVerb) -> bool:
        norm = self.tokens[i].norm
        length = self.speech.phrase("attribution", self.tokens, i)
        told = i + length < len(self.tokens) and self.speech.tells(self.tokens[i + length].norm)
        if length > 1 and told:
            return False  # «اعتراض الصين، على ما أفاد X»
        if norm in ("الي", "علي", "عن", "من", "في"):
            after = self.tokens[i + 1].norm if i + 1 < len(self.tokens) else ""
            than = norm == "من" and self.tokens[i - 1].norm in self.speech.words["comparative"]
            return norm in verb.content and after not in self.speech.words["aside"] and not than
        if (
            norm[0] not in verb.content
            or norm[0] not in "بل"
            or (len(norm) < 4 and not self._is_short(norm, verb))
            or self.speech.phrase("whole", self.tokens, i)
            or any(self.speech.phrase(kind, self.tokens, i) for kind in _NOUNS)
        ):
            return False
        if i in self.scene.time_at or self.speech.phrase("adverb", self.tokens, i):
            return False
        mentions = self.scene.mention_at.get(i)
        if not mentions:
            return True
        return any(m.first == i and m.lead.endswith(norm[0]) and m.type != "place" for m in mentions)
