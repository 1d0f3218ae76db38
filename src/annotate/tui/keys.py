"""The one table of keys: bindings, footers, help, palette and manual are drawn from it. Pure data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, get_args

Scene = Literal[
    "opening",
    "welcome",
    "founding",
    "review",
    "adjudicate",
    "home",
    "queue",
    "agreement",
    "line",
    "form",
    "editor",
    "choice",
    "reading",
    "paste",
    "pieces",
    "search",
    "span",
]
"""Where a key works: the screens, and the sheets laid over them (a form, an editor, a choice, something to read)."""


class Group(StrEnum):
    """The headings under which help lists the keys, in its order."""

    JUDGE = "Judge"
    GROUNDS = "Say why"
    WALK = "Walk"
    SPAN = "Mark a span"
    LOOK = "Look up"
    SHEET = "In a field or a list"
    PROGRAM = "The program"


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that a key does. `keys` are as Textual names them; `label` is for the footer, `does` for help.

    `rank` says how soon it gets a place in a footer that has not room for all, 0 that it never does. `written` is how
    the key is shown where its name would not do.
    """

    action: str
    keys: tuple[str, ...]
    label: str
    does: str
    group: Group
    scenes: tuple[Scene, ...]
    rank: int = 0
    written: str = ""

    @property
    def name(self) -> str:
        """What the action is called in the config file: `walk_back` for `walk(-1)`, `go_home` for `app.go('home')`."""
        verb, _, rest = self.action.removeprefix("app.").partition("(")
        said = ("back" if word == "-1" else word.strip("'") for word in rest.rstrip(")").split(",") if word != "1")
        return "_".join(word.strip() for word in (verb, *said) if word.strip())

    @property
    def first(self) -> str:
        """The key to press, as a person reads it, where there is room for one."""
        return named(self.keys[0]) if self.keys else self.shown

    @property
    def shown(self) -> str:
        """The key as a person reads it."""
        return self.written or "  ".join(named(key) for key in self.keys)


JUDGING: tuple[Scene, ...] = ("review", "adjudicate")
ENTERED: tuple[Scene, ...] = (*JUDGING, "home")
SCREENS: tuple[Scene, ...] = (*ENTERED, "queue")
HELPED: tuple[Scene, ...] = (*SCREENS, "agreement", "span")
LISTS: tuple[Scene, ...] = ("agreement", "choice", "founding", "pieces", "search")
SCROLLED: tuple[Scene, ...] = (*JUDGING, "queue", "reading")
PAGED: tuple[Scene, ...] = (*SCROLLED, "span")

