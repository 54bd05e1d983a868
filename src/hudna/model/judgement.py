"""A person's view of a record: appended, superseding, never editing."""

from dataclasses import dataclass
from typing import Literal

from hudna.model.ids import content_id

Act = Literal["confirm", "correct", "reject", "join", "split", "settle", "withdraw"]
State = Literal["open", "explained", "settled"]
"""Of a contradiction, in `value` of a settling judgement."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one person says of one record, and why.

    `target` is the id of an assertion (confirm, correct, reject), of the smaller of two records (join and
    split, with the greater as `other`) or of a link (settle). `withdraw` takes the judgement it supersedes
    back, so that what stood before that one stands again. `field` and `value` say what a correction puts in
    place of what was read, `value` alone the `State` of a contradiction. `at` is ISO 8601 in UTC.
    `supersedes` is the judgement on the same target (and other) that this person saw and replaces, None
    where there was none: a ledger refuses a judgement whose author has not seen the latest one.
    """

    act: Act
    target: str
    comment: str
    user: str
    at: str
    other: str | None = None
    field: str | None = None
    value: str | None = None
    supersedes: str | None = None

    @property
    def id(self) -> str:
        """Content hash."""
        parts = [
            self.act, self.target, self.other, self.field, self.value,
            self.comment, self.user, self.at, self.supersedes,
        ]  # fmt: skip
        return content_id("judgement", parts)
