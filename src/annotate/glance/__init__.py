"""What is seen at once: read by the standard library alone, while the rest loads or without it."""

from annotate.glance.counting import count
from annotate.glance.glance import Glance, SeenClaim, SeenDocument, SeenQueue
from annotate.glance.looking import SCHEMA, look

__all__ = ["SCHEMA", "Glance", "SeenClaim", "SeenDocument", "SeenQueue", "count", "look"]
