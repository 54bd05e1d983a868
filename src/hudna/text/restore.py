"""Restoring words broken up to slip past moderation («قـ.تل» is قتل)."""

import re

from hudna.model.annotations import Restoration

_BROKEN = re.compile(r"[\u0621-\u064a]+(?:\u0640+[.*_•·]\u0640*[\u0621-\u064a]+)+")
_JUNK = frozenset("\u0640.*_•·")


def restore(text: str) -> tuple[tuple[Restoration, ...], dict[int, str]]:
    """The broken-up words of a text and, for reading on, the characters to drop (index to "")."""
    found, dropped = [], {}
    for match in _BROKEN.finditer(text):
        surface = match.group()
        restored = "".join(c for c in surface if c not in _JUNK)
        found.append(Restoration(match.start(), match.end(), surface, restored))
        dropped.update({match.start() + i: "" for i, c in enumerate(surface) if c in _JUNK})
    return tuple(found), dropped
