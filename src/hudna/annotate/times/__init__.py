"""Time: the publication date of a report and every time expression in it, put on the calendar."""

from hudna.annotate.times.step import TimeStep

__all__ = ["TimeStep"]
