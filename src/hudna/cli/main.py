"""The `hudna` command: a group that imports a command's module only when that command is called for.

Help of the group costs no import of ours, and help of one command costs one light module; issue 2 asks for
both in under 0.3 s.
"""

import importlib
import sys
from collections.abc import Sequence
from types import MappingProxyType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from hudna import __version__
from hudna.cli.errors import guarded
from hudna.cli.options import GroupHelp
from hudna.cli.streams import force_utf8

COMMANDS = MappingProxyType(
    {
        "analyse": ("hudna.cli.analyse", "Read reports and show what they claim, without a ledger. تحليل"),
        "ingest": ("hudna.cli.ingest", "Read reports into a ledger. إدخال"),
        "resolve": ("hudna.cli.resolve", "Compare what is new in a ledger with what it has. مقارنة"),
        "timeline": ("hudna.cli.timeline", "List events in order of date. خط زمني"),
        "figures": ("hudna.cli.figures", "List counts with their scope. أرقام"),
        "agreements": ("hudna.cli.agreements", "List mentions of accords. اتفاقات"),
        "statements": ("hudna.cli.statements", "List who says what. تصريحات"),
        "incidents": ("hudna.cli.incidents", "List what several reports tell of one event. وقائع"),
        "contradictions": ("hudna.cli.contradictions", "List claims that contradict each other. تناقضات"),
        "board": ("hudna.cli.board", "Show the ceasefires begun by a day. السارية"),
        "violations": ("hudna.cli.violations", "List what may breach an agreement. خروقات مزعومة"),
        "brief": ("hudna.cli.brief", "Write the situation report of a window. تقرير الحالة"),
        "copies": ("hudna.cli.copies", "List reports that copy one another, and count origins. نسخ"),
        "chain": ("hudna.cli.chain", "Show through whom one record came. سلسلة"),
        "search": ("hudna.cli.search", "Find words in the reports. بحث"),
        "show": ("hudna.cli.show", "Show one report of the ledger with its records. عرض"),
        "page": ("hudna.cli.page", "Write the ledger as one HTML page. صفحة"),
        "review": ("hudna.cli.review", "Judge records: confirm, correct, reject, join, split. مراجعة"),
        "ledger": ("hudna.cli.ledger", "Copy a ledger between a file and a database. سجل"),
        "packs": ("hudna.cli.packs", "Check the YAML files of names and words. حزم"),
        "evaluate": ("hudna.cli.evaluate", "Score the reading on annotated texts. تقييم"),
        "doctor": ("hudna.cli.doctor", "Check this installation and a ledger. فحص"),
    }
)


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and resolves each from its module."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, importing its module; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As the base class, which suggests near names out of `commands`."""
        if args[0] not in COMMANDS:
            self.commands.update({name: typer.main.get_command(_stub(name)) for name in COMMANDS})
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list for `hudna --help`, from the table above: nothing is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a HudnaError or a broken pipe ends it with a message instead of a traceback."""
        with guarded():
            return super().invoke(ctx)


def _stub(name: str) -> typer.Typer:
    stub = typer.Typer(add_completion=False)
    stub.command(name)(lambda: None)
    return stub


class Hudna(typer.Typer):
    """The application; calling it makes the streams UTF-8 whatever the locale says, then runs."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run with `sys.argv`; leaves through SystemExit."""
        force_utf8(sys.stdin, sys.stdout, sys.stderr)
        return super().__call__(*args, **kwargs)


app = Hudna(
    cls=LazyGroup,
    no_args_is_help=True,
    add_help_option=False,
    add_completion=False,  # its options would have every command load pydantic before it starts
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  hudna analyse report.txt
  hudna ingest reports/ --ledger idlib.sqlite
  hudna timeline --ledger idlib.sqlite --from 2020-02-01 --place Idlib
  hudna page --ledger idlib.sqlite --lang ar

HUDNA_LEDGER names the ledger where --ledger is not given; else it is ./hudna.sqlite.""",
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"hudna {__version__}")
        raise typer.Exit()


@app.callback()
def hudna(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    help: GroupHelp = False,
) -> None:
    """Read Arabic conflict reporting and keep a sourced ledger of claims.

    هدنة: تقرأ الأخبار العربية عن النزاعات وتحفظ سجلاً بالأقوال ومصادرها.

    Nothing in a ledger is a fact: every row is a claim with the words that make it.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; for `python -m hudna`."""
    app(list(args) if args is not None else None)
