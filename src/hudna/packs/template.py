"""A new pack to begin with: the commented files of packs/template, with its name in their ids."""

import re
from importlib.resources import files
from pathlib import Path

from hudna.model.errors import PackError

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACEHOLDER = "NAME"


def new_pack(name: str, parent: Path) -> Path:
    """Write the template into `parent`/`name` and return that folder; PackError where it exists already or
    the name is not fit for ids."""
    if not _NAME.fullmatch(name):
        raise PackError(f"«{name}» is no name for a pack; write it in small Latin letters: sahel, north-kivu")
    folder = parent / name
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise PackError(f"{folder} exists already; choose another name or --dir") from None
    except OSError as error:
        raise PackError(f"{folder} cannot be made ({error.strerror}); choose another --dir") from error
    for source in (files("hudna.packs") / "template").iterdir():
        if source.name.endswith((".yaml", ".md")):
            text = source.read_text(encoding="utf-8").replace(_PLACEHOLDER, name)
            (folder / source.name).write_text(text, encoding="utf-8")
    return folder
