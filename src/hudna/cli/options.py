"""Options that several commands share, so that each means the same everywhere; imports nothing of ours."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

STATUSES = ("reported", "claimed", "alleged", "denied", "planned", "negated", "hypothetical")
"""`hudna.model.assertions.Status`, whose import `--help` does not wait for; a test compares the two."""

Ledger = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger, a file or postgresql://… [default: HUDNA_LEDGER, else ./hudna.sqlite]",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="On or after: 2020, 2020-02 or 2020-02-21."),
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="On or before, inclusive.")]
Undated = Annotated[bool, typer.Option("--undated", help="With --from or --to: the undated as well.")]
Place = Annotated[
    str | None,
    typer.Option("--place", metavar="NAME", help="At a place: Arabic or English name, or id."),
]
Actor = Annotated[
    str | None,
    typer.Option(
        "--actor",
        metavar="WHO",
        help="In any role: a code with its members (TUR: every Turkish body), or a name or id, that one only."
        " Who tells of an event or figure has no role in it.",
    ),
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="In reports of an outlet.")
]
StatusOption = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help=f"One of: {', '.join(STATUSES)}."),
]
Packs = Annotated[
    list[Path] | None,
    typer.Option(
        "--pack",
        metavar="FOLDER",
        help="A pack of yours, read after those that come with hudna; may be given more than once.",
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many rows.")]


Models = Annotated[
    Literal["default", "none"],
    typer.Option("--models", help="The learned model beside the rules (slower); none: the rules alone."),
]


Lang = Annotated[
    Literal["en", "ar"],
    typer.Option("--lang", help="Names, reasons and headings in English or Arabic; --json has both."),
]


def _show_help(ctx: typer.Context, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        typer.echo(ctx.get_help())
        raise typer.Exit()


GroupHelp = Annotated[
    bool,
    typer.Option("-h", "--help", help="Show this message and exit.", callback=_show_help, is_eager=True),
]
"""`--help` of a group: the library's own makes every command under the group load pydantic (0.3 s)."""


def kind_option(help_text: str) -> Any:
    """`--kind`, which asks for another thing in each list."""
    return typer.Option("--kind", metavar="KIND", help=help_text)


def new_app(group_epilog: str | None = None) -> typer.Typer:
    """An application of one command, or with `group_epilog` a group, which has `GroupHelp`."""
    group = group_epilog is not None
    return typer.Typer(
        add_completion=False,
        add_help_option=not group,
        no_args_is_help=group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog=group_epilog,
    )


def examples(text: str) -> str:
    """Examples for the end of a help text, which its printer does not rewrap."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in text.strip().splitlines())