# fmt: off
TABLE = (
    Key("verdict", (), "verdict", "the verdict with that key, recorded at once; then the next claim owed",
        Group.JUDGE, ("review",), 1, "1 … 9 0"),
    Key("settle", (), "verdict", "settle the claim by the verdict with that key; then the next dispute",
        Group.JUDGE, ("adjudicate",), 1, "1 … 9 0"),
    Key("pick_verdict", ("v",), "pick", "pick the verdict from a list", Group.JUDGE, ("review",), 14),
    Key("skip", ("s",), "skip", "skip for now; it comes again at the end", Group.JUDGE, ("review",), 4),
    Key("cannot_judge", ("w",), "cannot judge", "cannot be judged, and why", Group.JUDGE, ("review",), 13),
    Key("not_a_claim", ("x",), "not a claim", "not a claim at all", Group.JUDGE, JUDGING, 5),
    Key("flag", ("f",), "flag", "flag for the adjudicator, or take the flag back", Group.JUDGE, ("review",), 12),
    Key("undo", ("u",), "undo", "undo, as deep as your own history, also after quitting", Group.JUDGE, JUDGING, 6),
    Key("redo", ("ctrl+r",), "redo", "redo what was undone", Group.JUDGE, ("review",)),
    Key("evidence", ("e",), "evidence", "add a piece of evidence", Group.GROUNDS, ("review",), 2),
    Key("reuse", ("E",), "reuse", "reuse evidence from an earlier claim", Group.GROUNDS, ("review",), 15),
    Key("rationale", ("r",), "why", "say why", Group.GROUNDS, ("review",), 3),
    Key("reason", ("r",), "reason", "say why it is settled so", Group.GROUNDS, ("adjudicate",), 2),
    Key("confidence", ("c",), "sure", "how sure you are", Group.GROUNDS, ("review",), 16),
    Key("facets", ("t",), "facets", "answer the scheme's other facets", Group.GROUNDS, ("review",), 17),
    Key("next_owed", ("n",), "next owed", "the next claim that waits for your answer", Group.WALK, JUDGING, 8),
    Key("walk(1)", ("j",), "next", "the next claim", Group.WALK, JUDGING, 10),
    Key("walk(-1)", ("k",), "previous", "the claim before", Group.WALK, JUDGING, 11),
    Key("scroll_pages(1)", ("space", "pagedown"), "scroll", "scroll on by a page", Group.WALK, PAGED),
    Key("scroll_pages(-1)", ("pageup",), "scroll back", "scroll back by a page", Group.WALK, PAGED),
    Key("scroll_lines(1)", ("down",), "line down", "scroll on by a line", Group.WALK, SCROLLED),
    Key("scroll_lines(-1)", ("up",), "line up", "scroll back by a line", Group.WALK, SCROLLED),
    Key("scroll_ends(-1)", ("home",), "start", "the start of the text", Group.WALK, SCROLLED),
    Key("scroll_ends(1)", ("end",), "end", "the end of the text", Group.WALK, SCROLLED),
    Key("next_section(1)", ("tab",), "next heading", "the next heading", Group.WALK, ("reading",), 2),
    Key("next_section(-1)", ("shift+tab",), "heading before", "the heading before", Group.WALK, ("reading",)),
    Key("go_on", ("enter",), "go on", "go on reviewing; as the lead, settle disputes", Group.WALK, ("home",), 1),
    Key("open_claim", ("enter",), "open", "open the claim", Group.WALK, ("queue",), 1),
    Key("find", ("slash",), "find", "only claims whose words or document's title hold all these words", Group.LOOK,
        ("queue",), 2),
    Key("show_kind", ("s",), "show", "owed, skipped, done, flagged, settled, all; one after the other", Group.LOOK,
        ("queue",), 3),
    Key("show_verdict", ("v",), "verdict", "only claims with one verdict: your own, or as the lead the settled one",
        Group.LOOK, ("queue",), 4),
    Key("show_document", ("d",), "document", "only the document of the marked claim, or all again", Group.LOOK,
        ("queue",), 5),
    Key("show_all", ("a",), "all", "all claims again", Group.LOOK, ("queue",), 7),
    Key("jump", ("number_sign",), "go to", "go to a claim by its number, which a digit begins as well, or by its id",
        Group.LOOK, ("queue",), 6),
    Key("queue", ("l",), "list", "the list of claims, done ones too", Group.LOOK, ("review", "home"), 9),
    Key("search", ("slash",), "search", "search the documents, and take a passage as evidence", Group.LOOK, ("review",),
        22),
    Key("guidelines", ("g",), "guide", "the guidelines", Group.LOOK, ("review", "home"), 7),
    Key("definitions", ("d",), "define", "what each verdict means", Group.LOOK, JUDGING, 18),
    Key("contents", ("t",), "contents", "the headings, to choose one", Group.LOOK, ("reading",), 3),
    Key("app.go('home')", ("h",), "home", "the home screen", Group.LOOK, JUDGING, 19),
    Key("adjudicate", ("a",), "adjudicate", "settle disputes, as the lead", Group.LOOK, ("home",), 3),
    Key("agreement", ("m",), "agreement", "measure how far the reviewers agree, as the lead", Group.LOOK, ("home",), 6),
    Key("open_claims", ("enter",), "claims", "the claims on which reviewers part so, to open one", Group.LOOK,
        ("agreement",), 1),
    Key("next_facet", ("f",), "facet", "the next facet of the scheme", Group.LOOK, ("agreement",), 3),
    Key("whole_report", ("r",), "report", "the whole report, to read", Group.LOOK, ("agreement",), 2),
    Key("take_in", ("i",), "import", "take in a file: an article, claims, a whole project", Group.LOOK, ("home",), 4),
    Key("open_recent", (), "open", "open the lately used project with that number", Group.LOOK, ("home",), 22, "1 … 9"),
    Key("keep_name", ("k",), "keep name", "keep your name in the config file, so that it is not asked for again",
        Group.LOOK, ("home",), 5),
    Key("mark", ("m",), "mark", "mark a new claim", Group.SPAN, ("review",), 8),
    Key("bounds", ("b",), "bounds", "adjust the bounds of this claim", Group.SPAN, ("review",), 14),
    Key("keep", ("enter",), "keep", "keep the span", Group.SPAN, ("span",), 1),
    Key("close", ("escape",), "leave", "leave all as it was", Group.SPAN, ("span",), 2),
    Key("turn", ("tab",), "end", "move the other end; from the whole span, its end", Group.SPAN, ("span",), 3),
    Key("by_word(1)", ("w", "ctrl+right"), "word", "on by a word", Group.SPAN, ("span",), 4),
    Key("by_word(-1)", ("b", "ctrl+left"), "word back", "back by a word", Group.SPAN, ("span",)),
    Key("by_character(1)", ("right",), "letter", "on by a character", Group.SPAN, ("span",), 5),
    Key("by_character(-1)", ("left",), "letter back", "back by a character", Group.SPAN, ("span",)),
    Key("by_sentence(1)", ("right_parenthesis", "right_square_bracket"), "sentence", "on by a sentence",
        Group.SPAN, ("span",), 6),
    Key("by_sentence(-1)", ("left_parenthesis", "left_square_bracket"), "sentence back", "back by a sentence",
        Group.SPAN, ("span",)),
    Key("by_paragraph(1)", ("p", "ctrl+down", "right_curly_bracket"), "paragraph", "on by a paragraph",
        Group.SPAN, ("span",), 7),
    Key("by_paragraph(-1)", ("P", "ctrl+up", "left_curly_bracket"), "paragraph back", "back by a paragraph",
        Group.SPAN, ("span",)),
    Key("by_line(1)", ("down",), "line", "down by a line of the screen", Group.SPAN, ("span",), 8),
    Key("by_line(-1)", ("up",), "line up", "up by a line of the screen", Group.SPAN, ("span",)),
    Key("save", ("ctrl+s",), "save", "save and go on", Group.SHEET, ("form", "editor"), 1),
    Key("close", ("escape",), "close, typed is kept", "close; what was typed is kept",
        Group.SHEET, ("form", "editor"), 2),
    Key("next_field", ("enter",), "next field", "the next field of a form", Group.SHEET, ("form",), 3, "Enter, Tab"),
    Key("enter_name", ("enter",), "go on", "go on under that name, or without one as the lead", Group.SHEET,
        ("welcome",), 1),
    Key("take", ("enter",), "take it", "take the one that is marked", Group.SHEET, ("choice", "founding"), 1),
    Key("leave", ("escape",), "leave", "leave; nothing was made", Group.SHEET, ("welcome", "founding"), 2),
    Key("enter_line", ("enter",), "go on", "do what was typed", Group.SHEET, ("line",), 1),
    Key("close", ("escape",), "leave", "leave the line", Group.SHEET, ("line",), 2),
    Key("untrack", ("ctrl+t",), "drop tracking", "take tracking parameters out of the address", Group.SHEET,
        ("form",), 4),
    Key("move(-1)", ("up",), "up", "the one above", Group.SHEET, LISTS),
    Key("move(1)", ("down",), "down", "the one below", Group.SHEET, LISTS),
    Key("change", ("enter",), "change", "change the piece that is marked", Group.SHEET, ("pieces",), 2),
    Key("add", ("e", "a"), "add", "add a piece of evidence", Group.SHEET, ("pieces",), 1),
    Key("add_passage", ("slash",), "passage", "add a passage of a document", Group.SHEET, ("pieces",), 5),
    Key("reuse", ("E",), "reuse", "reuse evidence from an earlier claim", Group.SHEET, ("pieces",), 6),
    Key("shift(1)", ("J", "ctrl+down"), "later", "put it behind the next one", Group.SHEET, ("pieces",), 7, "J"),
    Key("shift(-1)", ("K", "ctrl+up"), "sooner", "put it before the one above", Group.SHEET, ("pieces",), 8, "K"),
    Key("remove", ("x", "delete"), "remove", "remove the piece that is marked", Group.SHEET, ("pieces",), 3, "x"),
    Key("undo", ("u",), "undo", "undo what was last done to the list", Group.SHEET, ("pieces",), 9),
    Key("close", ("escape", "q"), "close", "back to the claim", Group.SHEET, ("pieces",), 4, "Esc"),
    Key("move_page(-1)", ("pageup",), "page up", "a page of passages up", Group.SHEET, ("search",)),
    Key("move_page(1)", ("pagedown",), "page down", "a page of passages down", Group.SHEET, ("search",)),
    Key("look", ("enter",), "look", "open the document at the passage", Group.SHEET, ("search",), 1),
    Key("close", ("escape",), "back", "back to the claim", Group.SHEET, ("search",), 2),
    Key("close", ("escape",), "leave", "leave the list", Group.SHEET, ("choice",), 2),
    Key("accept", ("enter",), "open as evidence", "open what was pasted as evidence", Group.SHEET, ("paste",), 1),
    Key("act", ("ctrl+k",), "they were keys", "let them act as keys, one by one; a slow line had brought them together",
        Group.SHEET, ("paste",), 3),
    Key("close", ("escape",), "let it go", "let what was pasted go", Group.SHEET, ("paste",), 2),
    Key("close", ("escape", "l", "q"), "back", "back to where the list was opened", Group.SHEET, ("queue",), 8, "Esc"),
    Key("close", ("escape", "m", "q"), "back", "back to the home screen", Group.SHEET, ("agreement",), 4, "Esc"),
    Key("close", ("escape", "q"), "close", "close", Group.SHEET, ("reading",), 1, "Esc"),
    Key("help", ("question_mark",), "help", "this help", Group.PROGRAM, HELPED, 20),
    Key("app.palette", ("ctrl+p",), "palette", "every action, by name; the theme", Group.PROGRAM, ENTERED),
    Key("app.suspend_process", ("ctrl+z",), "suspend", "back to the shell for a while; fg returns", Group.PROGRAM,
        (*SCREENS, "agreement", "founding")),
    Key("app.quit", ("q",), "quit", "quit; everything is saved already", Group.PROGRAM, ENTERED, 21),
)
# fmt: on

