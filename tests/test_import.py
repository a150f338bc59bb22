"""A list from a spreadsheet becomes files: what is taken over, what is told, and that nothing is lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook
from openpyxl.comments import Comment

from goldens import write_files
from sociale_kaart.cli import main
from sociale_kaart.loading import load
from sociale_kaart.opening import open_all

LIJSTEN = Path(__file__).parent / "lijsten"
VANDAAG = date(2026, 11, 22)
SITE = {
    "gemeente.yml": "naam: Rheden\nloket: {naam: Meldpunt, telefoon: 026 000 00 00}\n"
    "grenzen: [[51.965, 5.92], [52.10, 6.16]]\ngemeentebreed: overal\n",
    "velp/kern.yml": "naam: Velp\nmiddelpunt: [51.995, 5.974]\nbuurten: [Velp-Noord]\n",
    "dieren/kern.yml": "naam: Dieren\nmiddelpunt: [52.05, 6.1]\n",
    "de-steeg/kern.yml": "naam: De Steeg\nmiddelpunt: [52.02, 6.05]\n",
    "overal/kern.yml": "naam: Alle kernen\n",
}
Lines = list[str]
Import = Callable[..., tuple[int, Lines]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty map with its kernen, in the working directory."""
    write_files(tmp_path / "initiatives", SITE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCIALE_KAART_VANDAAG", str(VANDAAG))
    return tmp_path


@pytest.fixture
def import_list(site: Path, capsys: pytest.CaptureFixture[str]) -> Import:
    """Writes a list, imports it, and gives the exit status and the lines of the answer."""

    def run(content: str | bytes | Workbook, *args: str, name: str = "") -> tuple[int, Lines]:
        path = site / (name or ("lijst.xlsx" if isinstance(content, Workbook) else "lijst.csv"))
        if isinstance(content, Workbook):
            content.save(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        status = main(["import", path.name, *args])
        out, err = capsys.readouterr()
        return status, (out + err).splitlines()

    return run


def files(site: Path) -> dict[str, str]:
    paths = sorted((site / "initiatives").glob("*/*.yml"))
    return {
        path.relative_to(site / "initiatives").with_suffix("").as_posix(): path.read_text("utf-8")
        for path in paths
        if path.stem != "kern"
    }


def values(site: Path, id: str) -> dict[str, object]:
    found = yaml.load(files(site)[id], Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def errors(site: Path) -> Lines:
    opened = open_all(load(site / "initiatives"), VANDAAG)
    return [str(problem) for problem in opened.problems if problem.level == "error"]


def one_row(**cells: str) -> str:
    """A list of one row; `Naam` and `Kern` are filled in."""
    row = {"Naam": "Proef", "Kern": "Velp", **{key.replace("_", " "): text for key, text in cells.items()}}
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([row.keys(), row.values()])
    return out.getvalue()


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("name", ["gemeente.csv", "rommelig.csv"])
def test_of_a_messy_list_no_word_is_lost_and_every_file_is_right(
    site: Path, import_list: Import, name: str
) -> None:
    raw = (LIJSTEN / name).read_bytes()
    _, lines = import_list(raw, name=name)
    assert errors(site) == []
    rest = site / f"{Path(name).stem}-rest.csv"
    kept = words(" ".join(["\n".join(lines), rest.read_text("utf-8-sig"), *files(site).values()]))
    labels = {
        one.label
        for terms in load(site / "initiatives").begrippen.sections.values()
        for one in terms.values()
    }
    squeezed = re.sub(r"[\W_]", "", "".join([*files(site).values()]).casefold())
    lost = words(raw.decode("utf-8-sig")) - kept - words(" ".join(labels))
    assert {word for word in lost if word not in squeezed} == set()


def test_every_row_is_somewhere(site: Path, import_list: Import) -> None:
    _, lines = import_list((LIJSTEN / "gemeente.csv").read_bytes())
    assert "0 rijen helemaal overgenomen, 5 met iets om na te kijken, 1 dubbel, 2 niet overgenomen." in lines
    assert len(files(site)) == 5
    with (site / "lijst-rest.csv").open(encoding="utf-8-sig", newline="") as file:
        rest = list(csv.reader(file, delimiter=";"))
    assert [row[-1] for row in rest] == [
        "Waarom niet overgenomen", "Er staat geen kern of plaats bij.", "Er staat geen naam.",
    ]  # fmt: skip


def test_the_rest_list_can_be_put_right_and_read_again(site: Path, import_list: Import) -> None:
    import_list((LIJSTEN / "gemeente.csv").read_bytes())
    rest = (site / "lijst-rest.csv").read_text("utf-8-sig")
    right = "".join(line for line in rest.splitlines(keepends=True) if "geen naam" not in line)
    status, _ = import_list(right, "--kern", "De Steeg", name="rest.csv")
    assert status == 0
    assert "niet overgenomen" not in files(site)["de-steeg/club-zonder-plaats"]


def test_a_file_that_is_there_stays_as_it_is(site: Path, import_list: Import) -> None:
    import_list(one_row(Telefoon="026 123 45 67"))
    before = files(site)
    status, lines = import_list(one_row(Telefoon="026 999 99 99"))
    assert (status, files(site)) == (1, before)
    assert "rij 2  niet overgenomen. Het bestand `velp/proef.yml` was er al. Dat is niet veranderd." in lines


def test_a_dry_run_writes_nothing(site: Path, import_list: Import) -> None:
    status, lines = import_list(one_row(), "--dry-run")
    assert (status, files(site), lines[-1]) == (0, {}, "Er is niets geschreven.")


def test_the_guess_is_shown_and_can_be_put_right(site: Path, import_list: Import) -> None:
    list_ = "Naam;Kern;Telefoonummer;Wat moet dat\nProef;Velp;026 123 45 67;12 euro\n"
    _, lines = import_list(list_, "--kolom", "Wat moet dat=kosten", "--kolom", "telefoonummer=overslaan")
    assert [re.sub(" +", " ", line).strip() for line in lines[1:5]] == [
        "Naam → naam",
        "Kern → kern",
        "Telefoonummer → wordt overgeslagen (zo gevraagd)",
        "Wat moet dat → toegang.kosten (zo gevraagd)",
    ]
    assert values(site, "velp/proef")["toegang"] == {"kosten": "12 euro"}
    assert "026" not in files(site)["velp/proef"]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (
            ["--kolom", "Naam"],
            "Bij `--kolom` hoort een kop en een sleutel: `Tel.=contact.telefoon`, niet `Naam`.",
        ),
        (["--kolom", "Naam=telefon"], "De sleutel `telefon` bestaat niet."),
        (["--kolom", "Nam=naam"], "De kop `Nam` staat niet in de lijst. Bedoelt u `naam`?"),
        (["--kern", "Dierem"], "De kern `Dierem` bestaat niet. Bedoelt u `dieren`?"),
    ],
)
def test_a_wrong_call_is_told(import_list: Import, args: Lines, sentence: str) -> None:
    status, lines = import_list(one_row(), *args)
    assert status == 2
    assert lines[-1].startswith(sentence)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"Telefoon": "263612345"}, {"contact": {"telefoon": "026 361 2345"}}),
        ({"Tel": "026-3612345 / 06 12345678"}, {"contact": {"telefoon": ["026-3612345", "06 12345678"]}}),
        ({"Contact": "T: 0263612345, a@b.nl"}, {"contact": {"telefoon": "0263612345", "email": "a@b.nl"}}),
        ({"Mail": "info (at) b.nl"}, {"contact": {"email": "info@b.nl"}}),
        ({"Voor wie": "Senioren, mantelzorgers"}, {"doelgroepen": ["ouderen", "mantelzorgers"]}),
        ({"Voor wie": "jongeren (12-18 jaar)"}, {"doelgroepen": "jongeren", "leeftijd": "12-18 jaar"}),
        ({"Thema": "Eten; breigroepje"}, {"themas": "maaltijden", "steekwoorden": "breigroepje"}),
        ({"Jongeren": "x"}, {"doelgroepen": "jongeren"}),
        ({"Rolstoeltoegankelijk": "nee"}, {"toegankelijkheid": "niet-rolstoel"}),
        ({"Wijk": "velp noord"}, {"buurt": "Velp-Noord"}),
        ({"Kosten": "7,5"}, {"toegang": {"kosten": "€ 7,50"}}),
        ({"Aanmelden": "N"}, {"toegang": {"aanmelden": "nee"}}),
        ({"Talen": "Nederlands en Engels"}, {"talen": ["nl", "en"]}),
        ({"Maandag": "9-12", "Dinsdag": "gesloten"}, {"openingstijden": {"maandag": "9:00-12:00", "dinsdag": "gesloten"}}),
        ({"Dag": "di en do", "Tijd": "10-12 uur"}, {"openingstijden": {"dinsdag": "10:00-12:00", "donderdag": "10:00-12:00"}}),
        ({"Adres": "Hoofdstraat 12a, 6881ab Velp"}, {"adres": {"straat": "Hoofdstraat", "huisnummer": "12a", "postcode": "6881 AB"}}),
        ({"Straat": "Kerkweg", "Huisnr": "7", "Toevoeging": "b"}, {"adres": {"straat": "Kerkweg", "huisnummer": "7b"}}),
        ({"Adres": "geheim"}, {"adres": "op aanvraag"}),
        ({"Lat": "52,01", "Lon": "6,02"}, {"adres": {"punt": ["52.01", "6.02"]}}),
        ({"Activiteiten": "Eten (di 17.30-19.30)"}, {"activiteiten": [{"naam": "Eten", "dag": "dinsdag", "tijd": "17:30-19:30"}]}),
        ({"Activiteiten": "biljart, bingo"}, {"beschrijving": "Activiteiten: biljart, bingo"}),
        ({"Kern": "Velp en Dieren"}, {"werkgebied": ["velp", "dieren"]}),
    ],
    ids=lambda value: next(iter(value.values())) if isinstance(value, dict) else None,
)  # fmt: skip
def test_a_cell_is_read_as_a_person_means_it(
    site: Path, import_list: Import, cells: dict[str, str], found: dict[str, object]
) -> None:
    import_list(one_row(**cells))
    data = values(site, "velp/proef")
    assert {key: data.get(key) for key in found} == found
    assert errors(site) == []


