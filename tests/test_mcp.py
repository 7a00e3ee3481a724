"""The tools for assistants, asked by the SDK's own client over the streams of a process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import jsonschema
import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

from calctool.cli.assistants.answering import Outcome, Settings, called
from calctool.cli.assistants.tools import NAMES, tools
from calctool.commands import ANSWERED, command
from calctool.run import staying
from calctool.run.child import Bounds
from conftest import PATIENCE

pytestmark = pytest.mark.filterwarnings("ignore")

SERVER = StdioServerParameters(command=sys.executable, args=["-m", "calctool", "mcp"])


def with_client(work: Callable[[ClientSession], Awaitable[None]], *options: str) -> None:
    async def main() -> None:
        server = SERVER.model_copy(update={"args": [*SERVER.args, *options]})
        async with stdio_client(server) as streams, ClientSession(*streams) as client:
            await client.initialize()
            await work(client)

    anyio.run(main)


# --- over the protocol --------------------------------------------------------------------------


def test_a_client_asks_every_tool() -> None:
    questions: dict[str, dict[str, Any]] = {
        "diff": {"expr": "x^2*sin(x)", "at": 1},
        "limit-def": {"expr": "(2-y)^2"},
        "table": {"expr": "x*exp(-x)", "domain": "[0, oo)"},
        "critical": {"expr": "x^4+y^4-4*x*y+1"},
        "lagrange": {"expr": "x+y", "subject_to": ["x^2+y^2=1"]},
        "check": {"question": "diff", "expr": "x^3*cos(x)", "answer": "-3*x^2*sin(x)"},
        "read": {"expr": r"\frac{x}{2}"},
    }

    async def ask(client: ClientSession) -> None:
        listed = (await client.list_tools()).tools
        assert tuple(tool.name for tool in listed) == NAMES == tuple(questions)
        for tool in listed:
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)
            jsonschema.validate(questions[tool.name], tool.input_schema)
            found = await client.call_tool(tool.name, questions[tool.name])
            assert not found.is_error
            jsonschema.validate(found.structured_content, tool.output_schema)
            assert "steps" not in found.structured_content
            (page,) = found.content
            assert page.text
        found = await client.call_tool("critical", questions["critical"])
        short = found.structured_content
        assert short["completeness"]["state"] == "complete"
        assert [point["kind"] for point in short["result"]["points"]].count("saddle") == 1
        longer = await client.call_tool("diff", {"expr": "x^2*sin(x)", "steps": True})
        assert longer.structured_content["steps"][0]["rule"] == "product"
        assert "Derivation" in longer.content[0].text

    with_client(ask)


def test_errors_are_errors_of_the_tool_and_the_next_call_is_answered() -> None:
    async def ask(client: ClientSession) -> None:
        for name, given, id in (
            ("diff", {"expr": "1/(1+sigm(x))"}, "syntax.unknown-function"),
            ("diff", {"expr": "x" * 10_000_000}, "request.too-long"),
            ("diff", {}, "batch.missing-key"),
            ("nothing", {}, "usage.unknown-command"),
        ):
            found = await client.call_tool(name, given)
            assert found.is_error
            assert f"[{id}]" in found.content[0].text
        found = await client.call_tool("diff", {"expr": "x^2"})
        assert "f′(x) = 2x" in found.content[0].text

    with_client(ask)


def test_questions_are_asked_side_by_side_within_the_bounds_of_the_server() -> None:
    endless = {"expr": "sin(x*y)*exp(x-y^3)*cos(x+y)+x*y*cos(x*y)", "timeout": 1000}

    async def ask(client: ClientSession) -> None:
        statuses: list[str] = []

        async def one(given: dict[str, Any]) -> None:
            found = await client.call_tool("critical", given)
            statuses.append(found.structured_content["status"])

        async with anyio.create_task_group() as group:
            for given in (endless, {"expr": "x^2+y^2"}, endless):
                group.start_soon(one, given)
        assert statuses.count("complete") == 1
        assert set(statuses) <= {"complete", "partial", "stopped"}

    with_client(ask, "--timeout", "2")


def test_a_server_ends_with_its_client_and_says_nothing_else() -> None:
    hello = {
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18", "capabilities": {},
            "clientInfo": {"name": "test", "version": "0"},
        },
    }  # fmt: skip
    lines = [json.dumps(hello), "no json at all", '{"jsonrpc": "2.0"}', "[" * 10_000]
    done = subprocess.run(
        [SERVER.command, *SERVER.args], input="\n".join(lines) + "\n", capture_output=True,
        encoding="utf-8", timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[0]["result"]["serverInfo"]["name"] == "calctool"


# --- what comes of a call -----------------------------------------------------------------------

HOSTILE: list[dict[str, Any]] = [
    {"expr": 5},
    {"expr": None},
    {"expr": ["x"]},
    {"expr": "x", "wrt": 1},
    {"expr": "x", "wrt": ["x"] * 100_000},
    {"expr": "x", "lang": "de"},
    {"expr": "x", "timeout": -1},
    {"expr": "x", "digits": 10**9},
    {"expr": "x", "steps": "yes", "tree": "yes"},
    {"expr": "x", "command": "lagrange"},
    {"expr": "x", "id": 1},
    {"expr": "x", "output": "elsewhere"},
    {"expr": "9**9**9**9*x"},
    {"expr": "(" * 5000},
    {"expr": "__import__('os').system('true')"},
    {"expr": "\x1b[2Jx"},
    {"expr": "x\x00"},
    {"": ""},
    {"expr": "x", "where": {"a": 1}},
]


@pytest.fixture(autouse=True, scope="module")
def _nothing_stays() -> Any:
    yield
    staying.close()


def call(name: str, given: Any) -> Outcome:
    return called(name, given, Settings(Bounds(timeout=PATIENCE)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("given", HOSTILE, ids=lambda given: repr(given)[:40])
def test_no_request_harms(name: str, given: dict[str, Any]) -> None:
    found = call(name, given)
    assert "internal.fault" not in found.text
    assert "\x1b" not in found.text
    assert found.structured is None


def test_a_nested_request_is_refused() -> None:
    deep: Any = "x"
    for _ in range(100_000):
        deep = [deep]
    assert "request.too-long" in call("diff", {"expr": deep}).text


def test_the_language_is_that_of_the_request() -> None:
    assert "答案" in call("diff", {"expr": "x^2", "lang": "zh"}).text
    assert "错误" in call("diff", {"expr": "x^", "lang": "zh"}).text


@pytest.mark.parametrize("tool", tools(), ids=lambda tool: tool.name)
def test_a_tool_takes_the_options_of_its_command(tool: Any) -> None:
    taken = set(tool.takes["properties"])
    if tool.name in ANSWERED:
        assert set(command(tool.name).keys) <= taken
    assert all("description" in each for each in tool.takes["properties"].values())
    assert tool.takes["type"] == tool.gives["type"] == "object"
    assert set(tool.takes["required"]) <= taken
