"""However keys are pressed, held and repeated: one press judges once."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from annotate.tui.presses import DELAY, QUICK, REPEAT, Press, Presses


@dataclass(frozen=True)
class Finger:
    """A key that is pressed after a pause and, where it repeats, held; all in milliseconds."""

    key: str
    pause: int
    delay: int
    every: int
    repeats: int


FINGERS = st.builds(
    Finger,
    key=st.sampled_from("1234"),
    pause=st.integers(round(REPEAT * 1000) + 1, 3000),
    delay=st.integers(round(REPEAT * 1000) + 1, round(DELAY * 1000) - 1),
    every=st.integers(20, round(REPEAT * 1000) - 1),
    repeats=st.one_of(st.just(0), st.integers(2, 60)),  # one repeat alone cannot be told from a second press
)


def stream(fingers: list[Finger]) -> Iterator[tuple[str, float]]:
    """The keys that a terminal sends, with their times in seconds."""
    at = 0
    for finger in fingers:
        at += finger.pause
        yield finger.key, at / 1000
        for number in range(finger.repeats):
            at += finger.delay if number == 0 else finger.every
            yield finger.key, at / 1000


def judged(keys: Iterator[tuple[str, float]]) -> list[str]:
    """What stands when fresh presses judge and those that show as repeats are taken back."""
    presses, standing = Presses(), list[str]()
    for key, at in keys:
        press = presses.of(key, at)
        if press is Press.FRESH:
            standing.append(key)
        elif press is Press.HELD:
            standing.pop()
    return standing


@given(st.lists(FINGERS, max_size=20))
def test_every_press_judges_once_however_long_it_is_held(fingers: list[Finger]) -> None:
    assert judged(stream(fingers)) == [finger.key for finger in fingers]


@given(st.lists(st.tuples(st.sampled_from("1234"), st.integers(0, round(QUICK * 1000) - 1)), min_size=2, max_size=80))
def test_of_a_burst_only_the_first_key_acts(keys: list[tuple[str, int]]) -> None:
    presses, at, acted = Presses(), 0.0, 0
    for key, gap in keys:
        at += gap / 1000
        acted += presses.of(key, at) is Press.FRESH
    assert acted == 1
