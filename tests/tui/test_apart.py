"""Work done apart from the screen."""

import asyncio
import threading

import pytest

from annotate.errors import Unusable
from annotate.tui.apart import apart


async def test_it_is_done_in_another_thread_while_this_one_goes_on() -> None:
    begun, done = threading.Event(), threading.Event()

    def work() -> int:
        begun.set()
        assert done.wait(10)
        return threading.get_ident()

    task = asyncio.create_task(apart(work))
    while not begun.is_set():
        await asyncio.sleep(0)
    done.set()
    assert await task != threading.get_ident()


@pytest.mark.parametrize("error", [Unusable("The disk is full."), ZeroDivisionError()])
async def test_what_it_raises_is_raised_where_it_is_awaited(error: Exception) -> None:
    def work() -> None:
        raise error

    with pytest.raises(type(error)):
        await apart(work)


async def test_nobody_waits_for_what_is_not_wanted_any_more() -> None:
    begun, held, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        held.wait(30)
        ended.set()

    task = asyncio.create_task(apart(work))
    while not begun.is_set():
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not ended.is_set()
    held.set()
    assert ended.wait(30)
