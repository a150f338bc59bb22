"""Contributors' Markdown becomes HTML that cannot do anything."""

from __future__ import annotations

import re

import pytest

from sociale_kaart.pages.tekst import (
    from_markdown,
    hoofdletter,
    kleine_letter,
    meervoud,
    met_punt,
    zonder_schema,
)


def test_paragraphs_lists_and_emphasis() -> None:
    assert from_markdown("Koffie en **thee**.\n\n- een\n- twee\n") == (
        "<p>Koffie en <strong>thee</strong>.</p>\n<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<script>window.x=1</script>",
        "<img src=x onerror=window.x=1>",
        "<div>\n\n<iframe src=x></iframe>\n\n</div>",
        "<a href='javascript:x'>klik</a>",
        "<!-- weg -->",
    ],
)
def test_html_is_shown_as_text(html: str) -> None:
    shown = from_markdown(html)

    assert set(re.findall(r"<(\w+)", shown)) == {"p"}
    assert re.sub(r"\s+", "", shown.striptags()) == re.sub(r"\s+", "", html)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
    ],
)
def test_an_address_that_could_run_is_no_link(address: str) -> None:
    assert "<a href" not in from_markdown(f"[klik]({address}) en <{address}>\n\n[ook][1]\n\n[1]: {address}")


@pytest.mark.parametrize(
    "address", ["https://voorbeeld.example/a?b=1", "http://x.example", "mailto:a@x.example", "tel:026"]
)
def test_an_ordinary_address_is_a_link(address: str) -> None:
    assert (
        from_markdown(f"[klik]({address})")
        == f'<p><a href="{address}" rel="nofollow noopener">klik</a></p>\n'
    )


def test_there_are_no_pictures() -> None:
    assert "<img" not in from_markdown("![kat](https://x.example/kat.png)")


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("# Een\n\n## Twee", [3, 4]),
        ("## Twee", [3]),
        ("#### Vier\n\n# Een\n\n### Drie", [3, 3, 4]),
        ("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6", [3, 4, 5, 6, 6, 6]),
        ("Kop\n===\n", [3]),
    ],
)
def test_headings_stand_below_those_of_the_page(written: str, levels: list[int]) -> None:
    html = from_markdown(written)

    assert [int(level) for level in re.findall(r"<h(\d)>", html)] == levels
    assert [int(level) for level in re.findall(r"</h(\d)>", html)] == levels


def test_a_table_stands_in_a_box_that_scrolls() -> None:
    html = from_markdown("| dag | tijd |\n|:---|---:|\n| ma | 10.00 |\n\n`<table>`")

    assert html.count('<div class="tabel" tabindex="0"') == html.count("</table></div>") == 1
    assert '<td style="text-align:right">10.00</td>' in html
    assert "<code>&lt;table&gt;</code>" in html


def test_styles_and_classes_do_not_get_through() -> None:
    assert from_markdown('a <p style="position:fixed" class="kop">b</p>').count("<p>") == 1


def test_words_around_values() -> None:
    assert [meervoud(number, "plek", "plekken") for number in (0, 1, 2)] == [
        "0 plekken",
        "1 plek",
        "2 plekken",
    ]
    assert [met_punt(text) for text in ("Verbouwing", "Vol.", "Echt?")] == ["Verbouwing.", "Vol.", "Echt?"]
    assert [hoofdletter("iJs"), hoofdletter("")] == ["IJs", ""]
    assert [kleine_letter(text) for text in ("Ouderen", "LHBTI-mensen")] == ["ouderen", "LHBTI-mensen"]
    assert zonder_schema("https://www.voorbeeld.example/") == "voorbeeld.example"
