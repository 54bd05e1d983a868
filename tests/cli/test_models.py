"""`--models`: the learned model beside the rules, and what happens without its files."""

from pathlib import Path

import pytest

from hudna.cli.work import opening
from hudna.models import manifest, tagger
from hudna.models.manifest import Missing
from hudna.pipeline import Pipeline


def test_without_its_files_the_rules_read_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(
        tagger.Tagger, "open", classmethod(lambda cls, name: manifest.read_manifest(name, tmp_path))
    )
    given: dict[str, object] = {}
    monkeypatch.setattr(Pipeline, "load", lambda **arguments: given.update(arguments))
    opening.load_pipeline(models="default")
    assert given["tagger"] is None
    message = capsys.readouterr().err
    assert "default.json is not there" in message
    assert "The rules read alone" in message


def test_the_model_that_comes_along_is_whole() -> None:
    found = manifest.read_manifest("default")
    assert not isinstance(found, Missing), found
    assert {source.licence for source in found.sources} == {"MIT", "CC-BY-SA-4.0", "Apache-2.0"}
    assert sum((manifest.DATA / file.name).stat().st_size for file in found.files) < 50_000_000
