"""The accords of the packs: which one words name, or which one parties, day and country tell."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.model.frozen import frozen
from hudna.packs.schema import AgreementEntry, Pack
from hudna.text.normalise import fold

_DAY = len("2020-01-01")


@frozen
class Register:
    """The accords of the packs, those of a day, and their cues as folded words.

    `cues` gives by its first word what may be called so: the words, and the index of the accord.
    """

    entries: tuple[AgreementEntry, ...]
    cues: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    by_date: dict[str, tuple[AgreementEntry, ...]]

    @classmethod
    def build(cls, pack: Pack) -> "Register":
        """Index the cues and Arabic names."""
        cues: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        by_date: dict[str, list[AgreementEntry]] = {}
        for n, entry in enumerate(pack.agreements):
            for cue in (*entry.cues, *entry.names.ar):
                words = tuple(fold(cue).split())
                cues.setdefault(words[0], []).append((words, n))
            for day in {day[:10] for day in days_of(entry)}:
                by_date.setdefault(day, []).append(entry)
        return cls(
            tuple(pack.agreements),
            {first: tuple(found) for first, found in cues.items()},
            {day: tuple(found) for day, found in by_date.items()},
        )

    def _cues_at(self, words: Sequence[str], i: int) -> Iterator[tuple[tuple[str, ...], int]]:
        """The cues that stand among folded words from the one at `i` on."""
        for cue, entry in self.cues.get(words[i], ()):
            if tuple(words[i : i + len(cue)]) == cue:
                yield cue, entry

    def named(self, words: Sequence[str], day: str | None) -> AgreementEntry | None:
        """The accord whose cue stands among folded words; of several the last one signed before `day`."""
        found = [hit for i in range(len(words)) for hit in self._cues_at(words, i)]
        if not found:
            return None
        longest = max(len(" ".join(cue)) for cue, _ in found)
        numbers = sorted({n for cue, n in found if len(" ".join(cue)) == longest})
        best = [self.entries[n] for n in numbers]
        past = [e for e in best if day is None or (e.signed or e.effective or "") <= day]
        ranked = sorted(past or best, key=lambda e: e.signed or e.effective or "")
        return ranked[0] if len(ranked) == 1 else None

    def begins(self, words: Sequence[str], entry: AgreementEntry) -> bool:
        """Whether folded words begin with a cue of an accord: it is named, not only something beside it."""
        return bool(words) and any(self.entries[n] is entry for _, n in self._cues_at(words, 0))

    def by_parties(self, parties: set[str], date: str | None, place: str | None) -> AgreementEntry | None:
        """The one accord between these parties that was signed or took effect at a date.

        Of several the one about the country of `place`: Ankara and Moscow called for two truces in one week.
        """
        if not parties or not date:
            return None
        found = [
            e
            for e in self.entries
            if parties <= {p.split(".")[0] for p in (*e.parties, *e.guarantors)} and began(e, date)
        ]
        if len(found) > 1 and place:
            found = [e for e in found if e.id.split("/")[1] == place.split("/")[1]]
        return found[0] if len(found) == 1 else None

    def by_day(self, date: str | None, where: Iterable[str]) -> AgreementEntry | None:
        """The one accord of a day (signed or in effect) about one of some places or states."""
        if not date or date.startswith("X") or len(date.split("/")[0]) < _DAY:
            return None
        places = frozenset(where)
        day = date.split("/")[0][:_DAY]
        found = [e for e in self.by_date.get(day, ()) if any(_about(e, p) for p in places)]
        return found[0] if len(found) == 1 else None


def _about(entry: AgreementEntry, where: str) -> bool:
    """Whether an accord is about a state (ISO 3166-1 alpha-3) or a place, or was signed there."""
    if "/" not in where:
        return where in {entry.place, *entry.zone, *(code.split(".")[0] for code in entry.parties)}
    return where in (entry.place, *entry.zone) or where.split("/")[1] == entry.id.split("/")[1]


def began(entry: AgreementEntry, date: str) -> bool:
    """Whether an accord was signed or took effect at a date, as a party gives it where they differ."""
    day = date.split("/")[0][:10]
    return any(_same_time(known, day) for known in days_of(entry))


def days_of(entry: AgreementEntry) -> list[str]:
    """The days (or months, years) an accord was signed and took effect, as any party gives them."""
    known = [entry.signed, entry.effective, *(v.date for v in entry.variants if v.of != "ended")]
    return [day for day in known if day]


def _same_time(known: str, day: str) -> bool:
    known = known[:10]
    if day.startswith("XXXX"):
        return known[4:].startswith(day[4:])
    return known.startswith(day) if len(day) < 10 else known == day
