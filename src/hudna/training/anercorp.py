"""ANERcorp (Benajiba et al. 2007; split of CAMeL Lab), training part: a token and its IOB tag a line."""

from pathlib import Path

from hudna.training.examples import Example

_LABELS = {"PERS": "person", "ORG": "organisation", "LOC": "place"}
NAMES = ("person", "organisation", "place")


def read(path: Path) -> list[Example]:
    """Sentences, cut after each full stop; names of other kinds (MISC) count as no names."""
    found: list[Example] = []
    tokens: list[tuple[str, str]] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.strip():
            token, tag = line.rsplit(" ", 1)
            mark, _, kind = tag.partition("-")
            tokens.append((token, f"{mark}-{_LABELS[kind]}" if kind in _LABELS else "O"))
            if token == ".":
                found.append(_example(tokens))
                tokens = []
    return [*found, _example(tokens)] if tokens else found


def _example(tokens: list[tuple[str, str]]) -> Example:
    words, at = [], 0
    for token, _ in tokens:
        words.append((at, at + len(token)))
        at += len(token) + 1
    return Example(" ".join(token for token, _ in tokens), words, {"names": [tag for _, tag in tokens]})
