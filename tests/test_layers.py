"""The folder table of docs/architecture.md, enforced: who may import whom, no cycles, no local imports."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "hudna"
LOWER: dict[str, set[str]] = {
    "model": set(),
    "text": {"model"},
    "packs": {"model", "text"},
    "models": {"model", "text"},
    "sources": {"model", "text"},
    "annotate": {"model", "text", "packs", "models"},
    "extract": {"model", "text", "packs", "models"},
    "ledger": {"model", "packs"},
    "store": {"model"},
    "export": {"model", "store.base"},
    "brief": {"model", "packs", "ledger", "export"},
}
BELOW_PIPELINE = set(LOWER)
LOWER["pipeline"] = BELOW_PIPELINE
LOWER["compose"] = BELOW_PIPELINE
LOWER["scale"] = {*BELOW_PIPELINE, "pipeline", "compose"}
LOWER["evaluation"] = {*BELOW_PIPELINE, "pipeline", "compose", "training"}
LOWER["training"] = {*BELOW_PIPELINE, "pipeline", "compose"}
COMPOSERS = {"pipeline", "compose"}
LOWER["cli"] = {*BELOW_PIPELINE, *COMPOSERS, "scale", "evaluation", "training"}
LOWER["web"] = {*BELOW_PIPELINE, *COMPOSERS, "scale", "evaluation", "training"}

FILES = sorted(SRC.rglob("*.py"))


def imports_of_ours(tree: ast.AST) -> list[tuple[str, ast.AST]]:
    found: list[tuple[str, ast.AST]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "hudna":
            found.append((node.module, node))
        if isinstance(node, ast.Import):
            found.extend((a.name, node) for a in node.names if a.name.split(".")[0] == "hudna")
    return found


def layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_follow_the_table(path: Path) -> None:
    own = layer("hudna." + path.relative_to(SRC).with_suffix("").as_posix().replace("/", "."))
    for module, _ in imports_of_ours(ast.parse(path.read_text("utf-8"))):
        other = layer(module)
        allowed = LOWER.get(own, set())
        dotted = ".".join(module.split(".")[1:3])
        assert other in ("", own) or other in allowed or dotted in allowed, f"{own} may not import {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_import_of_ours_inside_a_function(path: Path) -> None:
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert not imports_of_ours(function), f"{path.name}:{function.lineno} imports inside a function"


def test_no_cycles() -> None:
    graph: dict[str, set[str]] = {}
    for path in FILES:
        name = "hudna." + path.relative_to(SRC).with_suffix("").as_posix().replace("/", ".")
        name = name.removesuffix(".__init__")
        graph[name] = {module for module, _ in imports_of_ours(ast.parse(path.read_text("utf-8")))}
    done: set[str] = set()

    def visit(node: str, trail: tuple[str, ...]) -> None:
        assert node not in trail, " -> ".join((*trail, node))
        if node in done:
            return
        for other in graph.get(node, ()):
            visit(other, (*trail, node))
        done.add(node)

    for node in graph:
        visit(node, ())
