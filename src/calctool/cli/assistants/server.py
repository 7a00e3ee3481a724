"""The tools over standard input and output, by the SDK of the protocol."""

from __future__ import annotations

from functools import partial
from typing import Any

import anyio
from anyio import to_thread
from mcp.server import Server
from mcp.server.stdio import stdio_server
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    TextContent,
    Tool,
    ToolAnnotations,
)

from calctool.cli.assistants.answering import Settings, called
from calctool.cli.assistants.tools import tools
from calctool.run import several, staying
from calctool.version import __version__
from calctool.words.doors.assistants import INSTRUCTIONS

_HINTS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def serve(settings: Settings) -> None:
    """Answer until the other side closes its end."""
    staying.begin()
    anyio.run(_serve, settings)


async def _serve(settings: Settings) -> None:
    at_a_time = anyio.CapacityLimiter(several.cores())

    async def listed(_context: Any, _params: Any) -> ListToolsResult:
        return ListToolsResult(
            tools=[
                Tool(
                    name=tool.name,
                    description=tool.description,
                    input_schema=tool.takes,
                    output_schema=tool.gives,
                    annotations=_HINTS,
                )
                for tool in tools()
            ]
        )

    async def call(_context: Any, params: CallToolRequestParams) -> CallToolResult:
        work = partial(called, params.name, params.arguments or {}, settings)
        outcome = await to_thread.run_sync(work, abandon_on_cancel=True, limiter=at_a_time)
        return CallToolResult(
            content=[TextContent(type="text", text=outcome.text)],
            structured_content=outcome.structured,
            is_error=outcome.structured is None,
        )

    server: Server[Any] = Server(
        "calctool",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=listed,
        on_call_tool=call,
    )
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
