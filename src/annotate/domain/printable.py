"""Text that may be shown: what a terminal would obey is replaced by a mark that it only draws."""

import re

# C0 controls, DEL, C1 controls, separators that break lines, bidi marks, embeddings and isolates, lone surrogates.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` on one line, with every code point that steers a terminal replaced by a visible stand-in."""
    return _OBEYED.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code in (0x09, 0x0A, 0x0D, 0x2028, 0x2029):
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
