"""Work done apart from the screen, so that no key waits for it."""

from asyncio import Future, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

from annotate.errors import Refusal

Result = TypeVar("Result")


async def apart(work: Callable[[], Result]) -> Result:
    """What `work` returns; it runs in a thread of its own, which nobody waits for when the program ends."""
    loop = get_running_loop()
    answer: Future[Result] = loop.create_future()

    def answered(result: Result) -> None:
        if not answer.done():
            answer.set_result(result)

    def refused(refusal: Refusal) -> None:
        if not answer.done():
            answer.set_exception(refusal)

    def run() -> None:
        with suppress(RuntimeError):  # the loop is closed: the program has ended
            try:
                result = work()
            except Refusal as refusal:
                loop.call_soon_threadsafe(refused, refusal)
            else:
                loop.call_soon_threadsafe(answered, result)

    Thread(target=run, daemon=True).start()
    return await answer
