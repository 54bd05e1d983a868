"""What reasons name, in English and Arabic: acts, what is counted, numbers with their bounds."""

from hudna.model.assertions import Event, Figure
from hudna.packs.comparing import Comparing, Spoken


def act(event: Event, comparing: Comparing) -> Spoken:
    """«attack (air strike)», or of what has no means the type alone: «attack»."""
    en, ar = comparing.called("events", event.type)
    en = en[:1].lower() + en[1:]
    if event.mode is None:
        return en, ar
    mode_en, mode_ar = comparing.called("modes", event.mode)
    return f"{en} ({mode_en})", f"{ar} ({mode_ar})"


def counted(figure: Figure, comparing: Comparing) -> Spoken:
    """What is counted, and of whom where the words say so: «killed (civilians)»."""
    en, ar = comparing.called("figures", figure.kind)
    of = figure.population or figure.unit
    if of is None:
        return en, ar
    if of not in comparing.labels.get("counted", {}):
        return f"{en} ({of.replace('_', ' ')})", ar
    of_en, of_ar = comparing.called("counted", of)
    return f"{en} ({of_en})", f"{ar} ({of_ar})"


def number(figure: Figure, comparing: Comparing) -> Spoken:
    """A number with its bound: «more than 1,800»; empty where the words give none."""
    low, high, bound = figure.lower, figure.upper, figure.bound
    if low is not None and high is not None and low != high:
        return _filled(comparing.called("bounds", "between"), _digits(low), _digits(high))
    value = low if low is not None else high
    if value is None:
        return "", ""
    return _filled(comparing.called("bounds", "about" if bound == "between" else bound), _digits(value))


def _filled(spoken: Spoken, *values: str) -> Spoken:
    return spoken[0].format(*values), spoken[1].format(*values)


def _digits(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
