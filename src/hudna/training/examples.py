"""What the models learn from: texts with labels of words and of whole sentences, some of them unknown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence. `words` are (start, end) in `text`; `tags` holds one tag a word for each layer that was
    annotated; `classes` the target (0 to 1) of each class that was; layers and classes not there are
    unknown.

    `document` keeps sentences of one document in one fold; `weight` multiplies the example's share of the
    loss.
    """

    text: str
    words: Sequence[tuple[int, int]]
    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)
    classes: Mapping[str, float] = field(default_factory=dict)
    document: str = ""
    weight: float = 1.0
