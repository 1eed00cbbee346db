"""What a picture says of itself, and what it is never asked."""
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from rotative.library import metadata, packets
from rotative.library.metadata import Said
from tests.library import photographs


def test_xmp_says_who_what_when_and_by_what_right():
    assert metadata.read(photographs.jpeg()) == Said(
        creator="Maëlle Kerdoncuff",
        credit="L’Amer",
        copyright="© L’Amer 2026",
        caption="L’écluse fermée, mardi.",
        headline="L’écluse de Saint-Aubre",
        alt="Une écluse vide sous la pluie",
        taken_on=date(2026, 11, 20),
        digital_source="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        rights_address="https://amer.example/droits",
    )


def test_the_older_records_fill_in_what_xmp_leaves_out():
    extra = photographs.iim((1, 90, b"\x1b%G"), (2, 80, "Élodie Ferrand".encode()), (2, 55, b"20261119"), (2, 120, b"Le quai"))
    said = metadata.read(photographs.jpeg(xmp="", extra=extra))
    assert (said.creator, said.taken_on, said.caption) == ("Élodie Ferrand", date(2026, 11, 19), "Le quai")


def test_records_of_before_unicode_are_read_too():
    said = metadata.read(photographs.jpeg(xmp="", extra=photographs.iim((2, 110, "Presse d’Été".encode("cp1252")))))
    assert said.credit == "Presse d’Été"


def test_exif_comes_last():
    assert metadata.read(photographs.jpeg(xmp="")).creator == "Celle de l'EXIF"


def test_a_packet_that_names_other_files_opens_none(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("le secret")
    trap = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>' + photographs.XMP.replace("L’écluse fermée, mardi.", "&e;")
    assert "secret" not in metadata.read(photographs.jpeg(xmp=trap)).caption


def test_what_is_written_is_read_back():
    said = Said(creator="A & B", credit="<L’Amer>", copyright="© 2026", usage_terms="CC BY", rights_address="https://a.example/?a=1&b=2", digital_source="x")
    image = photographs.jpeg(xmp=packets.packet(said).decode(), exif=b"")
    assert metadata.read(image) == said
    assert packets.packet(Said()) == b""


@settings(max_examples=150, deadline=None)
@given(some.binary(max_size=400), some.integers(0, 5000), some.integers(1, 60))
def test_a_damaged_file_says_nothing_and_breaks_nothing(noise, start, length):
    whole = _whole()
    at = start % len(whole)
    metadata.read(noise)
    metadata.read(whole[:at])
    metadata.read(whole[:at] + noise[:length] + whole[at + length :])


def _whole(kept: list = []) -> bytes:  # noqa: B006 (made once)
    if not kept:
        kept.append(photographs.jpeg(photographs.image(60, 40), extra=photographs.iim((2, 80, b"Elle"))))
    return kept[0]
