"""Help: quick, complete, and the same as docs/cli.md."""

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from typer.testing import CliRunner

from hudna import __version__
from hudna.cli.main import COMMANDS, app
from hudna.cli.options import STATUSES
from hudna.model.assertions import Status
from tests.cli.running import HUDNA, environment, hudna

DOCS = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
HELPS = ["", *COMMANDS, "packs check", "packs new", "review list", "review undo", "ledger copy"]
HEAVY = (
    "sqlalchemy",
    "alembic",
    "jinja2",
    "trafilatura",
    "pydantic",
    "yaml",
    "numpy",
    "rich",
    "hudna.pipeline",
)


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize("command", HELPS)
def test_help_is_quick_and_imports_little(command: str) -> None:
    words = command.split()
    code = (
        f"import sys; sys.argv = ['hudna', *{words!r}, '--help']\n"
        "from hudna.cli.main import app\n"
        "try:\n    app()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"loaded = sorted(set({HEAVY!r}) & set(sys.modules))\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"Usage: " in done.stdout


def test_help_takes_no_more_than_its_time() -> None:
    """Processor seconds, the best of five: a busy machine must not fail this."""
    resource = pytest.importorskip("resource")
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        subprocess.run([*HUDNA, "timeline", "--help"], capture_output=True, env=environment(), check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        spent.append(min(cpu, time.perf_counter() - began))
    assert min(spent) < 0.3, spent


@pytest.mark.parametrize("command", HELPS)
def test_help_has_examples_and_an_exit(command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert "Examples:\n    hudna " in result.output
    assert run(*command.split(), "-h").output == result.output


def test_the_list_of_commands_agrees_with_each_command() -> None:
    for name in COMMANDS:
        assert f" {name} " in run(name, "--help").output.split("\n")[0]
        assert f"  {name} " in run("--help").output


def test_version() -> None:
    assert run("--version").output == f"hudna {__version__}\n"


def test_no_command_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.output


def test_a_misspelt_command_is_told() -> None:
    result = run("figure")
    assert result.exit_code == 2
    assert "figures" in result.output
    assert run("timelime").exit_code == 2


def test_the_statuses_offered_are_those_of_the_records() -> None:
    assert get_args(Status) == STATUSES


def commands() -> dict[str, Any]:
    """Every command by its words: {"timeline": …, "packs check": …}."""
    group = typer.main.get_command(app)
    found: dict[str, Any] = {}
    for name in COMMANDS:
        command = group.get_command(None, name)  # type: ignore[attr-defined]
        inside = getattr(command, "commands", None)
        found.update({f"{name} {sub}": c for sub, c in inside.items()} if inside else {name: command})
    return found


def section(command: str) -> str:
    match = re.search(rf"^## hudna {re.escape(command)}\b.*?(?=^## |\Z)", DOCS, re.S | re.M)
    assert match, f"docs/cli.md has no section «## hudna {command}»"
    return match.group()


def options_of(command: Any) -> set[str]:
    return {o for p in command.params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")}


FILTERS = set(re.findall(r"`(--[a-z-]+)", DOCS[DOCS.index("### Filters") : DOCS.index("## hudna analyse")]))


@pytest.mark.parametrize("name", commands())
def test_the_documentation_has_every_option(name: str) -> None:
    text = section(name)
    covered = set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", text))
    if "filters" in text:
        covered |= FILTERS
    missing = options_of(commands()[name]) - covered - {"-h", "--help"}
    assert not missing, f"docs/cli.md does not tell of {sorted(missing)} under «hudna {name}»"


@pytest.mark.parametrize("name", commands())
def test_the_documentation_invents_no_option(name: str) -> None:
    text = section(name)
    told = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", text.replace("without `--status`", "")))
    known = options_of(commands()[name])
    assert not told - known, f"docs/cli.md tells of {sorted(told - known)} under «hudna {name}»"
    if "filters" in text:
        without = {"--status"} if "without `--status`" in text else set()
        assert known >= FILTERS - without


def test_the_documentation_invents_no_command() -> None:
    told = set(re.findall(r"^## hudna ([a-z]+(?: [a-z]+)?)", DOCS, re.M))
    assert told == set(commands())


def test_exit_codes_are_documented() -> None:
    from hudna.cli import errors

    for code in (0, 1, errors.CANNOT_START, errors.DEFECT, errors.INTERRUPTED, errors.PIPE_CLOSED):
        assert re.search(rf"^\| {code} \|", DOCS, re.M)


def test_python_m() -> None:
    assert hudna("--version").stdout.decode() == f"hudna {__version__}\n"
