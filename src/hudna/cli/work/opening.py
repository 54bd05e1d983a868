"""What commands need and `--help` must not pay for: imported when a command runs, not when it is described.

Importing the store (SQLAlchemy) or the pipeline takes longer than all of `--help` may.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from hudna.cli.errors import say
from hudna.model.errors import LedgerError
from hudna.models.manifest import Missing
from hudna.store.base import Indexer, View

if TYPE_CHECKING:
    from hudna.compose.judged import JudgedView
    from hudna.packs.schema import Pack
    from hudna.pipeline import Pipeline

ENVIRONMENT = "HUDNA_LEDGER"
DEFAULT = "hudna.sqlite"
NO_MODELS = "none"


def ledger_path(given: Path | None) -> Path:
    """The ledger asked for: the option, else HUDNA_LEDGER, else ./hudna.sqlite. The address of a database
    («postgresql://…») comes as a path too, as the command line gives it; `shown` writes it for a reader."""
    if given is not None:
        return given
    named = os.environ.get(ENVIRONMENT, "").strip()
    return Path(named or DEFAULT).expanduser()


def is_database(path: Path) -> bool:
    """Whether a ledger is the address of a database and no file."""
    return str(path).startswith(("postgresql:/", "postgres:/"))


def shown(path: Path) -> str:
    """A ledger as messages name it: a path, or an address without its password."""
    if not is_database(path):
        return str(path)
    return re.sub(r"^postgres(?:ql)?:/+(?:([^:@/]*)(:[^@]*)?@)?", _without_password, str(path))


def _without_password(found: "re.Match[str]") -> str:
    user, password = found.groups()
    return "postgresql://" + (f"{user}{':***' if password else ''}@" if user is not None else "")


@contextmanager
def open_view(given: Path | None) -> Iterator[View]:
    """The ledger to read; LedgerError says how to make one where there is none."""
    path = ledger_path(given)
    if not is_database(path) and not path.exists():
        raise LedgerError(
            f"there is no ledger at {path}; make one with: hudna ingest PATH… --ledger {path}\n"
            f"(or name another one with --ledger FILE or {ENVIRONMENT}=FILE)"
        )
    view = cast(View, import_module("hudna.store.opening").open_view(path, indexer()))
    try:
        yield view
    finally:
        view.close()


@contextmanager
def open_judged(
    given: Path | None, packs: Sequence[Path] = (), keep_rejected: bool = False
) -> "Iterator[JudgedView]":
    """The ledger to read as people left it; `keep_rejected` for lists that show what is rejected."""

    @cache
    def pack() -> "Pack":
        return cast("Pack", import_module("hudna.packs.load").load_pack(extra=packs))

    with open_view(given) as view:
        yield import_module("hudna.compose.judged").JudgedView(view, pack, keep_rejected)


def open_writer(path: Path) -> Any:
    """The ledger to append to, made where there is none."""
    return import_module("hudna.store.opening").open_writer(path, indexer())


def indexer() -> Indexer:
    """The Arabic side of the full-text index."""
    return cast(Indexer, import_module("hudna.text.index").ArabicIndexer())


def load_pipeline(packs: Sequence[Path] = (), models: str = NO_MODELS) -> "Pipeline":
    """The whole analysis with the packs that come with the program, then the folders in `packs`.

    `models` names the learned models beside the rules. Where these cannot be used the rules read alone, and
    standard error says why.
    """
    tagger = None
    if models != NO_MODELS:
        tagger = import_module("hudna.models.tagger").Tagger.open(models)
        if isinstance(tagger, Missing):
            say(f"warning: {tagger.reason}. The rules read alone, as with --models none")
            tagger = None
    return cast("Pipeline", import_module("hudna.pipeline").Pipeline.load(extra=packs, tagger=tagger))
