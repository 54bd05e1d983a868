"""`hudna review`: what people say of the records of a ledger."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, reviewing
else:
    asking, reviewing = late("hudna.cli.work.asking"), late("hudna.cli.work.reviewing")

_EXAMPLES = options.examples("""
hudna review list --kind ASSAULT --limit 10
hudna review correct 3f9c date 2020-02-20 --comment "yesterday, of a report of the 21st" --user salma
hudna review history 3f9c
""")
app = options.new_app(_EXAMPLES)

Record = Annotated[str, typer.Argument(metavar="ID", help="A record: its id or the first 4 digits of it.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other record.")]
Comment = Annotated[str, typer.Option("--comment", metavar="WORDS", help="Why; always asked for.")]
User = Annotated[
    str | None,
    typer.Option("--user", metavar="NAME", help="Who judges. [default: HUDNA_USER]", show_default=False),
]
Seen = Annotated[
    str | None,
    typer.Option("--seen", metavar="ID", help="The judgement of somebody else that this one supersedes."),
]


@app.callback()
def review(help: options.GroupHelp = False) -> None:
    """Judge records: confirm, correct, reject, join, split, settle; nothing is ever edited.

    مراجعة السجلات: تأكيد وتصحيح ورفض، وكل حكم سطر جديد باسم صاحبه وتعليله.

    A judgement is a row of its own with a user and a comment, and supersedes the one before it on the same
    record. Where somebody else has judged meanwhile it is refused, until --seen names what was seen.
    """


@app.command(
    "list", epilog=options.examples("hudna review list --place Idlib\nhudna review list --all --json")
)
def list_records(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    kind: Annotated[
        str | None, options.kind_option("statement, event, figure, agreement, or a type within one: ASSAULT.")
    ] = None,
    publisher: options.Publisher = None,
    status: options.StatusOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Those that are judged as well.")] = False,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """List what is to be reviewed, the least certain first.

    ما ينتظر المراجعة، الأقل يقيناً أولاً.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, status=status,
    )  # fmt: skip
    reviewing.list_records(ledger, chosen, everything, limit, json)


@app.command(epilog=options.examples('hudna review confirm 3f9c --comment "the video shows it" --user salma'))
def confirm(
    record: Record,
    comment: Comment,
    user: User = None,
    seen: Seen = None,
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Confirm that a record says what its words say.

    تأكيد أن السجل يقول ما تقوله ألفاظه.
    """
    reviewing.judge(ledger, "confirm", (record,), comment, user, seen, json)


@app.command(epilog=_EXAMPLES)
def correct(
    record: Record,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The field, as --json names it.")],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="What belongs there; '' for what is not known.")
    ],
    comment: Comment,
    user: User = None,
    seen: Seen = None,
    ledger: options.Ledger = None,
    pack: options.Packs = None,
    json: options.Json = False,
) -> None:
    """Correct one field of a record.

    تصحيح حقل من سجل.

    Dates are EDTF (2020-02-21), a place is an id of a pack (place/sy/saraqib), actors are ids or codes
    with commas between. The words stay as they were read.
    """
    reviewing.correct(ledger, record, field, value, comment, user, seen, pack or (), json)


@app.command(
    epilog=options.examples('hudna review reject 3f9c --comment "a headline of last year" --user salma')
)
def reject(
    record: Record,
    comment: Comment,
    user: User = None,
    seen: Seen = None,
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Reject a record: its words do not say this.

    رفض سجل لا تقوله ألفاظه.
    """
    reviewing.judge(ledger, "reject", (record,), comment, user, seen, json)


@app.command(
    epilog=options.examples('hudna review join 3f9c 77ab --comment "one strike, two outlets" --user salma')
)
def join(
    record: Record,
    other: Other,
    comment: Comment,
    user: User = None,
    seen: Seen = None,
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Say that two records are about the same, or two reports copies of one another.

    ضم سجلين عن أمر واحد.
    """
    reviewing.judge(ledger, "join", (record, other), comment, user, seen, json)


@app.command(epilog=options.examples('hudna review split 3f9c 77ab --comment "two villages" --user salma'))
def split(
    record: Record,
    other: Other,
    comment: Comment,
    user: User = None,
    seen: Seen = None,
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Say that two records are not about the same, or two reports no copies.

    فصل سجلين عن أمرين.
    """
    reviewing.judge(ledger, "split", (record, other), comment, user, seen, json)


@app.command(
    epilog=options.examples('hudna review settle 51d0 explained --comment "time zones" --user salma')
)
def settle(
    contradiction: Annotated[
        str, typer.Argument(metavar="ID", help="A contradiction: its id or the first 4 digits of it.")
    ],
    state: Annotated[
        Literal["open", "explained", "settled"], typer.Argument(metavar="STATE", help="How it stands now.")
    ],
    comment: Comment,
    user: User = None,
    seen: Seen = None,
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Say how a contradiction stands: open, explained, settled.

    حال التناقض: مفتوح أو مفسر أو محسوم.
    """
    reviewing.judge(ledger, "settle", (contradiction,), comment, user, seen, json, value=state)


@app.command(epilog=options.examples('hudna review undo 3f9c --comment "wrong record" --user salma'))
def undo(
    record: Record,
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="The other record, of a join or split.")
    ] = None,
    *,
    comment: Comment,
    user: User = None,
    seen: Seen = None,
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Take the latest judgement back; what stood before it stands again.

    التراجع عن آخر حكم؛ يبقى الحكم والتراجع كلاهما في السجل.
    """
    records = (record, other) if other else (record,)
    reviewing.judge(ledger, "withdraw", records, comment, user, seen, json)


@app.command(epilog=options.examples("hudna review history 3f9c"))
def history(
    record: Record,
    ledger: options.Ledger = None,
    pack: options.Packs = None,
    json: options.Json = False,
) -> None:
    """Show how a record came to stand as it does: every reading and judgement, with what each changed.

    تاريخ سجل: كل قراءة وكل حكم وما غيّره.
    """
    reviewing.history(ledger, record, pack or (), json)


@app.command(epilog=options.examples("hudna review lost --json"))
def lost(ledger: options.Ledger = None, json: options.Json = False) -> None:
    """List judgements on records that a newer reading no longer has.

    أحكام على سجلات لم تعد القراءة الأحدث تقولها.

    A judgement goes on to the record that a newer reading has in the same words with the same meaning; these
    found none.
    """
    reviewing.lost(ledger, json)
