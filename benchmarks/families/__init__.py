"""Families of reports about the same events, with the truth about them: what the ledger is measured on.

    python -m benchmarks.families --events 200 --seed 1 --out DIR

`families(events, seed)` invents events and tells each in 5 to 20 reports: agency reports and their copies
(cut tail, new headline, furniture, other spelling, words broken up), rewrites that name the same source,
independent reports, denials, reports that only recall the event; figures that agree, that may both hold, that
are hard to believe together and that contradict. Near misses are events of their own: the same place the next
day, the same place hit otherwise, a town nearby with other figures; some reports round several up. Daily
bulletins of one formula are told beside them. Everything is set in 2031 and later, so that nobody takes it
for something that happened.

Each report comes with the assertions that are in it, so that the ledger can be measured apart from the
reading; the truth is given by their ids.
"""

from benchmarks.families.making import Families as Families
from benchmarks.families.making import Told as Told
from benchmarks.families.making import Truth as Truth
from benchmarks.families.making import families as families
