"""What the terms of accords forbid."""

from dataclasses import dataclass
from importlib.resources import files

from hudna.packs.entries import load_entries
from hudna.packs.schema import Names, TermType


@dataclass(frozen=True, slots=True)
class Clause:
    """A kind of term and the event types it forbids, `TYPE` or `TYPE/mode`; `but_not` are exceptions."""

    term: TermType
    names: Names
    forbids: tuple[str, ...]
    but_not: tuple[str, ...] = ()

    def forbidden(self, type: str, mode: str | None) -> bool:
        """Whether an event of this type and mode goes against the clause."""
        both = f"{type}/{mode}"
        return (type in self.forbids or both in self.forbids) and both not in self.but_not


def load_clauses() -> tuple[Clause, ...]:
    """Every clause, in the order of the file."""
    return load_entries(files("hudna.packs") / "clauses.yaml", Clause)
