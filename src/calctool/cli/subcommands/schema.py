"""`calctool schema`: the JSON Schema of the answers."""

from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, with_settings
from calctool.cli.terminal import output


def _schema(settings: Settings) -> Exit:
    import json

    from calctool.render import wire

    output.deliver(json.dumps(wire.schema(), indent=2) + "\n", settings.output)
    return Exit.ANSWERED


schema = with_settings(_schema, only={"output"}, formats=("json",))
