"""An agreement report told as one HTML file."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.report.given import BALLOTS, HOSTILE, LABELS, THREE, Ballots, facts_of, hostile_facts

from annotate import report
from annotate.domain import printable
from annotate.report import agreement_html

VOID = {"meta", "circle", "line"}
OUTWARD = ("src", "srcset", "action", "data", "background", "poster", "style", "xlink:href")
STYLE = Path(report.__file__).with_name("report.css").read_text(encoding="utf-8")


class Page(HTMLParser):
    """What stands on a page: its tags in order with their attributes, its words, and the cells of each table's rows."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.tables: list[list[list[str]]] = []
        self._open: list[str] = []
        self.feed(told)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if {"td", "th"} & set(self._open):
            self.tables[-1][-1][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def check(page: Page) -> None:
    """What holds of every report."""
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "iframe", "object", "embed", "img", "link", "base", "form", "input"}
    attributes = [item for _, found in page.tags for item in found.items()]
    assert not [name for name, _ in attributes if name in OUTWARD or name.startswith("on")]
    ids = [value for name, value in attributes if name == "id"]
    assert len(ids) == len(set(ids))
    named = [value for name, value in attributes if name == "aria-labelledby"]
    led_to = [link["href"].removeprefix("#") for link in page.all("a")] + " ".join(named).split()
    assert set(led_to) <= set(ids)
    for table in page.tables:
        assert len({len(row) for row in table}) == 1
    assert all(heading["scope"] in ("col", "row") for heading in page.all("th"))


def test_the_page_is_well_formed_names_its_language_and_leads_nowhere_outside() -> None:
    told = agreement_html(facts_of(THREE, LABELS, skipped=2))
    page = Page(told)
    check(page)
    assert told.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.all("meta")[0] == {"charset": "utf-8"}
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in page.all("meta")
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_the_policy_of_the_page_allows_its_own_style_and_nothing_else() -> None:
    policy = next(meta["content"] for meta in Page(agreement_html(facts_of(THREE))).all("meta") if "http-equiv" in meta)
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'", policy
    )


def test_every_number_stands_in_a_table_with_its_units_and_its_source() -> None:
    page = Page(agreement_html(facts_of(THREE, LABELS)))
    assert page.tables[0][:3] == [
        ["Coefficient", "Weights", "Units", "Value", "95 % interval", "Source"],
        ["Percent agreement", "identity", "3", "0.778", "0.014 to 0.999", "[2]"],
        ["Krippendorff's alpha", "nominal", "3", "0.562", "-0.995 to 1.000", "[3]"],
    ]
    sources = "".join(page.words).partition("Sources")[2]
    assert "Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability" in sources


def test_a_picture_says_what_it_is_and_its_table_follows() -> None:
    page = Page(agreement_html(facts_of(THREE, LABELS)))
    (drawn,) = [place for place, (tag, _) in enumerate(page.tags) if tag == "svg"]
    assert page.tags[drawn][1]["role"] == "img"
    assert [tag for tag, _ in page.tags[drawn + 1 : drawn + 3]] == ["title", "desc"]
    later = [tag for tag, _ in page.tags[drawn:]]
    assert "table" in later
    assert len(page.all("circle")) == len(page.tables[0]) - 1


def test_a_coefficient_without_a_value_has_no_mark() -> None:
    page = Page(agreement_html(facts_of([{"ada": "a", "ben": "a"}])))
    assert [row[3] for row in page.tables[0]].count("undefined") == len(page.tables[0]) - 2
    assert len(page.all("circle")) == 1


def test_the_shades_of_a_heat_map_follow_its_numbers() -> None:
    page = Page(agreement_html(facts_of(THREE, LABELS)))
    shades = [one["class"] for one in page.all("td") if " h" in one.get("class", "")]
    # ada with ben .400, with cleo .000; ben with ada .667, with cleo 1.000; cleo with ada .500, with ben 1.000
    assert shades[-6:] == ["n h4", "n h0", "n h7", "n h10", "n h5", "n h10"]
    # Where one says true another does in two of three pairs, and says false in the third.
    assert shades[:4] == ["n h7", "n h0", "n h3", "n h0"]


def test_whatever_people_call_their_labels_is_shown_and_never_obeyed() -> None:
    page = Page(agreement_html(hostile_facts()))
    check(page)
    shown = {row[0] for table in page.tables for row in table}
    assert {printable(name) for name in HOSTILE} <= shown


@settings(max_examples=20)
@given(BALLOTS)
def test_every_page_is_well_formed(ballots: Ballots) -> None:
    check(Page(agreement_html(facts_of(ballots, skipped=1))))


def test_the_same_facts_give_the_same_page() -> None:
    assert agreement_html(facts_of(THREE)) == agreement_html(facts_of(THREE))


def colours(block: str) -> dict[str, tuple[float, float, float]]:
    """Name → red, green and blue from 0 to 1, of the colours that a block of the style sheet names."""
    found = dict(re.findall(r"--(\w+): #(\w+)", block))
    told = {name: "".join(2 * digit for digit in word) if len(word) == 3 else word for name, word in found.items()}
    named = {name: tuple(int(word[at : at + 2], 16) / 255 for at in (0, 2, 4)) for name, word in told.items()}
    (heat,) = re.findall(r"--heat: (\d+) (\d+) (\d+)", block)
    return {**named, "heat": tuple(int(part) / 255 for part in heat)}  # type: ignore[dict-item]


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast of two colours by the rule of WCAG 2.2."""
    lights = sorted(map(luminance, (one, other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: tuple[float, ...]) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_words_stand_out_from_their_ground_in_every_scheme(scheme: int) -> None:
    block = re.findall(r":root {([^}]*)}", STYLE)[scheme]
    named = colours(block)
    hottest = tuple(0.45 * heat + 0.55 * paper for heat, paper in zip(named["heat"], named["paper"], strict=True))
    for ink in ("ink", "quiet", "accent"):
        assert contrast(named[ink], named["paper"]) >= 4.5
    assert contrast(named["ink"], hottest) >= 4.5


def test_the_shades_grow_darker_step_by_step() -> None:
    depths = [float(depth) for depth in re.findall(r"\.h\d+ { background: rgb\(var\(--heat\) / ([\d.]+)\)", STYLE)]
    assert all(less < more for less, more in pairwise(depths))
