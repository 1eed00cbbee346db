"""The sizes of a picture: which, how large, how heavy, and what they never hold."""
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rotative.library import actions, metadata, sizes, tasks
from rotative.library.models import Picture
from rotative.library.queries import pictures_without_sizes
from rotative.library.tones import TONES, colour_of, tone
from rotative.paper import images as paper_images
from tests.library import photographs

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def made(picture):
    assert tasks.make_sizes.enqueue(picture.pk).return_value == "made"
    return {row.filter_spec: row for row in Picture.objects.get(pk=picture.pk).renditions.all()}


def bytes_of(row):
    return Path(row.file.path).read_bytes()


def test_a_large_picture_has_every_declared_size():
    rows = made(photographs.picture(photographs.plain(2000, 1200)))
    assert sorted(rows) == sorted([
        *(f"width-{width}|format-avif" for width in (320, 640, 960, 1280, 1600)),
        *(f"width-{width}|format-webp" for width in (640, 960, 1280)),
        "fill-480x480|format-avif", "fill-480x480|format-webp", "fill-1200x630|format-jpeg|jpegquality-80",
    ])  # fmt: skip
    assert all(row.file.name.startswith("images/") for row in rows.values())
    assert {(row.width, row.height) for spec, row in rows.items() if spec.startswith("fill-480")} == {(480, 480)}


@pytest.mark.parametrize(("width", "expected"), [(1000, {320, 640, 960}), (640, {320, 640}), (200, {200})])
def test_nothing_is_made_larger_than_it_is(width, expected):
    rows = made(photographs.picture(photographs.plain(width, 150)))
    assert {row.width for spec, row in rows.items() if spec.startswith("width-")} == expected
    assert {spec[-4:] for spec in rows if spec.startswith("width-")} == {"avif", "webp"}
    assert all(row.width <= width and row.height <= 150 for row in rows.values())


def test_each_size_opens_as_what_it_is_called():
    for spec, row in made(photographs.picture(photographs.plain(1300, 900))).items():
        with row.file.open("rb") as file, Image.open(file) as image:
            assert image.format.lower() in spec
            assert image.size == (row.width, row.height)


def test_the_paper_finds_them():
    picture = photographs.picture(photographs.plain(1400, 900))
    made(picture)
    fresh = Picture.objects.get(pk=picture.pk)
    assert (paper_images.address_of_card(fresh).width, paper_images.address_of_card(fresh).height) == (1200, 630)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_originals_of_every_kind_can_be_cut(kind):
    name = f"ecluse.{kind.lower()}"
    assert "width-640|format-webp" in made(photographs.picture(photographs.plain(700, 500, kind), name))


def test_a_picture_seen_through_keeps_its_holes_and_is_white_on_cards():
    rows = made(photographs.picture(photographs.plain(1300, 700, "PNG", "#0000", "RGBA"), "trou.png"))
    with rows["width-640|format-avif"].file.open("rb") as file, Image.open(file) as image:
        assert image.mode == "RGBA"
    with rows[sizes.CARD].file.open("rb") as file, Image.open(file) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_a_picture_lying_on_its_side_is_put_upright():
    body = photographs.jpeg(Image.new("RGB", (900, 600)), exif=photographs.exif(orientation=6))
    picture = photographs.picture(body)
    rows = made(picture)
    assert (rows["width-320|format-avif"].width, rows["width-320|format-avif"].height) == (320, 480)
    picture.refresh_from_db()
    assert (picture.width, picture.height) == (600, 900)


def test_no_size_says_where_or_with_what_it_was_taken():
    picture = photographs.picture(photographs.jpeg(photographs.image(1400, 900)))
    made(picture)
    picture.get_rendition("max-165x165")
    picture.get_rendition("original")
    rows = list(Picture.objects.get(pk=picture.pk).renditions.all())
    assert len(rows) == 12
    for row in rows:
        body = bytes_of(row)
        for told in (b"GPS", b"Exif", b"exif", b"9000", b"55512345", b"photoshop:Headline", b"Celle de"):
            assert told not in body, f"{told!r} in {row.filter_spec}"
        with Image.open(BytesIO(body)) as image:
            assert dict(image.getexif()) == {} and not image.getexif().get_ifd(0x8825)


def test_every_size_says_who_made_it_and_by_what_right():
    picture = photographs.picture(photographs.jpeg(photographs.image(700, 500)), licence="CC BY 4.0")
    rows = made(picture)
    picture.get_rendition("max-165x165")
    for row in [*rows.values(), picture.renditions.get(filter_spec="max-165x165")]:
        said = metadata.read(bytes_of(row))
        assert (said.creator, said.credit, said.copyright) == ("Maëlle Kerdoncuff", "Maëlle Kerdoncuff / L’Amer", "© L’Amer 2026")
        assert (said.usage_terms, said.rights_address) == ("CC BY 4.0", "https://amer.example/droits")


def test_a_lead_is_light():
    rows = made(photographs.picture(photographs.jpeg(photographs.image(1800, 1200))))
    assert rows["width-1280|format-avif"].file.size <= 62_000
    assert rows["width-640|format-avif"].file.size <= 20_000


