"""What mkdocs.yml says for the commands, read without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from sociale_kaart.cli import main
from sociale_kaart.settings import Settings, SettingsError, read_settings


def settings_from(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_settings_that_are_not_written_have_their_default(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "mkdocs.yml")
    assert (settings.initiatives, settings.tiles, settings.examples) == (
        tmp_path / "initiatives",
        "direct",
        True,
    )
    assert settings_from(tmp_path, "plugins: [search, sociale-kaart]\n") == settings
    assert settings_from(tmp_path, "site_name: X\nplugins:\n  - sociale-kaart:\n") == settings
    assert settings_from(tmp_path, "") == settings


def test_settings_are_read_beside_tags_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAART_TEGELS", "none")
    (tmp_path / "mkdocs.yml").write_text(
        "markdown_extensions:\n  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}\n"
        "plugins:\n  search: {}\n  sociale-kaart:\n    initiatives: kaart\n    examples: false\n"
        "    tiles: !ENV [KAART_TEGELS, direct]\n    geocoder_url: https://voorbeeld.example\n",
        encoding="utf-8",
    )
    settings = read_settings(tmp_path / "mkdocs.yml")
    assert (settings.initiatives, settings.tiles, settings.examples) == (tmp_path / "kaart", "none", False)
    assert settings.geocoder_url == "https://voorbeeld.example"


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [",
        "a: 2026-13-45\n",
        'a: !!int ""\n',
        "\udc00",
        "plugins:\n  - sociale-kaart: 3\n",
        "plugins:\n  - sociale-kaart: {tiles: soms}\n",
        "plugins:\n  - sociale-kaart: {examples: misschien}\n",
        "plugins:\n  - sociale-kaart: {initiatives: [a]}\n",
        'plugins:\n  - sociale-kaart: {initiatives: "a\\0b"}\n',
    ],
)
def test_an_mkdocs_yml_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert main(["check"]) == 2
    with pytest.raises(SettingsError, match=r"mkdocs\.yml"):
        read_settings(Path("mkdocs.yml"))
    assert capsys.readouterr().err.count("\n") == 1
