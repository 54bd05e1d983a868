"""How numbers and names govern the words beside them, in English and Arabic; the words are in YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from hudna.export.labels import Both
from hudna.export.wording import number

Case = Literal["subject", "of"]
"""Nominative, or genitive after a noun or a preposition; only a dual shows it in Arabic."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that is counted. `en` are one and several; `ar` one, two (genitive), 3 to 10, 11 to 99, all."""

    en: tuple[str, str]
    ar: tuple[str, str, str, str, str]
    feminine: bool = False

    def of(self, value: float) -> Both:
        """The noun after a number that is written in digits."""
        return Both(self.en[value != 1], self._arabic(value))

    def counted(self, value: float, case: Case = "subject") -> Both:
        """The number with its noun: «2 reports»; «تقرير واحد»، «تقريران»، «3 تقارير»."""
        if value == 0:
            return Both(f"no {self.en[1]}", f"لا {self.ar[2]}")
        english = f"{number(value)} {self.en[value != 1]}"
        if value == 1:
            return Both(english, f"{self.ar[0]} {'واحدة' if self.feminine else 'واحد'}")
        if value == 2:
            return Both(english, self._two(case))
        return Both(english, f"{number(value)} {self._arabic(value)}")

    @property
    def all(self) -> Both:
        """All of them, as after «tens of»."""
        return Both(self.en[1], self.ar[4])

    def _arabic(self, value: float) -> str:
        """The form by the last two digits: 103 is counted as 3 is, 100 and 101 take the singular."""
        rest = int(value) % 100 if float(value).is_integer() else 0
        if 3 <= rest <= 10:
            return self.ar[2]
        return self.ar[3] if rest > 10 else self.ar[0]

    def _two(self, case: Case) -> str:
        """The dual; where it is written like the plural («مدنيين»), the word for two stands beside it."""
        if case == "subject":
            return " ".join(w[:-2] + "ان" if w.endswith("ين") else w for w in self.ar[1].split())
        if self.ar[1] != self.ar[2]:
            return self.ar[1]
        return f"{self.ar[1]} {'اثنتين' if self.feminine else 'اثنين'}"


@cache
def nouns() -> Mapping[str, Noun]:
    """Every noun by its name and by the codes of the records."""
    found: dict[str, Noun] = {}
    for name, entry in _load("nouns.yaml").items():
        noun = Noun(tuple(entry["en"]), tuple(entry["ar"]), entry.get("f", False))
        found.update(dict.fromkeys((name, *entry.get("codes", ())), noun))
    return found


def counted(value: int, noun: str, case: Case = "subject") -> Both:
    """A number with a noun of nouns.yaml."""
    return nouns()[noun].counted(value, case)


def is_feminine(name: str, country: bool = False) -> bool:
    """Whether a verb before this Arabic name is feminine; `country` where it is one's."""
    words = name.strip('«»"“” ').split()
    if not words:
        return False
    head = words[0].removeprefix("ال") if len(words[0]) > 4 else words[0]
    rules = _rules()
    forms = {words[0], head, " ".join(words)}
    if forms & rules.masculine:
        return False
    return country or bool(forms & rules.feminine) or head.endswith(rules.endings)


@dataclass(frozen=True, slots=True)
class _Rules:
    feminine: frozenset[str]
    masculine: frozenset[str]
    endings: tuple[str, ...]


@cache
def _rules() -> _Rules:
    data = _load("grammar.yaml")
    feminine = data["feminine"]
    return _Rules(
        frozenset(feminine["words"]), frozenset(data["masculine"]["words"]), tuple(feminine["endings"])
    )


@cache
def _load(name: str) -> Any:
    import yaml

    return yaml.safe_load((files("hudna.brief") / name).read_text("utf-8"))
