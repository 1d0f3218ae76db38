"""Draw docs/review.svg, the picture of the README, from the running app.

    python tools/picture.py

The sample project is built in a temporary folder, a few claims are judged by keys, and the screen is exported.
"""

import asyncio
import tempfile
from pathlib import Path

from annotate.cli.tour import built
from annotate.settings import Settings
from annotate.tui import AnnotateApp
from annotate.wiring import open_desk

ROOT = Path(__file__).resolve().parent.parent
SIZE = (120, 34)


async def draw(project: Path) -> str:
    """The review screen after two answers, as SVG."""
    settings = Settings(project=str(project), reviewer="zoe")
    app = AnnotateApp(lambda: open_desk(settings), "review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)
        for key in ("1", "2"):
            await pilot.press(key)
            await pilot.pause(0.1)
        return app.export_screenshot(title="annotate")


def main() -> None:
    """Build, draw, write."""
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(draw(built(Path(folder) / "demo")))
    (ROOT / "docs" / "review.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
