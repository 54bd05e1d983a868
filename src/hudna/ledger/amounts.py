"""A figure's number as an interval: what the words say, and what they let a hearer expect."""

from dataclasses import dataclass
from math import floor, inf, log10

from hudna.model.assertions import Figure

ROUND_FROM = 100
"""From here on a number with zeros at its end may be rounded («1.7 million»)."""
MOST_ROUNDING = 0.05
"""Half the step of rounding, but never more than this part of the number."""
ABOUT = 0.2
"""How far «about» reaches, as a part of the number."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`low` to `high` is what the words allow, both inclusive, `high` infinite where open.

    `told_low` to `told_high` is what a hearer expects by the maxim of quantity (Grice 1975): who says «more
    than 1.3 million» does not know of 1.4 million, else that would have been said.
    """

    low: float
    high: float
    told_low: float
    told_high: float

    def meets(self, other: "Amount") -> bool:
        """Whether one number satisfies both."""
        return self.low <= other.high and other.low <= self.high

    def expected_with(self, other: "Amount") -> bool:
        """Whether one number is what both let expect."""
        return self.told_low <= other.told_high and other.told_low <= self.told_high


def amount(figure: Figure) -> Amount | None:
    """The interval of a figure; None where the words give no number."""
    low, high, bound = figure.lower, figure.upper, figure.bound
    number = low if low is not None else high
    if number is None:
        return None
    if bound == "at_least":
        return Amount(number, inf, number, _next_round(number))
    if bound == "more_than":
        return Amount(number + 1, inf, number, _next_round(number))
    if bound == "less_than":
        most = high if high is not None else number
        return Amount(0, most - 1, most - _step(most), most)
    if bound == "order":
        most = inf if high is None else high
        return Amount(number, most, number, min(most, 10 * number))
    if bound == "about":
        reach = ABOUT * number
        return Amount(number - reach, number + reach, number - reach, number + reach)
    if low is not None and high is not None and low != high:
        return Amount(low, high, low, high)
    slack = min(_step(number) / 2, MOST_ROUNDING * number) if number >= ROUND_FROM else 0.0
    slack = slack if number % 10 == 0 else 0.0
    return Amount(number - slack, number + slack, number - slack, number + slack)


def _step(number: float) -> float:
    """The place value of a number's last digit that is no zero: 100,000 for 1.3 million, 1 for 17."""
    whole = int(abs(number))
    if whole == 0:
        return 1.0
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return float(min(step, 10 ** floor(log10(whole))))


def _next_round(number: float) -> float:
    """The greatest number a hearer expects: below the next round one, which would have been said instead.
    Below ROUND_FROM nothing is expected, for a first toll grows."""
    return number + _step(number) - 1 if number >= ROUND_FROM else inf
