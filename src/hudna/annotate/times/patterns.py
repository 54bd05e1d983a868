"""The shapes of time expressions, as regular expressions over coded texts (see lexicon.CODES)."""

import re

_MONTH = r"s?[Mm](?:[/\-]?[Mm]|\{[Mm]\})?"
_YEAR = r"(?:(?:,?(?:[fi]?π?[eC])?y|,?\{y\})g?)"
_YEAR_TAIL = rf"(?:{_YEAR}|f?π?C[RNJQxψ]|[RNJ]{_YEAR}?)"
_DATE = rf"(?:df?|[oω]f?|η){_MONTH}{_YEAR_TAIL}?"
_OF_THIS_MONTH = r"(?:[do]fS[RNJQ]?|ηSQ|[do]f?J)"
_HIJRI_YEAR = r"(?:,?(?:f?π?[eC])?hj?)"
_HIJRI = rf"(?:(?:df?|of?|η)s?H{_HIJRI_YEAR}?|d[/\-]H[/\-]hj?)"
_NUMERIC = r"(?:d[/\-·]d[/\-·]y|y[/\-·]d[/\-·]d|τ)"
_MONTH_FIRST = rf"{_MONTH}d,?y"
_SLASHED = r"d[/\-][Mm](?:[/\-][Mm])?[/\-]y"
_DAY_OF_MONTH = rf"(?:{_SLASHED}|{_DATE}|{_OF_THIS_MONTH}|[do]ι|{_HIJRI}|{_NUMERIC}|{_MONTH_FIRST})"

_WITH_DATE = rf"(?:[,\-{{]{{0,2}}=?π?Y?{_DAY_OF_MONTH}\}}?)"
_FROM_TODAY = rf"(?:Y?[EAG]|tE)(?![oσ])(?:[,\-]?\{{?Y?W\}}?)?{_WITH_DATE}?"
_WEEKDAY = rf"Y?W[RNJx]?{_WITH_DATE}?"
_ON_DATE = rf"(?:Y?{_NUMERIC}Y?W(?!d)|Y?{_DAY_OF_MONTH}(?:\{{Y?W\}}|=π?Y?W)?)"
_PART_BEFORE = r"(?:[PpT](?:f|Y)?)?"
_PART_AFTER = r"(?:,?π?[PpT](?![YEAGWdoPp0]))?"
_IN_BRACKETS = rf"[Pp]\{{Y?W\}}{_WITH_DATE}?"
_DAY = rf"(?:{_IN_BRACKETS}|{_PART_BEFORE}(?:{_FROM_TODAY}|{_WEEKDAY}|{_ON_DATE}){_PART_AFTER})"
_MINUTES = r"(?:&K|μK|&[dq]U)?"
_CLOCK = rf"(?:c(?:[OqoD]|[dn](?::[dn])?(?::[dn])?)|[dn]:[dn](?::[dn])?|D(?=ζ)){_MINUTES}"
_NIGHT = r"(?:a?0)"
_PART_OF_CLOCK = rf"(?:,?f?(?:[PpTκg]|{_NIGHT}))?"
_HOUR = rf"(?:(?:{_CLOCK}|[Oqd]{_MINUTES}){_PART_OF_CLOCK})"

_COUNT = r"(?:[dqynh][YseUL])"
_WHOLE = r"(?:[UseY][qβ])"
_MEASURE = rf"(?:{_COUNT}|V|{_WHOLE}|v(?![RrNyMm])|o[UseY])"
_LENGTH = rf"(?:(?:{_MEASURE}|[Use](?=&(?:{_COUNT}|V)))(?:&(?:{_COUNT}|V|K[CSFc]?|[sU](?![Mm])))*)"
_HALVES = r"(?:[Use]&K[CSFc]?|K[Use])"
_ONE = r"(?:[Use](?![MmHyh])|Y(?![WdoEAGM]))"
_THIS_UNIT = r"(?:C[RNJ],?\{?y\}?|[FSC][RNJ])"

