"""`calctool schema`: the JSON Schema of the answers."""

from calctool.cli.options import Settings, with_settings
from calctool.cli.page import Page


def _schema(settings: Settings) -> Page:
    import json

    from calctool.render import wire

    return Page(json.dumps(wire.schema(), indent=2) + "\n", settings.output)


schema = with_settings(_schema, only={"output"}, formats=("json",))
