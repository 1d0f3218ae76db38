"""Texts that a screen must survive, and what must never stand on one."""

import re

from hypothesis import strategies as st

NASTY = (
    "[[[]]]",
    "[/bold]",
    "[link=file:///etc/passwd]x[/link]",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "a\0b",
    "\u202eevil\u202c \u2066isolated\u2069 \u200f",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "\u0915\u094d\u0937\u093f",
    "e\u0301\u0327" + "\u0301" * 12,
    "政府が発表した「数字」",
    "\ttab\tstops\t",
    "one\r\ntwo\rthree\u2028four\x85five",
    "\ufeff\u200b\xad\u2060",
    "\U0001f1f5\U0001f1f1\U0001f1e9",
    "w\xa0x" * 30,
)
"""Brackets, markup, escapes, NUL, bidi overrides, joiners, marks, wide letters, tabs, line ends, the invisible."""

nasty = st.lists(st.sampled_from(NASTY) | st.text(st.characters(codec="utf-8"), max_size=8), max_size=5).map("".join)
some_nasty = nasty.filter(lambda text: bool(text.strip()))

UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)
"""What a terminal would obey, hide, or reorder by."""