POINT_RULES: tuple[tuple[str, str], ...] = (
    ("moment", rf"(?P<clock>{_CLOCK}{_PART_OF_CLOCK})ζ?(?:[,\-]?[fi]?(?P<day>{_DAY}))?ζ?"),
    (
        "moment",
        rf"(?P<day>{_DAY})(?:[,\-]?[fi]?(?P<clock>{_CLOCK}{_PART_OF_CLOCK}|O{_MINUTES}f?(?:[PpT]|{_NIGHT})))?ζ?",
    ),
    ("hour", rf"(?P<clock>O(?:{_MINUTES}(?:f?(?:[PpT]|{_NIGHT})|(?=ζ))|&K|μK))(?P<day>f?(?:{_DAY}))?ζ?"),
    ("midnight", rf"0(?P<day>Y?W[,/\-&]?W|\{{Y?W\}}{_WITH_DATE}?|Y?{_DAY})?ζ?"),
    ("night", r"pY?W[,\-/&]?W[RNJ]?"),
    ("unit", rf"I?i?(?:{_THIS_UNIT}|t[FSC])|[Ii][FSC]r(?!f)"),
    ("same", r"I?[fi]?[SC]Q"),
    ("edge", rf"εf?(?:{_MONTH}{_YEAR_TAIL}?|F[RNJ]?|tF|π?e?y)|[εη]f?t?[SC][RNJ]?{_YEAR}?"),
    ("week", rf"Fof?(?:{_MONTH}{_YEAR_TAIL}?|S[RNJ]?|ι)?"),
    ("season", r"δ(?:(?:f?π?[eC])?y|f?C[RNJ]|tC|[RNJ])|tδ"),
    ("share", rf"K[or]f?(?:C[RNJ]|tC|[eC]?y|{_MONTH}{_YEAR_TAIL}?|t?S[RNJ]?)"),
    ("feast", r"[Pp]?(?:[oω]L?|Y)ƒ"),
    ("short-date", r"Y?Wd[/\-]d(?![/\-·:%])|(?:Y|π_?)?d/d(?![/\-·:%])|d-d(?=\{|-)"),
    ("decade", r"Δ(?:R|_)?"),
    ("month", rf"{_MONTH}{_YEAR_TAIL}?"),
    ("hijri", rf"sH(?:{_HIJRI_YEAR}|[RNJ])?|H(?:{_HIJRI_YEAR}|[RNJ])?"),
    ("year-month", r"y[/\-]d(?![/\-:])"),
    ("year", r"(?:π?[eC])?yg?"),
    ("hijri-year", r"(?:[eC]h|hj|[eC]hj)"),
    ("part-now", r"tT"),
    ("part-alone", r"L[PpT]O?|[PpT]"),
    ("prayer", rf"Π(?P<day>,?(?:{_DAY}))?"),
    ("next-day", r"i?Ex"),
    ("day-turned", r"I?i?E[RN]"),
    ("beside", r"I?[fi]?[SC][xψ]"),
)
RANGE_RULES: tuple[tuple[str, str], ...] = (
    ("days", rf"[fb]?[Yz]?(?P<a>[do])(?:&?u|&|-)Y?(?P<b>[do]f?{_MONTH}{_YEAR_TAIL}?)"),
    ("points", rf"(?:f(?P<a>{_DAY})(?:&?u|-)|b(?P<a2>{_DAY})&)(?P<b>{_DAY})"),
    ("points", rf"f?(?P<a>{_DATE})-(?P<b>{_DATE})"),
    ("points", rf"[fb](?P<a>{_MONTH}{_YEAR_TAIL}?)(?:&?u|&|-)(?P<b>{_MONTH}{_YEAR_TAIL}?)"),
    ("days", rf"(?P<a>d)&(?P<b>{_NUMERIC})"),
    (
        "hours",
        rf"(?:(?P<day0>{_DAY}),?)?[fb](?P<a>{_HOUR})(?:&?u|&)(?P<b>{_HOUR})ζ?(?:,?[fi]?(?P<day>{_DAY}))?",
    ),
    ("weekdays", r"(?:bz?|z)W&W"),
    ("years", r"[fbi]?π?[e2C]?y(?:&?uf?|&|-|/)π?[eC]?y"),
)
OTHER_RULES: tuple[tuple[str, str], ...] = (
    ("span", r"I?i?(?:l[kdqyno]?|v|X*[dqno][UseYL])[RrN]"),
    ("span", r"I?i?λ(?:[dqn][UseYL]|V)"),
    ("ago", rf"[<B]X*(?:{_LENGTH}|{_HALVES}|{_ONE})|[<B]X[FSCc](?![RNJtQofydnOMmH])"),
    ("ahead", rf"aX*(?:{_LENGTH}|{_HALVES}|[Use](?![MmHyh])|Y(?=f))"),
    ("length", rf"[ZIX]*(?:{_LENGTH}|{_HALVES})"),
    ("length", rf"(?:[ZI]X?|X|πX?){_ONE}"),
    ("vague", r"[<B]k?[Lw]k?"),
    ("since-part", r"<L?T"),
    ("ref", rf"[ρφ](?:(?P<unit>f(?:t[FSC]|[FSC][RNJ]))|(?P<day>f?{_DAY}))?"),
    ("anaphor", r"<θ"),
    ("streak", r"π?(?:[EFSC][odO]|p[oO])σ|[EFSC][odO]|πp[oO]|[γY][oO]"),
    ("lengths", r"[ZI]?[bf][dqn](?:&?u|&|-)[dqn][YseUL]"),
)


def compiled(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """Rules with their expressions compiled."""
    return tuple((name, re.compile(body)) for name, body in rules)
