"""The review screen: a document with its claims, and one key a verdict."""

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from annotate.domain import Answer, Label
from annotate.errors import Refusal, Unusable
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.bursts import Burst, typed
from annotate.tui.layout import Mark
from annotate.tui.presses import QUICK, Press, Presses
from annotate.tui.screens.scene import Scene
from annotate.tui.telling import day, sign_of, speakers
from annotate.tui.walk import Walk
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.header_line import HeaderLine, Heading
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.rule_line import RuleLine
from annotate.tui.widgets.side_panel import SidePanel
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.tui.widgets.verdict_bar import VerdictBar