def test_what_has_no_place_is_a_comment_that_cannot_be_more(site: Path, import_list: Import) -> None:
    import_list(
        one_row(Opmerkingen="eerste\nsoort: loket\r\n# vals\u202e\x07\x85naam: vals", Telefoon="bel Jan")
    )
    text = files(site)["velp/proef"]
    assert "# - Opmerkingen: eerste\n#   soort: loket\n#   # vals\n#   naam: vals\n" in text
    assert "# - Telefoon: bel Jan\n" in text
    assert values(site, "velp/proef")["soort"] == "vrijwilligersorganisatie"
    assert errors(site) == []


@pytest.mark.parametrize(
    "naam",
    ["'t Huis", "Koffie: elke dag", '"Samen" eten', "Huis # 3", "2027", "ja", "=1+1", "- streepje", "{a}", "[b]", "* c", "بيت", "agenda"],
)  # fmt: skip
def test_a_name_is_read_as_it_stood_in_the_list(site: Path, import_list: Import, naam: str) -> None:
    import_list(one_row(Naam=naam, Omschrijving=naam))
    (id,) = files(site)
    assert values(site, id)["naam"] == values(site, id)["kort"] == naam
    assert errors(site) == []


def test_what_may_not_be_public_is_not_written(site: Path, import_list: Import) -> None:
    status, lines = import_list(one_row(Opmerking="BSN 111222333"))
    assert (status, files(site)) == (1, {})
    assert any("niet overgenomen" in line and "burgerservicenummer" in line.casefold() for line in lines)


