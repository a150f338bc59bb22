"""The form at /meedoen/ in Chromium, as somebody uses it who never saw YAML."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from goldens import write_files
from meedoenpagina import CHANGE, HOSTILE, OWN, Open, Visit, file_of, fill_in, opener, original, section
from sites import VANDAAG, Site, make_site
from sociale_kaart.loading import load
from sociale_kaart.opening import open_all


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("x"), OWN, repo_url="https://github.com/voorbeeld/kaart")


@pytest.fixture
def form(visit: Visit, site: Site) -> Open:
    return opener(visit, site)


# Something new


def test_something_new_becomes_a_file_that_is_right(form: Open, tmp_path: Path) -> None:
    page = form()
    fill_in(page)
    section(page, "Openingstijden")
    for day in ("Maandag", "Dinsdag", "Woensdag"):
        page.get_by_label(f"{day} van").fill("9")
        page.get_by_label(f"{day} tot").fill("12.30")
    page.get_by_label("Vrijdag: tijden of gesloten").select_option("gesloten")
    section(page, "Activiteiten")
    page.get_by_role("button", name="Iets toevoegen: Activiteiten").click()
    activity = page.locator(".blok-in-rij")
    activity.get_by_role("textbox", name="Naam").fill("Samen eten")
    activity.get_by_label("Dinsdag").check()
    activity.get_by_label("Tijd, van").fill("17:30")
    activity.get_by_label("Hoe vaak").select_option("1e en 3e van de maand")
    section(page, "Meer vertellen")
    page.get_by_label("Beschrijving").fill("Kom gerust.\n\nDe koffie is *warm*.")
    page.locator("#sectie-wat").get_by_label("Ontmoeting").first.check()

    text = file_of(page)
    assert (
        text
        == """\
# yaml-language-server: $schema=../initiatief.schema.json
naam: "'t Huis: voor iedereen"
soort: buurthuis
kort: Een huis voor de buurt.
beschrijving: |
  Kom gerust.

  De koffie is *warm*.
themas: ontmoeting
contact:
  telefoon: 026 123 45 67
openingstijden:
  maandag-woensdag: 9:00-12:30
  vrijdag: gesloten
activiteiten:
  - naam: Samen eten
    dag: dinsdag
    tijd: vanaf 17:30
    herhaling: 1e en 3e van de maand
beheer:
  gecontroleerd: 2026-11-22
