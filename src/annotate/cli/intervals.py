"""The options that say which intervals are asked for."""

from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from annotate.agreement import Asked, Terms

F = TypeVar("F", bound=Callable[..., Any])

METHODS = get_args(Asked)


def interval_options(command: F) -> F:
    """--confidence, --interval, --seed and --width."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def terms_of(given: dict[str, Any]) -> Terms:
    """The terms that the options say."""
    return Terms(given["confidence"], given["interval"], given["seed"], given["width"])


def _share(context: click.Context, option: click.Parameter, value: str) -> float:
    """A coverage between 0 and 1, neither of which an interval can have."""
    try:
        share = float(value)
    except ValueError:
        share = 0.0
    if not 0 < share < 1:
        hint = f" Did you mean {float(value) / 100:g}?" if _is_percent(value) else ""
        raise click.BadParameter(f"{value} is no share between 0 and 1, such as 0.95.{hint}")
    return share


def _is_percent(value: str) -> bool:
    return value.isdecimal() and 1 < int(value) < 100


OPTIONS = (
    click.option(
        "--confidence", default="0.95", show_default=True, callback=_share, metavar="C", help="What intervals cover."
    ),
    click.option(
        "--interval",
        type=click.Choice(METHODS),
        default="auto",
        show_default=True,
        help="How intervals are found; auto: by document where documents hold several claims, else by claim."
        " gwet and krippendorff do as other programs do, for comparison.",
    ),
    click.option(
        "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Of intervals found by resampling."
    ),
    click.option(
        "--width",
        default="0.05",
        show_default=True,
        callback=_share,
        metavar="W",
        help="How closely alpha is to be known, up and down: the report says how many more claims that takes.",
    ),
)
