"""What a comparison of two records found, with its reasons: the edges that groups and disagreements are made
of."""

from dataclasses import dataclass
from typing import Literal

from hudna.model.ids import ID_LENGTH, text_sha256

LinkKind = Literal["copy", "event", "figure", "statement", "agreement"]
"""What is compared: two reports, or two assertions of one kind."""
Verdict = Literal["same", "possible", "apart", "compatible", "tension", "contradiction"]
"""`same`: one report in copies, one event in two tellings, one value. `possible`: perhaps, for a person to
say. `apart`: compared, and surely two (kept only where a chain of others would join them). `compatible`: two
values that can both hold. `tension`: an implicature is strained. `contradiction`: both cannot hold."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that was compared: its name («place»), both values as shown, what it adds to the weight (less
    than 0 speaks against), and the reason as a sentence of each language."""

    name: str
    left: str
    right: str
    weight: float
    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two records compared. `left` is the smaller id of the two; `weight` is 0 to 1, `step` the comparison
    and its version («events/1»). A pure function of the two records: which of them came first plays no part.
    """

    kind: LinkKind
    left: str
    right: str
    verdict: Verdict
    weight: float
    features: tuple[Feature, ...]
    step: str

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"a link goes from the smaller id to the greater; got {self.left}, {self.right}")

    @property
    def id(self) -> str:
        """Hash of what is compared, whatever came of it: a judgement on a link outlives newer versions."""
        # `content_id("link", [kind, left, right])`, spelled here: links come by the hundred thousand.
        return text_sha256(f'["link","{self.kind}","{self.left}","{self.right}"]')[:ID_LENGTH]

    def other(self, record: str) -> str:
        """The id at the other end."""
        return self.right if record == self.left else self.left
