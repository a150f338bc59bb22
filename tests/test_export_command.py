"""`export`: the open data as files, the same as on the site."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from goldens import write_files
from sites import KLEIN, VANDAAG, Site, make_site
from sociale_kaart.cli import main

RAAR = 'naam: "=HYPERLINK(1)"\nsoort: ruilpunt\nkort: "Ruilen; en \\"meer\\""\nplek: velp/de-poort\ncontact: {telefoon: "+31 26 000 00 02"}\ntoegang: {aanmelden: nee, indicatie: ja}\n'
FILES = {
    **KLEIN,
    "velp/raar.yml": RAAR,
    "velp/geheim.yml": "naam: Geheim\nsoort: vereniging\nkort: Nee.\ncontact: loket\nbeheer: {toestemming: nee}\n",
    "velp/schuilplek.yml": "naam: Schuilplek\nsoort: inloophuis\nkort: Veilig.\nadres: op aanvraag\ncontact: loket\nvoorbeeld: ja\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("export"), FILES)


@pytest.fixture
def here(site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the site."""
    folder = site.folder.parent.parent
    monkeypatch.setenv("SOCIALE_KAART_VANDAAG", VANDAAG)
    monkeypatch.chdir(folder)
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    ("formaat", "names"),
    [
        ("json", {"initiatieven.json"}),
        ("geojson", {"initiatieven.geojson"}),
        ("csv", {"initiatieven.csv", "overzicht.csv"}),
        ("ics", {"agenda/alles.ics", "agenda/velp.ics", "agenda/velp/de-poort.ics"}),
    ],
)
def test_a_format_is_what_stands_on_the_site(
    here: Path, site: Site, tmp_path: Path, formaat: str, names: set[str]
) -> None:
    assert main(["export", formaat, "--output", str(tmp_path / "nieuw" / "map")]) == 0

    written = files_in(tmp_path / "nieuw" / "map")
    assert written.keys() == names
    assert written == {name: (site.folder / "data" / name).read_bytes() for name in names}


def test_a_row_an_initiative(here: Path, tmp_path: Path) -> None:
    main(["export", "csv", "--output", str(tmp_path)])

    with (tmp_path / "initiatieven.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file, delimiter=";")}
    assert rows.keys() == {"velp/de-poort", "velp/raar", "velp/schuilplek"}
    raar = rows["velp/raar"]
    assert (raar["naam"], raar["kort"]) == ("'=HYPERLINK(1)", 'Ruilen; en "meer"')
    assert (raar["telefoon"], raar["straat"], raar["breedte"]) == (
        "'+31 26 000 00 02",
        "Dorpsplein",
        "51.996",
    )
    assert (raar["aanmelden"], raar["indicatie"], raar["verwijzing"], raar["kosten"]) == ("nee", "ja", "", "")
    assert rows["velp/de-poort"]["wanneer"] == (
        "elke dinsdag van 17.30 tot 19.30 uur; op werkdagen van 9.00 tot 17.00 uur"
    )
    schuilplek = rows["velp/schuilplek"]
    assert (schuilplek["plaats"], schuilplek["breedte"], schuilplek["voorbeeld"]) == ("", "", "ja")


def test_own_names_are_replaced_and_the_rest_stays(here: Path, tmp_path: Path) -> None:
    write_files(tmp_path, {"initiatieven.json": "oud", "notitie.txt": "van mij"})

    main(["export", "json", "--output", str(tmp_path)])

    assert json.loads((tmp_path / "initiatieven.json").read_text("utf-8"))["gemeente"] == "Proefdorp"
    assert (tmp_path / "notitie.txt").read_text("utf-8") == "van mij"
    assert len(list(tmp_path.iterdir())) == 2


def test_what_is_wrong_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path / "initiatives", {**FILES, "velp/fout.yml": "naam: Fout\n"})
    monkeypatch.chdir(tmp_path)

    assert main(["export", "json", "--output", "uit"]) == 1

    written = json.loads((tmp_path / "uit" / "initiatieven.json").read_text("utf-8"))
    assert "velp/fout" not in {one["id"] for one in written["initiatieven"]}
    assert "1 bestand met een fout staat er niet bij." in capsys.readouterr().err


def test_made_up_entries_stay_out_where_the_site_leaves_them_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path / "initiatives", FILES)
    write_files(tmp_path, {"mkdocs.yml": "plugins: [{sociale-kaart: {examples: false}}]\n"})
    monkeypatch.chdir(tmp_path)

    main(["export", "csv", "--output", "uit"])

    assert "velp/schuilplek" not in (tmp_path / "uit" / "initiatieven.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["xls", "--output", "uit"], "`xls` is geen formaat. Kies uit: json, geojson, csv, ics."),
        (["geojon", "--output", "uit"], "`geojon` is geen formaat. Bedoelt u `geojson`?"),
        (["json"], "Noem de map: `--output MAP`."),
        (["json", "--output", "mkdocs.yml"], "`mkdocs.yml` is geen map."),
        (["json", "--output", "mkdocs.yml/uit"], "Dit lukte niet bij `mkdocs.yml/uit`: dit is geen map."),
    ],
)
def test_a_wrong_call(here: Path, capsys: pytest.CaptureFixture[str], args: list[str], sentence: str) -> None:
    assert main(["export", *args]) == 2
    assert capsys.readouterr().err == f"{sentence}\n"
    assert not (here / "uit").exists()
