"""What is counted: how many units have which votes, grouped by the database, read with the standard library alone."""

from annotate.counting.coding import Code, Pattern, Said, ballot
from annotate.counting.count import Count, fresh, renewed
from annotate.counting.ways import Way, way_of
from annotate.counting.wording import POSTGRESQL, SQLITE, Ask

__all__ = [
    "POSTGRESQL",
    "SQLITE",
    "Ask",
    "Code",
    "Count",
    "Pattern",
    "Said",
    "Way",
    "ballot",
    "fresh",
    "renewed",
    "way_of",
]
