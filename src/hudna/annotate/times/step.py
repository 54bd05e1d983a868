"""The annotating step for time: needs a reading, gives the publication date and the time expressions."""

import re
from collections.abc import Iterator

from hudna.annotate.times.dated import Value
from hudna.annotate.times.encode import encode
from hudna.annotate.times.lexicon import Lexicon, load
from hudna.annotate.times.published import dateline
from hudna.annotate.times.resolve import Resolver
from hudna.annotate.times.scan import Scanner
from hudna.annotate.times.sheet import Sheet
from hudna.annotate.times.short_years import with_short_years
from hudna.annotate.times.tense import Tenses
from hudna.annotate.times.values import Found
from hudna.model.annotations import Abstention, TimeExpression
from hudna.model.frozen import frozen
from hudna.model.report import Published
from hudna.text.reading import Reading, Sentence, Token, tokens_in

STAGE = "times"
_STAMP = re.compile(r"نشر|تاريخ|تحديث|date|publish|updated|posted|(?<!\d)(?:19|20)\d\d(?!\d)")


@frozen
class TimeStep:
    """Reads time in a report. Built once; calling it is pure."""

    lexicon: Lexicon
    scanner: Scanner

    @classmethod
    def load(cls) -> "TimeStep":
        """The step with the lexicon that comes with the program; raises PackError where that is broken."""
        lexicon = load()
        return cls(lexicon, Scanner.compile(lexicon))

    def __call__(
        self, reading: Reading, published: Published
    ) -> tuple[Published, tuple[TimeExpression, ...], tuple[Abstention, ...]]:
        """The publication date, the time expressions in order of `start`, and what stayed open.

        `published` with basis `metadata` is kept as given. Expressions never overlap; `date` is EDTF, or None
        where the anchor is not known, and `timex` then says what the words alone do. Never raises.
        """
        sheet = self._sheet(reading)
        line = dateline(published, sheet, self._sheet(_furniture(reading)))
        times, open_ends = [], []
        for found, value in Resolver(sheet, line.anchor, line.coarse).values():
            time = _expression(sheet, found, value)
            times.append(time)
            if value.doubt:
                open_ends.append(Abstention(STAGE, f"«{time.text}»: {value.doubt}", time.start, time.end))
        if line.published.date is None:
            undated = sum(time.date is None for time in times)
            reason = f"publication date not known ({line.published.how}); {undated} times left without a date"
            open_ends.insert(0, Abstention(STAGE, reason))
        return line.published, tuple(times), tuple(open_ends)

    def _sheet(self, reading: Reading) -> Sheet:
        coded = with_short_years(encode(reading.tokens, self.lexicon), self.lexicon)
        founds = self.scanner.scan(coded)
        return Sheet(reading, coded, founds, self.lexicon, Tenses(self.lexicon, reading.tokens, reading.text))


def _expression(sheet: Sheet, found: Found, value: Value) -> TimeExpression:
    start, end = sheet.span(found)
    return TimeExpression(start, end, sheet.reading.text[start:end], value.timex, value.edtf, value.how)


def _furniture(reading: Reading) -> Reading:
    """The lines of furniture that may bear a date of publication, with tokens, which a reading leaves out."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, (low, high) in _stamp_lines(reading):
        first = len(tokens)
        tokens.extend(tokens_in(reading.folded, low, high, len(sentences)))
        if len(tokens) > first:
            sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens), number))
    return Reading(
        reading.text, reading.folded, reading.segments, (), tuple(sentences), tuple(tokens), reading.quotes
    )


def _stamp_lines(reading: Reading) -> Iterator[tuple[int, tuple[int, int]]]:
    """Index and folded range of each line of furniture with a digit and a word of publishing or a year."""
    for number, part in enumerate(reading.segments):
        if part.kind != "furniture":
            continue
        low, high = reading.folded.range(part.start, part.end)
        line = reading.folded.text[low:high]
        if _STAMP.search(line) and any(c.isdigit() for c in line):
            yield number, (low, high)
