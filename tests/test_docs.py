"""What the documents say holds: commands exist, links lead somewhere, lists are complete."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from hudna.cli.main import app

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CALL = re.compile(r"hudna ((?:packs )?[a-z]+)((?: [^\n`#|]*)?)")
PRIVATE = re.compile(
    r"(?<![\w.])/(?:home|Users|root|work|mnt|srv)/(?!somebody)\w|\b[\w-]+\.(?:internal|lan|corp)\b"
)
TEXT = {".md", ".py", ".toml", ".yaml", ".txt", ".html", ".css", ".js", ".json", ".jsonl", ""}


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def commands() -> dict[str, set[str]]:
    """Every command with its options."""
    found: dict[str, set[str]] = {}

    def walk(command: Any, name: str) -> None:
        options = {o for p in command.params for o in (*p.opts, *p.secondary_opts)}
        found[name] = options | {"--help", "-h", "--version"}
        for inner in command.list_commands(None) if hasattr(command, "list_commands") else ():
            walk(command.get_command(None, inner), f"{name} {inner}".strip())

    walk(typer.main.get_command(app), "")
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_links_lead_to_files(path: Path) -> None:
    for target in LINK.findall(path.read_text("utf-8")):
        if not re.match(r"https?:|mailto:|#", target):
            assert (path.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "cli.md"], ids=shown
)
def test_commands_exist_with_their_options(path: Path) -> None:
    known = commands()
    code = re.findall(r"`([^`\n]+)`|^ {4}(.+)$", path.read_text("utf-8"), re.M)
    calls = [match for pair in code for text in pair for match in CALL.finditer(text)]
    assert calls or path.name == "CONTRIBUTING.md"
    for call in calls:
        name = call[1] if call[1] in known else call[1].split()[0]
        assert name in known, call[0]
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", call[2]):
            assert option in known[name], call[0]


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for name in commands():
        if name not in ("", "packs"):
            name = "review" if name.startswith("review ") else name  # told of as one
            assert f"`hudna {name}" in text, name


def test_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    for path in DOCUMENTS:
        for target in re.findall(r"(?:`| {4})make ([a-z]+)", path.read_text("utf-8")):
            assert target in targets, (path.name, target)


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for group in project["dependency-groups"].values():
        asked.extend(group)
    names = {re.split(r"[<>=~! \[]", requirement)[0] for requirement in asked}
    lines = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert names | {"uv"} == set(re.findall(r"^\| `([a-z0-9-]+)` \|", lines, re.M))


def test_decisions_are_numbered_without_gaps() -> None:
    assert [path.name[:5] for path in DECISIONS] == [f"{n:04}-" for n in range(1, len(DECISIONS) + 1)]
    for path in DECISIONS:
        text = path.read_text("utf-8")
        assert text.startswith(f"# {path.name[:4]} ")
        for part in ("**Decision.**", "**Why.**", "**Alternatives", "**Consequences.**"):
            assert part in text, (path.name, part)


def test_the_folder_table_names_every_folder() -> None:
    table = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    for folder in (ROOT / "src" / "hudna").iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            assert f"`{folder.name}/`" in table, folder.name


def tracked() -> list[Path]:
    """The files of the repository; all that are there where git is not."""
    if shutil.which("git") and (ROOT / ".git").exists():
        out = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        return [ROOT / name for name in out.decode().split("\0") if name]
    folders = ("src", "tests", "docs", "samples", "scripts", "benchmarks")
    return [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]


def test_no_file_names_a_machine() -> None:
    for path in tracked():
        if path.suffix not in TEXT or path == Path(__file__) or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        assert not (found := PRIVATE.search(text)), (shown(path), found[0])


@pytest.mark.parametrize("part", ["example", "accuracy"])
def test_the_readme_says_what_the_program_and_the_accuracy_card_say(part: str) -> None:
    """`python scripts/readme.py` writes it anew where a better reading is the reason."""
    text = (ROOT / "README.md").read_text("utf-8")
    script = f"import sys; sys.path.insert(0, 'scripts'); import readme; print(readme.{part}())"
    out = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    assert out.stdout.strip() in text
