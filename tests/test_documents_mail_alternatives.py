"""Mails whose text is there twice: the plain form is read, unless it only says that there is another."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from lrtgraph.documents import read

MINUTES = "Besluit: de LRT stemt in met het plan. VNG maakt bezwaar tegen de termijn van de Spreidingswet. " * 3


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("Uw e-mailprogramma ondersteunt geen html.", "opgemaakt"),
        (f"Verslag in platte tekst. {MINUTES}", "platte tekst"),
    ],
)
def test_the_form_with_the_words_is_read(plain: str, found: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@example.org", "LRT"
    mail.set_content(plain)
    mail.add_alternative(f"<style>p {{ color: red }}</style><p>Verslag, opgemaakt.</p><p>{MINUTES}</p>", subtype="html")
    text = read("x.eml", mail.as_bytes()).text
    assert found in text
    assert text.count("Besluit: de LRT") == 3
