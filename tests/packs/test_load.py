"""Packs put together: each adds to the others, none redefines what another says."""

from pathlib import Path

import pytest

from hudna.model.errors import PackError
from hudna.packs.load import load_pack

ACCORD = """
- id: {}
  names: {{ar: [اتفاق البلدة], en: Town accord}}
  parties: [SYR]
"""


def pack(folder: Path, identity: str) -> Path:
    folder.mkdir()
    (folder / "agreements.yaml").write_text(ACCORD.format(identity), "utf-8")
    return folder


def test_a_pack_adds_an_agreement(tmp_path: Path) -> None:
    own = load_pack(extra=[pack(tmp_path / "own", "agreement/sy/own-2024")])
    assert "agreement/sy/own-2024" in [entry.id for entry in own.agreements]
    assert len(own.agreements) == len(load_pack().agreements) + 1


def test_a_pack_that_redefines_an_agreement_is_refused(tmp_path: Path) -> None:
    known = load_pack().agreements[0].id
    with pytest.raises(PackError, match=f"«{known}» stands in two packs.*an id of its own"):
        load_pack(extra=[pack(tmp_path / "other", known)])


def test_one_pack_given_twice_is_refused(tmp_path: Path) -> None:
    own = pack(tmp_path / "own", "agreement/sy/own-2024")
    with pytest.raises(PackError, match="stands in two packs"):
        load_pack(extra=[own, own])
