"""A model is used only where every file is the one its manifest names."""

from pathlib import Path

import pytest

from hudna.models.manifest import (
    Head,
    Manifest,
    Missing,
    Source,
    read_manifest,
    weight_file,
    write_manifest,
)
from hudna.models.tagger import Tagger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {}
    for name in ("vocabulary", "words", "lower", "head"):
        (tmp_path / name).write_bytes(name.encode())
        files[name] = weight_file(tmp_path / name)
    head = Head(files["head"], {"names": ["person"]}, ["ASSAULT"])
    write_manifest(
        Manifest(
            "small", "MIT", files["vocabulary"], files["words"], files["lower"], {"names": head},
            {"ASSAULT": 0.5}, {"F1": 0.7}, {"epochs": 1}, [Source("a set", "MIT", "00", 3)],
        ),
        tmp_path,
    )  # fmt: skip
    return tmp_path


def test_a_manifest_is_read_as_it_was_written(folder: Path) -> None:
    manifest = read_manifest("small", folder)
    assert isinstance(manifest, Manifest)
    assert manifest.heads["names"].layers == {"names": ["person"]}
    assert [source.name for source in manifest.sources] == ["a set"]


@pytest.mark.parametrize("name", ["vocabulary", "words", "lower", "head"])
def test_an_altered_file_is_no_model(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"something else")
    missing = Tagger.open("small", folder)
    assert isinstance(missing, Missing)
    assert name in missing.reason
    assert "make train" in missing.reason


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    (folder / "lower").unlink()
    missing = Tagger.open("small", folder)
    assert isinstance(missing, Missing)
    assert "lower is not there" in missing.reason


@pytest.mark.parametrize("text", ["", "[]", '{"name": "small"}', '{"heads": 3}', '{"heads": {"a": {}}}'])
def test_a_broken_manifest_is_a_reason(folder: Path, text: str) -> None:
    (folder / "small.json").write_text(text, "utf-8")
    assert isinstance(Tagger.open("small", folder), Missing)


def test_an_unknown_name_is_a_reason(tmp_path: Path) -> None:
    missing = Tagger.open("none of ours", tmp_path)
    assert isinstance(missing, Missing)
    assert "none of ours" in missing.reason


def test_opening_reads_no_weights(folder: Path) -> None:
    assert isinstance(Tagger.open("small", folder), Tagger)
