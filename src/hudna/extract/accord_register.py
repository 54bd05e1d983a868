"""The accords of the packs: which one words name, or which one parties, day and country tell."""

from collections.abc import Iterable, Sequence

from hudna.model.frozen import frozen
from hudna.packs.schema import AgreementEntry, Pack
from hudna.text.normalise import fold

_DAY = len("2020-01-01")


@frozen
class Register:
    """The accords of the packs with their cues as folded words, a blank on either side."""

    entries: tuple[tuple[AgreementEntry, tuple[str, ...]], ...]

    @classmethod
    def build(cls, pack: Pack) -> "Register":
        """Index the cues and Arabic names."""
        return cls(
            tuple(
                (a, tuple(f" {' '.join(fold(cue).split())} " for cue in (*a.cues, *a.names.ar)))
                for a in pack.agreements
            )
        )

    def named(self, words: Sequence[str], day: str | None) -> AgreementEntry | None:
        """The accord whose cue stands among folded words; of several the last one signed before `day`."""
        text = f" {' '.join(words)} "
        found = [
            (entry, max(map(len, hits)))
            for entry, cues in self.entries
            if (hits := [cue for cue in cues if cue in text])
        ]
        if not found:
            return None
        longest = max(size for _, size in found)
        best = [e for e, size in found if size == longest]
        past = [e for e in best if day is None or (e.signed or e.effective or "") <= day]
        ranked = sorted(past or best, key=lambda e: e.signed or e.effective or "")
        return ranked[0] if len(ranked) == 1 else None

    def begins(self, words: Sequence[str], entry: AgreementEntry) -> bool:
        """Whether folded words begin with a cue of an accord: it is named, not only something beside it."""
        text = f" {' '.join(words)} "
        return any(text.startswith(cue) for known, cues in self.entries if known is entry for cue in cues)

    def by_parties(self, parties: set[str], date: str | None, place: str | None) -> AgreementEntry | None:
        """The one accord between these parties that was signed or took effect at a date.

        Of several the one about the country of `place`: Ankara and Moscow called for two truces in one week.
        """
        if not parties or not date:
            return None
        found = [
            e
            for e, _ in self.entries
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
        found = [e for e, _ in self.entries if began(e, date) and any(_about(e, p) for p in places)]
        return found[0] if len(found) == 1 else None


def _about(entry: AgreementEntry, where: str) -> bool:
    """Whether an accord is about a state (ISO 3166-1 alpha-3) or a place, or was signed there."""
    if "/" not in where:
        return where in {entry.place, *entry.zone, *(code.split(".")[0] for code in entry.parties)}
    return where in (entry.place, *entry.zone) or where.split("/")[1] == entry.id.split("/")[1]


def began(entry: AgreementEntry, date: str) -> bool:
    """Whether an accord was signed or took effect at a date, as a party gives it where they differ."""
    day = date.split("/")[0][:10]
    known = [entry.signed, entry.effective, *(v.date for v in entry.variants if v.of != "ended")]
    return any(_same_time(d, day) for d in known if d)


def _same_time(known: str, day: str) -> bool:
    known = known[:10]
    if day.startswith("XXXX"):
        return known[4:].startswith(day[4:])
    return known.startswith(day) if len(day) < 10 else known == day