UNSHIFTED_DIGITS = dict(zip("&é\"'(-è_çà", "1234567890", strict=True))
"""The digit row of a French keyboard without Shift."""

_SIGNS = {
    "question_mark": "?",
    "slash": "/",
    "number_sign": "#",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}
NAMES = {
    **_SIGNS,
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
}


def named(key: str) -> str:
    """A key of that name as a person reads it."""
    return NAMES.get(key, key)


def keys_of(scene: Scene, remapped: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Key, ...]:
    """What keys do in a scene, in the order of the table; `remapped` gives other keys for actions."""
    wanted = remapped or {}
    found = (key for key in TABLE if scene in key.scenes)
    return tuple(replace(key, keys=wanted[key.action], written="") if key.action in wanted else key for key in found)


def key_of(scene: Scene, action: str, remapped: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """The key to press for an action, as a person reads it: the one of the scene, else that of where it works."""
    here = [key for key in keys_of(scene, remapped) if key.action == action]
    others = (key for other in get_args(Scene) for key in keys_of(other, remapped) if key.action == action)
    found = here[0] if here else next(others)
    return found.first


def characters(keys: Iterable[Key]) -> frozenset[str]:
    """The single characters among the keys, label keys aside."""
    names = (_TYPED.get(name, name) for key in keys for name in key.keys)
    return frozenset(name for name in names if len(name) == 1)


_TYPED = {**_SIGNS, "space": " "}
