"""What three official sets of indicators ask of a column.

The points that the inspections give are not repeated: a report shows state and evidence, it does not grade.  What no file can
tell (whether the server answers, how letters are dealt with) is listed for a person to look at.
"""

from __future__ import annotations

from disclosure.derive.inspection.set_column import COLUMN
from disclosure.derive.inspection.set_evaluation import EVALUATION
from disclosure.derive.inspection.set_inspection import INSPECTION

SETS = (INSPECTION, COLUMN, EVALUATION)
