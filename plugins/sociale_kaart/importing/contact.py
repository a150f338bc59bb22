"""How somebody gets in touch: numbers and addresses, from whichever column they stand in."""

from __future__ import annotations

from .cells import one_line, only_labels, take_emails, take_phones, take_websites
from .draft import Draft
from .headings import plain

_CONTACT = {"contact", "contact.telefoon", "contact.email", "contact.website", "contact.whatsapp"}
_UNREAD = {
    "contact.telefoon": "telefoonnummer", "contact.whatsapp": "nummer", "contact.email": "e-mailadres",
    "contact.website": "webadres",
}  # fmt: skip


def read_contact(draft: Draft) -> None:
    """Numbers and addresses to wherever they belong, whichever of the columns they stand in."""
    for cell in draft.of(*_CONTACT):
        if plain(cell.text) in ("geen", "nee", "geen website", "geen email", "geen telefoon", "heeft geen"):
            draft.deny(cell)
            continue
        emails, rest = take_emails(cell.text)
        websites, rest = take_websites(rest)
        phones, rest = take_phones(rest)
        mobile = cell.column.key == "contact.whatsapp" and phones and "contact.whatsapp" not in draft.values
        if mobile:
            draft.put("contact.whatsapp", phones.pop(0), cell)
        for key, found in (("telefoon", phones), ("email", emails), ("website", websites)):
            for one in found:
                draft.add(f"contact.{key}", one, cell)
        if not only_labels(rest):
            what = _UNREAD.get(cell.column.key, "nummer of adres")
            nothing = f"hierin staat geen {what} dat te lezen is." if rest == cell.text else ""
            draft.unplaced(cell, nothing or f"`{one_line(rest).strip(' ,;/-')}` past niet bij contact.")
        else:
            draft.told(cell)
