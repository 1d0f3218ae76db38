"""A forest plot, in characters and as SVG."""

import re
from xml.etree import ElementTree

from annotate.report.forest_svg import forest_svg
from annotate.report.forest_text import forest_lines
from annotate.report.sections import Forest, Mark

FOREST = Forest((Mark("alpha", 0.5, 0.25, 0.75), Mark("a <b>", 1.0), Mark("none", None)))


def test_a_value_stands_on_the_scale_with_its_interval() -> None:
    assert list(forest_lines(FOREST, 41)) == [
        "0       .2      .4      .6      .8      1",
        "·       · ├─────────●─────────┤ ·       ·",
        "·       ·       ·       ·       ·       ●",
        "·       ·       ·       ·       ·       ·",
    ]


def test_a_scale_begins_where_the_lowest_end_is() -> None:
    forest = Forest((Mark("low", -0.1, -0.35, 0.15),))
    assert (forest.floor, forest.ticks[0], forest.along(-0.4), forest.along(1.0)) == (-0.4, -0.4, 0.0, 1.0)
    scale, line = forest_lines(forest, 36)
    assert scale.split() == ["-.4", "-.2", "0", ".2", ".4", ".6", ".8", "1"]
    assert (line.index("├"), line.index("●"), line.index("┤")) == (1, 8, 14)


def test_what_lies_beyond_the_scale_stands_at_its_end() -> None:
    _, line = forest_lines(Forest((Mark("high", 0.95, 0.9, 1.2),)), 41)
    assert line.endswith("├─●─┤")


def test_no_plot_is_drawn_where_there_is_no_room() -> None:
    assert not list(forest_lines(FOREST, 20))


def test_the_picture_has_a_bar_for_an_interval_and_a_dot_for_a_value() -> None:
    drawn = ElementTree.fromstring("".join(forest_svg(FOREST, "plot", "Some & more")))
    assert drawn.findtext("title") == "Some & more"
    assert "a line for its interval" in (drawn.findtext("desc") or "")
    assert [dot.get("cx") for dot in drawn.findall("circle")] == ["50.00%", "100.00%"]
    bars = [(bar.get("x1"), bar.get("x2")) for bar in drawn.findall("line") if bar.get("class") == "bar"]
    assert bars == [("25.00%", "75.00%"), ("25.00%", "25.00%"), ("75.00%", "75.00%")]
    words = [text.text for text in drawn.findall("text") if text.get("class") is None]
    assert words == ["alpha", "0.500 (0.250 to 0.750)", "a <b>", "1.000", "none", "undefined"]


def test_the_picture_is_high_enough_for_its_marks() -> None:
    told = "".join(forest_svg(FOREST, "plot", ""))
    height = int(re.findall(r' height="(\d+)"', told)[0])
    assert max(int(at) for at in re.findall(r' (?:y|cy)="(\d+)"', told)) < height
