"""Made-up initiatives in any number, the same every time: what the benchmarks measure with.

They are the demonstration's entries over and over, each under a name, a place and a kern of its own. So they
are as long and as varied as entries that people write, and use every key of the format.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

DEMONSTRATION = Path(__file__).parent.parent / "initiatives"
WIDE = "heel-de-gemeente"
PER_KERN = 100
# What serves every kern stands on each kern's page; a larger municipality has no more of it in proportion.
ROUNDS_PER_WIDE_ROUND = 10
# South-west corner, and steps that keep neighbours further apart than what is reported as the same place.
_LAT, _LON, _STEP_LAT, _STEP_LON = 51.0, 5.0, 0.0012, 0.0019
_KERNEN_PER_ROW = 8
REFERENCES = {"plek", "onderdeel_van", "opvolger", "samen_met", "lichter", "zwaarder"}
_PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def write(folder: Path, number: int) -> None:
    """Writes gemeente.yml, a kern.yml for about every hundred, and `number` initiatives."""
    write_these(folder, list(initiatives(number)))


def write_these(folder: Path, rows: list[tuple[str, dict[str, Any]]]) -> None:
    """The same for initiatives that somebody chose: id and what stands in its file."""
    for kern in sorted({WIDE, *(id.split("/")[0] for id, _ in rows)}):
        (folder / kern).mkdir(parents=True)
        _write(folder / kern / "kern.yml", _kern(kern))
    for id, data in rows:
        path = folder / f"{id}.yml"
        _write(path, data)
        if "foto" in data:
            path.with_name(data["foto"]).write_bytes(_PHOTO)
    gemeente = _read(DEMONSTRATION / "gemeente.yml")
    bounds = [[_LAT - 0.05, _LON - 0.05], [_LAT + 0.3, _LON + 0.3]]
    _write(folder / "gemeente.yml", {**gemeente, "gemeentebreed": WIDE, "grenzen": bounds})
    (folder / "begrippen.yml").write_bytes((DEMONSTRATION / "begrippen.yml").read_bytes())


def initiatives(number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """id → what stands in its file. References stay within one round of the demonstration."""
    found = demonstration()
    place = {id: index for index, id in enumerate(found)}
    for index in range(number):
        round_, old = divmod(index, len(found))
        ids = {id: _id(found, id, round_ * len(found) + at) for id, at in place.items()}
        last = number - round_ * len(found)
        known = {id: new for id, new in ids.items() if place[id] < last}
        id = list(found)[old]
        yield ids[id], _entry(found[id], known, index, ids[id])


def demonstration() -> dict[str, dict[str, Any]]:
    """The entries of the demonstration as they are written, every value text."""
    return {
        path.relative_to(DEMONSTRATION).with_suffix("").as_posix(): _read(path)
        for path in sorted(DEMONSTRATION.glob("*/*.yml"))
        if path.name != "kern.yml"
    }


def _id(found: dict[str, Any], id: str, index: int) -> str:
    wide = id.startswith("rheden-breed/") and index // len(found) % ROUNDS_PER_WIDE_ROUND == 0
    return f"{WIDE if wide else _kern_id(index)}/{id.split('/')[1]}-{index // len(found) + 1}"


def _kern_id(index: int) -> str:
    return f"dorp-{index // PER_KERN + 1}"


def _entry(old: dict[str, Any], ids: dict[str, str], index: int, id: str) -> dict[str, Any]:
    kern, name = id.split("/")
    data = _renamed({**old, "naam": f"{old['naam']} {name.rsplit('-', 1)[1]}"}, ids)
    activities = data.get("activiteiten", [])
    if activities:
        rows = activities if isinstance(activities, list) else [activities]
        data["activiteiten"] = [_renamed(one, ids) for one in rows]
    if isinstance(data.get("adres"), dict):
        data["adres"] = _adres(data["adres"], index)
    elif "plek" in old and "plek" not in data:  # the building came after the last
        data["adres"] = _adres({"straat": "Voorbeeldstraat"}, index)
    if "werkgebied" in data:
        data["werkgebied"] = "alle" if kern == WIDE else kern
    if data.get("beheer", {}).get("toestemming") == "nee":  # as many pages as entries
        data["beheer"] = {**data["beheer"], "toestemming": "ja"}
    data.pop("buurt", None)  # of the demonstration's kernen
    if index % PER_KERN == 0:
        data |= {"foto": f"{name}.png", "foto_tekst": "De voordeur"}
        data |= {} if kern == WIDE else {"buurt": _buurt(kern)}
    return data


def _renamed(data: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """The same with references to the entries of this round, without those that are not there."""
    new = dict(data)
    for key in REFERENCES & data.keys():
        old = data[key] if isinstance(data[key], list) else [data[key]]
        found = [ids[id] for id in old if id in ids]
        new[key] = found if len(found) > 1 else "".join(found)
    return {key: value for key, value in new.items() if value}


def _adres(old: dict[str, Any], index: int) -> dict[str, Any]:
    own = {"plaats": _kern_name(_kern_id(index)), "punt": list(_point(index))}
    number = {"huisnummer": str(index + 1)} if "straat" in old else {}
    return {**old, **number, **own}


def _point(index: int) -> tuple[float, float]:
    kern, place = divmod(index, PER_KERN)
    row, column = divmod(kern, _KERNEN_PER_ROW)
    return (
        round(_LAT + row * 15 * _STEP_LAT + place // 10 * _STEP_LAT, 5),
        round(_LON + column * 15 * _STEP_LON + place % 10 * _STEP_LON, 5),
    )


def _kern(id: str) -> dict[str, Any]:
    if id == WIDE:
        return {"naam": "Heel de gemeente"}
    first = (int(id.split("-")[1]) - 1) * PER_KERN
    return {
        "naam": _kern_name(id),
        "middelpunt": list(_point(first + PER_KERN // 2)),
        "buurten": [_buurt(id)],
        "omschrijving": "Een verzonnen dorp, om mee te meten.",
        "coach": {"wie": "krachtcoach", "telefoon": "026 000 00 01"},
    }


def _kern_name(id: str) -> str:
    return id.replace("-", " ").capitalize()


def _buurt(kern: str) -> str:
    return f"{_kern_name(kern)} Noord"


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as people write them, after a `|`."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def _read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # type: ignore[no-any-return]


def _write(path: Path, data: dict[str, Any]) -> None:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")
