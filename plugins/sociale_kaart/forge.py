"""Where on its forge a repository's files are made and changed: the addresses behind "wijzig" and "voeg toe".

The path and the text are filled in by the browser. In every template `{pad}` is the path in the folder of the
initiatives, as it is (`velp/ons-raadhuis.yml`: kebab-case, nothing to encode); `{tekst}` is the content, encoded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from os.path import exists
from pathlib import Path
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Forge:
    """`nieuw` is the page for a new file, `wijzig` the one that opens a file in the forge's editor.

    `nieuw` has no `{tekst}` where the forge does not take one over (GitLab): then the text is pasted there.
    """

    naam: str
    nieuw: str
    wijzig: str

    @property
    def neemt_tekst(self) -> bool:
        return "{tekst}" in self.nieuw


# How each forge writes its addresses: after the repository's own.
# GitHub and Forgejo call both parameters the same; GitLab's editor ignores `content` (its issue 594214).
_PAGES = {
    "GitHub": ("/new/{branch}?filename={folder}{pad}&value={tekst}", "/edit/{branch}/{folder}{pad}"),
    "GitLab": ("/-/new/{branch}?file_name={folder}{pad}", "/-/edit/{branch}/{folder}{pad}"),
    "Forgejo": ("/_new/{branch}/?filename={folder}{pad}&value={tekst}", "/_edit/{branch}/{folder}{pad}"),
}
# A part of the host's name, between dots: gitlab.com, gitlab.gemeente.nl, codeberg.org.
_HOSTS = {
    "github": "GitHub", "gitlab": "GitLab", "codeberg": "Forgejo", "forgejo": "Forgejo", "gitea": "Forgejo",
}  # fmt: skip
_NAMES = {"codeberg.org": "Codeberg"}
# MkDocs' `edit_uri` tells the branch, and of a host with a name of its own also which forge it is.
_EDIT = re.compile(r"(?:^|/)(_edit|-/edit|edit)/([^/?#]+)(?=/|$)")
_EDITORS = {"_edit": "Forgejo", "-/edit": "GitLab", "edit": "GitHub"}


def forge_of(repo_url: str | None, edit_uri: str | None, folder: str | None) -> Forge | None:
    """The forge of a repository, or None when there is none that we know.

    `edit_uri` is what the site's owner wrote, not MkDocs' default (which has the branch `master`); `folder` is
    that of the initiatives, seen from the root of the repository, None when it is not in there.
    """
    try:
        address = urlsplit((repo_url or "").strip())
        host, port = address.hostname, address.port
    except ValueError:
        return None
    owner_and_name = address.path.strip("/").removesuffix(".git")
    if address.scheme not in ("http", "https") or not host or "/" not in owner_and_name or folder is None:
        return None
    edit = _EDIT.search(edit_uri or "")
    kind = next((_HOSTS[part] for part in host.split(".") if part in _HOSTS), None)
    kind = kind or (_EDITORS[edit[1]] if edit else None)
    if kind is None:
        return None
    site = f"{address.scheme}://{host}{f':{port}' if port else ''}"
    repository = f"{site}/{quote(owner_and_name, safe='/%')}"  # an address: what is encoded stays so
    values = {
        "branch": quote(edit[2], safe="%") if edit else "main",
        "folder": f"{quote(folder)}/" if folder else "",
        "pad": "{pad}",
        "tekst": "{tekst}",
    }
    new, change = (repository + page.format(**values) for page in _PAGES[kind])
    return Forge(_NAMES.get(host, kind), new, change)


def folder_in_repository(folder: Path, site: Path) -> str | None:
    """`folder` as seen from the root of the checkout; without a checkout, from that of the site.

    None when it is not in there: then nobody knows where it is kept.
    """
    folder = folder.resolve()
    root = next((one for one in (folder, *folder.parents) if exists(one / ".git")), site.resolve())
    if not folder.is_relative_to(root):
        return None
    return "" if folder == root else folder.relative_to(root).as_posix()
