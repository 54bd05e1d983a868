"""The words of the interface in English and Arabic, read from packs/labels.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Both:
    """One phrase in the two languages of the page; equal where it needs no translation."""

    en: str
    ar: str

    def fill(self, *values: "Both | str | int") -> "Both":
        """The phrase with its `{}` replaced, each language with its own values."""
        filled = [v if isinstance(v, Both) else same(str(v)) for v in values]
        return Both(self.en.format(*(v.en for v in filled)), self.ar.format(*(v.ar for v in filled)))


def same(text: str) -> Both:
    """A text that reads the same in both languages: a name as published, a number."""
    return Both(text, text)


def join(parts: list[Both], en: str = ", ", ar: str = "، ") -> Both:
    """Phrases in a row, with the comma of each language."""
    return Both(en.join(p.en for p in parts), ar.join(p.ar for p in parts))


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by table and code."""

    tables: Mapping[str, Mapping[str, Both]]

    def get(self, table: str, code: str) -> Both:
        """The label of a code; a code without a label (a newer version's value) stands for itself."""
        return self.tables[table].get(code) or same(code.replace("_", " "))

    def phrase(self, name: str) -> Both:
        """A phrase of the interface; a KeyError here is a misspelt name in a template."""
        return self.tables["phrases"][name]


def load_labels(package: str = "hudna.packs", name: str = "labels.yaml") -> Labels:
    """Read a file of labels that comes with the program."""
    import yaml

    data = yaml.safe_load((files(package) / name).read_text("utf-8"))
    return Labels({name: {code: Both(*pair) for code, pair in table.items()} for name, table in data.items()})