def test_making_them_again_changes_nothing(media):
    picture = photographs.picture()
    before = {spec: (row.pk, row.file.name) for spec, row in made(picture).items()}
    files = sorted(media.glob("images/**/*"))
    assert tasks.make_sizes.enqueue(picture.pk).return_value == "kept"
    assert {row.filter_spec: (row.pk, row.file.name) for row in picture.renditions.all()} == before
    assert sorted(media.glob("images/**/*")) == files


def test_a_new_crop_remakes_only_what_it_cuts():
    picture = photographs.picture(photographs.plain(1400, 900))
    before = {spec: row.file.name for spec, row in made(picture).items()}
    picture.focal_point_x = picture.focal_point_y = picture.focal_point_width = picture.focal_point_height = 100
    picture.save()
    after = {spec: row.file.name for spec, row in made(picture).items()}
    assert {spec for spec in before if before[spec] != after[spec]} == {sizes.CARD, *sizes.SQUARES}


def test_until_then_the_crop_before_is_shown_and_its_files_stay_a_day(media):
    picture = photographs.picture(photographs.plain(1400, 900))
    before = made(picture)[sizes.CARD].file.name
    picture.focal_point_x = picture.focal_point_y = picture.focal_point_width = picture.focal_point_height = 100
    picture.save()
    assert picture.renditions.get(filter_spec=sizes.CARD).file.name == before
    made(picture)
    assert picture.renditions.get(filter_spec=sizes.CARD).file.name != before
    assert (media / before).exists()
    assert actions.sweep() == 0
    assert actions.sweep((media / before).stat().st_mtime + actions.GRACE + 60) == 3
    assert not (media / before).exists()
    assert all((media / row.file.name).exists() for row in picture.renditions.all())


def test_one_size_is_there_at_once(django_capture_on_commit_callbacks, monkeypatch):
    asked = []
    monkeypatch.setattr("rotative.library.signals.tasks.make_sizes", type("Later", (), {"enqueue": asked.append}))
    with django_capture_on_commit_callbacks(execute=True):
        picture = photographs.picture()
    assert [row.filter_spec for row in picture.renditions.all()] == [sizes.SAFE]
    assert asked == [picture.pk]
    assert list(pictures_without_sizes()) == [picture]


def test_saving_a_picture_has_its_sizes_made(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = photographs.picture()
    picture.refresh_from_db()
    assert picture.sizes_ready and not pictures_without_sizes().exists()
    assert picture.renditions.count() == 6


def test_a_change_while_they_were_made_is_not_overwritten(monkeypatch):
    picture = photographs.picture()
    written = actions.write_whole

    def change_meanwhile(*args):
        Picture.objects.filter(pk=picture.pk).update(credit="Une autre")
        written(*args)

    monkeypatch.setattr(actions, "write_whole", change_meanwhile)
    assert tasks.make_sizes.enqueue(picture.pk).return_value == "superseded"
    assert not picture.renditions.exists()


def test_a_stop_in_the_middle_leaves_the_sizes_before(monkeypatch):
    picture = photographs.picture()
    written, left = actions.write_whole, [3]

    def stop(*args):
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt
        written(*args)

    monkeypatch.setattr(actions, "write_whole", stop)
    with pytest.raises(KeyboardInterrupt):
        actions.make_sizes(picture)
    assert not picture.renditions.exists()
    monkeypatch.setattr(actions, "write_whole", written)
    assert actions.make_sizes(picture) == "made"


def test_nobody_finds_half_a_file(monkeypatch, media):
    def cut(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(actions.os, "replace", cut)
    with pytest.raises(OSError, match="No space"):
        actions.write_whole(actions.storage(), "images/1/a.avif", b"bytes")
    assert not (media / "images/1/a.avif").exists()


def test_a_damaged_original_is_told_at_the_desk(desk):
    picture = photographs.picture(photographs.jpeg(photographs.image(700, 500)))
    with open(picture.file.path, "r+b") as file:
        file.truncate(9000)
    assert tasks.make_sizes.enqueue(picture.pk).return_value == "damaged"
    assert not Picture.objects.get(pk=picture.pk).sizes_ready
    assert "no size of it could be made" in desk.get("/desk/reports/pictures/").content.decode()


def test_a_missing_original_too():
    picture = photographs.picture()
    picture.file.storage.delete(picture.file.name)
    assert tasks.make_sizes.enqueue(picture.pk).return_value == "missing"
    assert Picture.objects.get(pk=picture.pk).problem == Picture.Problem.MISSING


def test_renewing_asks_for_those_that_lack_some():
    photographs.picture()
    assert tasks.renew.enqueue().return_value == 1
    assert tasks.renew.enqueue().return_value == 0
    assert tasks.renew.enqueue(everything=True).return_value == 1


def test_the_tone_is_that_of_the_picture():
    assert [tone((0, 0, 0)), tone((255, 255, 255)), tone((34, 102, 170))] == [0, TONES - 1, 6]
    assert colour_of(6) == "#26a"
    picture = photographs.picture(photographs.plain(colour="#2266aa"))
    made(picture)
    assert Picture.objects.get(pk=picture.pk).tone == 6


def test_decorative_is_remembered():
    picture = photographs.picture(description="", decorative=True)
    assert Picture.objects.get(pk=picture.pk).decorative
    assert Picture.objects.get(pk=picture.pk).alt == ""