def test_a_text_that_is_no_address_or_hours_does_not_hold_up_the_rest(
    site: Path, import_list: Import
) -> None:
    import_list(
        one_row(Adres="12-9, " * 2_000, Openingstijden="ma 9-12 en 1e " * 2_000, Telefoon="026 " * 3_000)
    )
    assert values(site, "velp/proef")["contact"] == "loket"
    assert files(site)["velp/proef"].count("026") == 3_000


def test_an_editor_finds_the_schema(site: Path, import_list: Import) -> None:
    (site / "initiatives" / "initiatief.schema.json").write_text("{}")
    import_list(one_row())
    assert files(site)["velp/proef"].startswith(
        "# yaml-language-server: $schema=../initiatief.schema.json\nnaam: "
    )


def test_a_workbook_with_sheets_merged_cells_dates_links_and_formulas(
    site: Path, import_list: Import
) -> None:
    book = Workbook()
    velp = book.active
    assert velp is not None
    velp.title = "Velp"
    for row in (
        ["Overzicht", None, None, None],
        ["Naam", "Telefoon", "Straat", "Gecontroleerd"],
        ["Koffie", 263612345, "Hoofdstraat", datetime(2026, 10, 1)],
        ["Thee", None, None, None],
        [],
        ["Som", "=1+1", None, None],
    ):
        velp.append(row)
    velp["B4"] = 6
    velp["B4"].number_format = "0000000000"
    velp.merge_cells("C3:C4")
    velp["A3"].hyperlink = "https://koffie.example/"
    velp["A4"].comment = Comment("belt liever niet", "x")
    dieren = book.create_sheet("Los")
    for row in (["Naam", "Soort"], ["DIEREN"], ["Soep", "maaltijdproject"]):
        dieren.append(row)
    book.create_sheet("Uitleg").append(["Alleen een zin op dit blad."])
    status, lines = import_list(book)
    assert status == 1  # the sheet without headings is in the rest list
    koffie = values(site, "velp/koffie")
    assert koffie["contact"] == {"telefoon": "026 361 2345", "website": "https://koffie.example/"}
    assert koffie["beheer"] == {"gecontroleerd": "2026-10-01"}
    assert values(site, "velp/thee")["adres"] == {"straat": "Hoofdstraat"}
    assert "# - Telefoon: 0000000006\n" in files(site)["velp/thee"]
    assert "# - Notitie: belt liever niet\n" in files(site)["velp/thee"]
    assert "# - Telefoon: =1+1\n" in files(site)["velp/som"]
    assert values(site, "dieren/soep")["soort"] == "maaltijdproject"
    assert "Alleen een zin op dit blad." in (site / "lijst-rest.csv").read_text("utf-8-sig")
    assert "  Boven de koppen stond: Overzicht" in lines
    assert errors(site) == []
