"""A piece of evidence as the fields of a form, and back; what is noticed of it while it is typed. No widget here."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from annotate.domain import Evidence, is_address, iso, precision, printable, same_source, tracking
from annotate.errors import BadInput
from annotate.tui.telling import day
from annotate.tui.walk import Walk
from annotate.tui.widgets.field import tidy
from annotate.work import Uses

Form = Mapping[str, str]
"""Field → what stands in it. `of` is the piece that is changed, `left` a form that is gone on with afterwards; a
passage brings its `document`, `start` and `end`, and `from`, which tells where it stands."""

_NUMBERS = ("start", "end", "set")


def form_of(pasted: str) -> dict[str, str]:
    """A form filled with pasted text: a web address that it begins with, the rest as the quote."""
    text = tidy(pasted).strip()
    first, _, rest = text.partition("\n")
    address, _, beside = first.partition(" ")
    if address.lower().startswith(("http://", "https://")):
        quote = f"{beside}\n{rest}".strip()
        return {"url": address} | ({"quote": quote} if quote else {})
    return {"quote": text}


def with_pasted(form: Form, pasted: str) -> dict[str, str]:
    """A form that was left, with pasted text filled in; what would take a filled field's place goes to the quote."""
    if pasted.strip() and form.get("document"):  # a passage takes no more words
        return beside(form_of(pasted), form)
    filled = dict(form)
    for name, value in form_of(pasted).items() if pasted.strip() else ():
        free = name if name not in filled else "quote"
        filled[free] = f"{filled[free]}\n{value}" if free in filled else value
    return filled


def beside(form: Form, left: Form) -> dict[str, str]:
    """Another form, to be filled before the one that was left."""
    return {**form, "left": json.dumps(dict(left), ensure_ascii=False)} if left else dict(form)


def left_of(form: Form) -> dict[str, str]:
    """The form to go on with when this one is done."""
    left = json.loads(form.get("left", "{}"))
    return {str(name): str(value) for name, value in left.items()}


def form_from(piece: Evidence, where: str = "") -> dict[str, str]:
    """The form that a piece is changed in; `where` tells where a passage stands."""
    values = {name: getattr(piece, name) for name in Evidence.__slots__}
    form = {name: str(value) for name, value in values.items() if value or (piece.document and name == "start")}
    return form | {"of": _written(piece)} | ({"from": where} if where else {})


def changed(form: Form, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence with the form's piece in it: where the one stands that it changes, else at the end."""
    piece = evidence_of(form)
    pieces = list(evidence)
    place = next((place for place, held in enumerate(pieces) if _written(held) == form.get("of")), len(pieces))
    pieces[place : place + 1] = [piece]
    return tuple(pieces)


def is_untouched(form: Form, today: str) -> bool:
    """Whether nothing was typed that would be missed."""
    said = {name: value for name, value in form.items() if name not in ("left", "of", "from")}
    if "of" in form:
        piece = {name: value for name, value in form_from(_read(form["of"])).items() if name != "of"}
        return _in_fields(said) == _in_fields(piece)
    return {name: value for name, value in said.items() if (name, value) != ("retrieved", today)} == {}


def _in_fields(form: Form) -> dict[str, str]:
    """What fields make of it: one kind of line end and no controls, and all but the quote stand on one line."""
    tidied = {name: tidy(value).strip() for name, value in form.items() if value.strip()}
    return {name: value if name == "quote" else " ".join(value.split()) for name, value in tidied.items()}


def faulty(form: Form) -> str:
    """The first field that cannot be what it says; "" where each can."""
    checks = {"url": is_address, "published": _is_date, "archived": is_address, "retrieved": _is_date, "set": _is_set}
    found = (name for name, holds in checks.items() if form.get(name, "").strip() and not holds(form[name].strip()))
    return next(found, "")


def evidence_of(form: Form) -> Evidence:
    """The piece of evidence that a form describes. BadInput where a field cannot be what it says."""
    plain = {name: form.get(name, "").strip() for name in Evidence.__slots__}
    for name in ("published", "retrieved"):
        if plain[name] and not _is_date(plain[name]):
            raise BadInput(f'"{printable(plain[name])}" is no date.', "Write it as 2021, 2021-11 or 2021-11-18.")
    number = plain["set"] or "1"
    if not _is_set(number):
        raise BadInput(f'"{printable(number)}" is no set.', "A set is a number from 1 up.")
    words: dict[str, Any] = {name: value for name, value in plain.items() if name not in _NUMBERS}
    if words["document"]:
        words |= {"quote": form["quote"], "start": int(plain["start"]), "end": int(plain["end"])}
    elif not (words["url"] or words["archived"]):  # what was retrieved from nowhere
        words["retrieved"] = ""
    return Evidence(**words, set=int(number))


def noticed(walk: Walk, form: Form, uses: Uses | None, untrack: str) -> list[str]:
    """Sentences on what a form holds: to be known, never in the way. `untrack` is the key that drops tracking."""
    url, published = form.get("url", "").strip(), form.get("published", "").strip()
    said = []
    following = len(tracking(url))
    if following:
        said.append(f"{following} tracking parameter{'s' * (following > 1)}: {untrack} removes {_them(following)}.")
    if walk.is_late(published):
        said.append(f"Published {day(published)}, after the claim of {day(walk.claimed)}.")
    others = [piece for piece in walk.given().evidence if _written(piece) != form.get("of")]
    if url and same_source(url) in {same_source(piece.url) for piece in others if piece.url}:
        said.append("This claim has this source already.")
    return said + (told_uses(uses) if uses else [])


def told_uses(uses: Uses) -> list[str]:
    """Where the source was given before, in words."""
    said = []
    number = sum(uses.own.values())
    if number:
        stances = {stance: count for stance, count in uses.own.items() if stance}
        ways = ", ".join(f"{_times(count)} as {stance}" for stance, count in stances.items())
        claims = "an earlier claim" if number == 1 else f"{number} earlier claims"
        said.append(f"You gave this source on {claims}{', ' + ways if ways else ''}.")
    if uses.settled:
        claims = "A settled claim rests" if uses.settled == 1 else f"{uses.settled} settled claims rest"
        said.append(f"{claims} on it too.")
    return said


def today(walk: Walk) -> str:
    """The day, by the desk's clock."""
    return iso(walk.desk.now())[:10]


def _is_date(text: str) -> bool:
    return precision(text) is not None


def _is_set(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) > 0


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def _written(piece: Evidence) -> str:
    return json.dumps({name: getattr(piece, name) for name in Evidence.__slots__}, ensure_ascii=False)


def _read(written: str) -> Evidence:
    return Evidence(**json.loads(written))
