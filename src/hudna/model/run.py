"""One run of the ingest: what was asked, with which versions, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from hudna.model.filters import Shadow
from hudna.model.ids import content_id
from hudna.model.records import Analysis
from hudna.model.rejected import Rejected as Rejected
from hudna.model.report import Report

RunStatus = Literal["running", "finished", "interrupted", "failed", "killed"]
Outcome = Literal["new", "same", "reread", "rejected"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the inputs of a run.

    `new` reports, `same` ones that the ledger had, `reread` ones it had and now has a newer reading of,
    `rejected` inputs by reason; `assertions` counts those the ledger did not have.
    """

    new: int = 0
    same: int = 0
    reread: int = 0
    assertions: int = 0
    rejected: Mapping[str, int] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """Inputs dealt with."""
        return self.new + self.same + self.reread + sum(self.rejected.values())

    def plus(self, outcome: Outcome, assertions: int = 0, reason: str = "") -> "Tally":
        """The tally with one more input."""
        if outcome == "rejected":
            return replace(self, rejected={**self.rejected, reason: self.rejected.get(reason, 0) + 1})
        changed = {outcome: getattr(self, outcome) + 1, "assertions": self.assertions + assertions}
        return replace(self, **changed)


@dataclass(frozen=True, slots=True)
class Run:
    """One ingest. Times are ISO 8601 in UTC; `process` is `host:pid` of the program that ran it.

    `versions` name everything that decides what is read out of a text (program, steps, packs, lexicons): two
    runs with the same versions read a report the same way. `killed` is a run whose process ended unheard.
    """

    id: str
    started: str
    arguments: Mapping[str, Any]
    versions: Mapping[str, str]
    process: str
    finished: str | None = None
    status: RunStatus = "running"
    tally: Tally = Tally()
    message: str = ""

    @classmethod
    def start(
        cls, arguments: Mapping[str, Any], versions: Mapping[str, str], started: datetime, process: str
    ) -> "Run":
        """A run that begins at `started` (with time zone)."""
        stamp = started.isoformat(timespec="microseconds")
        parts = [stamp, process, dict(arguments), dict(versions)]
        return cls(content_id("run", parts), stamp, arguments, versions, process)

    @property
    def version(self) -> str:
        """Hash of `versions`."""
        return content_id("versions", [dict(self.versions)])


@dataclass(frozen=True, slots=True)
class Known:
    """A report that the ledger was asked about and has in the present reading; not analysed again."""

    report: Report


@dataclass(frozen=True, slots=True)
class Indexed:
    """An analysis with its index shadow already made (by a worker that had the tokens at hand)."""

    analysis: Analysis
    shadow: Shadow


Item = Analysis | Indexed | Known | Rejected
