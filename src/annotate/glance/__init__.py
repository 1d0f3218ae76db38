"""What is seen first: the claim that waits for a reviewer, read by the standard library alone while the rest loads."""

from annotate.glance.glance import Glance, SeenClaim, SeenDocument, SeenQueue
from annotate.glance.looking import SCHEMA, look

__all__ = ["SCHEMA", "Glance", "SeenClaim", "SeenDocument", "SeenQueue", "look"]
