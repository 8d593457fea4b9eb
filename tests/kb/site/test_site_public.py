"""A site for strangers shows no page it should not and refuses what is not safe."""

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from kb.errors import KbError
from kb.site.serve import PUBLIC_SETTINGS, datasette_for, serve, settings_from, unsafe


def test_a_public_site_withholds_them_too(folder: Path) -> None:
    path = "/-/evidence/platforms:济南市/城市大脑:paper-2021:1.png"
    sizes = [
        Image.open(
            io.BytesIO(asyncio.run(datasette_for(folder / "whitepapers.db", public=public).client.get(path)).content)
        ).size
        for public in (False, True)
    ]
    assert sizes[0][0] == 1190
    assert sizes[1] == (900, 240)


UNSAFE = [
    ({"sql_time_limit_ms": 60_000}, {}, "sql_time_limit_ms"),
    ({"max_returned_rows": 0}, {}, "max_returned_rows"),
    ({"max_csv_mb": 0}, {}, "max_csv_mb"),
    ({"trace_debug": True}, {}, "trace_debug"),
    ({}, {"databases": {"whitepapers": {"queries": {"add": {"sql": "insert", "write": True}}}}}, "writes"),
    ({}, {"plugins": {"whitepaper-kb": {"papers": "/etc"}}}, "outside"),
    ({}, {"plugins": {"whitepaper-kb": {"papers": ["corpus", "../secret"]}}}, "outside"),
]


@pytest.mark.parametrize(
    ("settings", "metadata", "said"), UNSAFE, ids=[said for _, _, said in UNSAFE[:5]] + ["absolute", "up"]
)
def test_public_refuses_what_is_not_safe(
    base: Path, settings: dict[str, Any], metadata: dict[str, Any], said: str
) -> None:
    (base.parent / "metadata.yml").write_text(yaml.safe_dump({"title": "x", **metadata}))
    with pytest.raises(KbError, match=f"--public.*{said}"):
        serve(base, public=True, settings=settings)


def test_public_as_it_comes_is_safe(base: Path) -> None:
    assert unsafe(datasette_for(base, public=True)) == []
    assert PUBLIC_SETTINGS["sql_time_limit_ms"] < 2000


def test_settings_are_typed(base: Path) -> None:
    typed = settings_from([("sql_time_limit_ms", "500"), ("trace_debug", "on"), ("base_url", "/kb/")])
    assert typed == {"sql_time_limit_ms": 500, "trace_debug": True, "base_url": "/kb/"}
    for name, value in (("none", "1"), ("trace_debug", "perhaps"), ("sql_time_limit_ms", "-1")):
        with pytest.raises(KbError, match=name):
            settings_from([(name, value)])
