"""Work done apart from the screen, so that no key waits for it."""

from asyncio import Future, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def apart(work: Callable[[], Result]) -> Result:
    """What `work` returns, or raises; it runs in a thread of its own, which nobody waits for when the program ends."""
    loop = get_running_loop()
    answer: Future[Result] = loop.create_future()

    def settle(give: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed: the program has ended
            loop.call_soon_threadsafe(lambda: None if answer.done() else give())

    def run() -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  raised again where it is awaited
            raised = error
            settle(lambda: answer.set_exception(raised))
        else:
            settle(lambda: answer.set_result(result))

    Thread(target=run, daemon=True).start()
    return await answer