"""
    )
    expect(page.get_by_text("Maandag tot en met woensdag van 9.00 tot 12.30 uur")).to_be_visible()
    expect(page.get_by_text("Elke eerste en derde dinsdag van de maand vanaf 17.30 uur")).to_be_visible()
    loaded = load(write_files(tmp_path, {**OWN, "velp/t-huis-voor-iedereen.yml": text}))
    problems = open_all(loaded, date.fromisoformat(VANDAAG)).problems
    assert [str(one) for one in problems if "t-huis" in one.path and one.level != "hint"] == []


def test_the_forge_opens_with_the_text(form: Open) -> None:
    page = form()
    fill_in(page)
    text = file_of(page)
    link = page.get_by_role("link", name="Zet het voorstel klaar op GitHub")
    address = urlsplit(link.get_attribute("href") or "")
    query = parse_qs(address.query)
    assert address.path == "/voorbeeld/kaart/new/main"
    assert query == {"filename": ["initiatives/velp/t-huis-voor-iedereen.yml"], "value": [text]}


def test_what_does_not_fit_in_an_address_is_copied(form: Open) -> None:
    page = form()
    fill_in(page)
    section(page, "Meer vertellen")
    page.get_by_label("Beschrijving").fill("Een lang verhaal. " * 400)
    link = page.get_by_role("link", name="Kopieer de tekst en open GitHub")
    assert len(link.get_attribute("href") or "") < 200


def test_what_is_wrong_is_told_beside_the_field_and_at_the_end(form: Open) -> None:
    page = form()
    page.get_by_label("In welk dorp?").select_option("Velp")
    page.get_by_role("textbox", name="Naam").first.fill("De Poort")
    phone = page.get_by_role("textbox", name="Telefoon")
    phone.fill("bel ons")
    phone.blur()

    error = page.locator(f"#{(phone.get_attribute('aria-describedby') or '').split()[-1]}")
    expect(error).to_have_text(
        "Dit is geen telefoonnummer. Schrijf alleen het nummer, bijvoorbeeld ‘026 123 45 67’. Uitleg hoort bij ‘bereikbaar’."
    )
    expect(phone).to_have_attribute("aria-invalid", "true")
    summary = page.locator(".resultaat .melding")
    expect(summary).to_contain_text("Er zijn nog 4 dingen nodig")
    expect(summary).to_contain_text("Dit staat al op de kaart.")
    expect(page.get_by_role("link", name="GitHub")).to_have_count(0)
    phone.fill("026 123 45 67")
    expect(error).to_be_hidden()
    summary.get_by_role("link", name="Soort").click()
    expect(page.get_by_label("Soort (nodig)")).to_be_focused()


def test_somewhere_to_go_or_to_call_is_needed(form: Open) -> None:
    page = form()
    summary = page.locator(".resultaat .melding")
    sentence = "Er staat niet waar het is of hoe iemand contact opneemt."
    expect(summary).to_contain_text(sentence)
    page.locator("#sectie-contact").get_by_label("Loket", exact=True).check()
    expect(summary).not_to_contain_text(sentence)
    assert "\ncontact: loket\n" in file_of(page)


# A change


def test_one_hour_changes_one_line(form: Open, site: Site) -> None:
    page = form(CHANGE)
    page.get_by_label("Donderdag tot").fill("13")

    assert file_of(page) == original(site, "velp/koffie").replace("9-12 uur", "9:00-13:00")
    expect(page.locator(".verschillen li")).to_have_text(
        ["Openingstijden, donderdag 9:00-12:00 → 9:00-13:00"]
    )
    expect(page.get_by_text("Donderdag van 9.00 tot 13.00 uur")).to_be_visible()
    link = page.get_by_role("link", name="Kopieer de tekst en open GitHub")
    expect(link).to_have_attribute(
        "href", "https://github.com/voorbeeld/kaart/edit/main/initiatives/velp/koffie.yml"
    )


def test_the_text_is_copied_with_one_tap(form: Open, site: Site) -> None:
    page = form(CHANGE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Dinsdag van").fill("9:30")
    text = file_of(page)
    with page.context.expect_page():
        page.get_by_role("link", name="Kopieer de tekst en open GitHub").click()
    expect(page.get_by_role("status")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_a_mail_says_what_was_and_what_it_becomes(form: Open) -> None:
    page = form(CHANGE)
    page.get_by_label("Dinsdag: tijden of gesloten").select_option("gesloten")
    section(page, "Activiteiten")
    page.get_by_role("button", name="Weghalen: Soep").click()
    page.wait_for_timeout(250)
    mail = page.get_by_role("link", name="Stuur het per e-mail").get_attribute("href") or ""
    assert mail.startswith(
        "mailto:redactie@proef.example?subject=Wijziging%20op%20de%20sociale%20kaart%3A%20Koffie&"
    )
    body = unquote(mail)
    assert "- Openingstijden, dinsdag: 10:00-12:00 → gesloten\r\n- Activiteiten: Soep → (weg)\r\n" in body
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het bestand").click()
    assert download.value.suggested_filename == "koffie.yml"
    assert download.value.path().read_text("utf-8") == file_of(page)
    assert "Soep" not in file_of(page)


def test_it_is_still_right(form: Open, site: Site) -> None:
    page = form(f"{CHANGE}&stap=klopt")
    assert file_of(page) == f"{original(site, 'velp/koffie')}beheer:\n  gecontroleerd: {VANDAAG}\n"
    expect(page.get_by_role("link", name="Kopieer de tekst en open GitHub")).to_be_visible()
    expect(page.locator(".sectie:visible")).to_have_count(1)  # the file itself
    page.get_by_role("button", name="Toch iets anders veranderen").click()
    expect(page.get_by_text("Het belangrijkste")).to_be_visible()


def test_it_is_no_more(form: Open, site: Site) -> None:
    page = form(f"{CHANGE}&stap=gestopt")
    page.get_by_label("Reden").fill("Riet verhuist")
    page.get_by_label("Opvolger").select_option("De Poort")
    ending = "status: gestopt\nreden: Riet verhuist\nopvolger: velp/de-poort\n"
    assert file_of(page) == original(site, "velp/koffie") + ending


# What was typed


def test_a_reload_loses_nothing_and_nothing_is_sent(form: Open, visit: Visit, site: Site) -> None:
    page = form(CHANGE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    page.get_by_label("Dinsdag van").fill("x")
    section(page, "Activiteiten")
    page.get_by_role("button", name="Weghalen: Taart").click()
    page.get_by_role("button", name="Iets toevoegen: Activiteiten").click()
    page.locator(".blok-in-rij").last.get_by_role("textbox", name="Naam").fill("Thee")
    before = file_of(page)
    assert asked == []

    form(page.url, page)
    expect(page.get_by_label("Dinsdag van")).to_have_value("x")
    assert file_of(page) == before
    assert "naam: Soep   # van Riet" in before
    page.get_by_role("button", name="Wis het en begin opnieuw").click()
    form(page.url + "?wijzig=velp/koffie", page)
    assert file_of(page) == original(site, "velp/koffie")


def test_what_cannot_be_restored_is_left_out(form: Open, site: Site) -> None:
    """Of another version of the form, say."""
    page = form(CHANGE)
    page.get_by_label("Dinsdag van").fill("9")
    here = page.url
    page.goto(here.replace(CHANGE, "over/"))
    page.evaluate("""() => {
      const kept = JSON.parse(localStorage.getItem("meedoen:velp/koffie"));
      kept.stand.activiteiten = [{ naam: { een: 1 } }];
      localStorage.setItem("meedoen:velp/koffie", JSON.stringify(kept));
    }""")
    form(here, page)
    assert file_of(page) == original(site, "velp/koffie")


# What is there for everybody


def test_hostile_text_is_only_text(form: Open) -> None:
    page = form("meedoen/?wijzig=velp/kwaad")
    section(page, "Het belangrijkste")
    expect(page.get_by_role("textbox", name="Naam").first).to_have_value(HOSTILE)
    page.get_by_label("In één zin").fill(HOSTILE)
    assert f"kort: '{HOSTILE}'" in file_of(page)
    assert page.evaluate("window.x") is None


def test_only_what_is_published_is_there_to_change(form: Open, site: Site) -> None:
    sources = json.loads(site.texts["data/bron/velp.json"])
    assert set(sources) == {"velp/de-poort", "velp/koffie", "velp/kwaad"}  # vriend.yml names geheim
    page = form()
    choice = page.get_by_label("Staat het al op de kaart?")
    assert choice.locator("optgroup option").all_text_contents() == [HOSTILE, "De Poort", "Koffie", "Vriend"]
    choice.select_option("Koffie")
    page.get_by_role("button", name="Verander dit").click()
    page.wait_for_url("**/meedoen/?wijzig=velp/koffie")
    page.goto(page.url.replace("koffie", "geheim"))
    expect(page.get_by_text("Dit staat niet op de kaart.")).to_be_visible()
    page.goto(page.url.replace("geheim", "vriend"))
    expect(page.get_by_text("Mail de redactie wat er anders moet.")).to_be_visible()


def test_without_a_script_there_are_two_ways(visit: Visit, site: Site) -> None:
    context, address = visit(site, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}meedoen/")
    expect(page.get_by_role("link", name="Mail de redactie")).to_have_attribute(
        "href", "mailto:redactie@proef.example"
    )
    expect(page.get_by_role("heading", name="Met een account op GitHub")).to_be_visible()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_it_is_usable_for_everybody(form: Open, colours: str) -> None:
    page = form(CHANGE, viewport={"width": 320, "height": 640}, color_scheme=colours)
    page.get_by_label("Dinsdag van").fill("x")
    page.get_by_label("Dinsdag van").blur()
    page.evaluate("document.querySelectorAll('.sectie').forEach(one => { one.open = true; })")
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:150]) for one in found] == []


def test_an_hour_can_be_changed_with_the_keyboard_alone(form: Open) -> None:
    page = form(CHANGE)
    page.locator(".sectie > summary", has_text="Openingstijden").focus()
    for key in ("Tab", "Tab", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("8")
    page.keyboard.press("Tab")
    page.keyboard.type("10")
    page.keyboard.press("Tab")
    assert "  maandag: 8:00-10:00\n" in file_of(page)
