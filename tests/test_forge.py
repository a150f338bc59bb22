"""Where a file is made and changed, from what mkdocs.yml says about the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import make_site
from sociale_kaart.forge import Forge, folder_in_repository, forge_of

PAD, TEKST = "velp/de-poort.yml", "naam%3A%20De%20Poort"


def filled(template: str) -> str:
    """As the browser fills it in."""
    return template.replace("{pad}", PAD).replace("{tekst}", TEKST)


@pytest.mark.parametrize(
    ("repo_url", "name", "new", "change"),
    [
        (
            "https://github.com/gemeente/kaart",
            "GitHub",
            f"https://github.com/gemeente/kaart/new/main?filename=initiatives/{PAD}&value={TEKST}",
            f"https://github.com/gemeente/kaart/edit/main/initiatives/{PAD}",
        ),
        (
            "https://gitlab.com/gemeente/zorg/kaart.git",
            "GitLab",
            f"https://gitlab.com/gemeente/zorg/kaart/-/new/main?file_name=initiatives/{PAD}",
            f"https://gitlab.com/gemeente/zorg/kaart/-/edit/main/initiatives/{PAD}",
        ),
        (
            "https://codeberg.org/gemeente/kaart/",
            "Codeberg",
            f"https://codeberg.org/gemeente/kaart/_new/main/?filename=initiatives/{PAD}&value={TEKST}",
            f"https://codeberg.org/gemeente/kaart/_edit/main/initiatives/{PAD}",
        ),
    ],
)
def test_the_pages_of_a_forge(repo_url: str, name: str, new: str, change: str) -> None:
    forge = forge_of(repo_url, None, "initiatives")
    assert forge is not None
    assert (forge.naam, filled(forge.nieuw), filled(forge.wijzig)) == (name, new, change)


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "begin"),
    [
        ("https://gitlab.rheden.example/kaart/kaart", None, "https://gitlab.rheden.example/kaart/kaart/-/edit/main/"),
        ("https://forgejo.rheden.example:8443/a/b", None, "https://forgejo.rheden.example:8443/a/b/_edit/main/"),
        ("https://github.com/a/b", "edit/trunk/docs/", "https://github.com/a/b/edit/trunk/"),
        ("https://github.com/a/b", "https://github.com/a/b/edit/trunk/docs/", "https://github.com/a/b/edit/trunk/"),
        ("https://code.rheden.example/a/b", "-/edit/trunk/docs", "https://code.rheden.example/a/b/-/edit/trunk/"),
        ("https://code.rheden.example/a/b", "_edit/main/docs/", "https://code.rheden.example/a/b/_edit/main/"),
    ],
)  # fmt: skip
def test_a_host_of_ones_own_and_another_branch(repo_url: str, edit_uri: str | None, begin: str) -> None:
    forge = forge_of(repo_url, edit_uri, "initiatives")
    assert forge is not None
    assert forge.wijzig == begin + "initiatives/{pad}"


@pytest.mark.parametrize(
    "repo_url",
    [
        None, "", "git@github.com:a/b.git", "ssh://git@github.com/a/b", "javascript:alert(1)//github.com/a/b",
        "https://code.rheden.example/a/b", "https://github.com/", "https://[github.com/a/b", "https://github.com:x/a/b",
    ],
)  # fmt: skip
def test_an_address_that_is_of_no_forge_that_we_know(repo_url: str | None) -> None:
    assert forge_of(repo_url, None, "initiatives") is None


def test_nothing_in_the_settings_steers_the_address() -> None:
    forge = forge_of('https://user:secret@github.com/a/{tekst}"><b>', "edit/<b>{pad}/docs", "onze {pad} & co")
    assert forge is not None
    assert forge.wijzig == "https://github.com/a/%7Btekst%7D%22%3E%3Cb%3E/edit/%3Cb%3E%7Bpad%7D/onze%20%7Bpad%7D%20%26%20co/{pad}"  # fmt: skip


def test_only_gitlab_does_not_take_the_text_over() -> None:
    takes = {
        host: forge.neemt_tekst
        for host in ("github.com", "gitlab.com", "codeberg.org")
        if (forge := forge_of(f"https://{host}/a/b", None, ""))
    }
    assert takes == {"github.com": True, "gitlab.com": False, "codeberg.org": True}


def test_the_folder_is_seen_from_the_root_of_the_checkout(tmp_path: Path) -> None:
    site = tmp_path / "sites" / "rheden"
    (site / "initiatives").mkdir(parents=True)

    assert folder_in_repository(site / "initiatives", site) == "initiatives"  # no checkout: a download
    assert folder_in_repository(tmp_path, site) is None

    (tmp_path / ".git").write_text("gitdir: elsewhere\n")  # of a worktree
    assert folder_in_repository(site / "initiatives", site) == "sites/rheden/initiatives"
    assert folder_in_repository(tmp_path, site) == ""


def test_a_site_knows_its_forge_and_its_branch_is_main(tmp_path: Path) -> None:
    """MkDocs itself thinks that it is master."""
    from mkdocs.config import load_config

    from sociale_kaart import plugin

    make_site(tmp_path, repo_url="https://github.com/a/b")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    forge = plugin._forge(config, tmp_path / "initiatives")
    assert config.edit_uri == "edit/master/docs/"
    assert isinstance(forge, Forge)
    assert forge.wijzig == "https://github.com/a/b/edit/main/initiatives/{pad}"
