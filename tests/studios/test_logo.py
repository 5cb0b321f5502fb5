"""The logo: any picture that somebody chooses, drawn anew; what is no picture gets a plain word."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from PIL import Image, ImageFile
from PIL.PngImagePlugin import PngInfo

from scoping.kit.pictures import PictureRefused, drawn_anew
from scoping.kit.uploads import LARGEST_UPLOAD
from scoping.studios.logo import BOUNDS, StudioLogo
from scoping.studios.models import Membership, Rank
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import text_of

pytestmark = pytest.mark.django_db

LOGO = "/studio/logo/"


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 120), **options: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "#274690").save(written, kind, **options)
    return written.getvalue()


def claimed(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as that."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
BAD_FILES = {
    "text": (b"Studio Faro", "kind"),
    "svg": (SVG, "kind"),
    "pdf": (b"%PDF-1.7 nothing", "kind"),
    "gif": (picture("GIF"), "kind"),
    "bmp": (picture("BMP"), "kind"),
    "tiff": (picture("TIFF"), "kind"),
    "first bytes only": (picture()[:20], "kind"),
    "cut": (picture(size=(600, 600), compress_level=0)[:4000], "broken"),
    "cut jpeg": (picture("JPEG", size=(2000, 2000))[:3000], "broken"),
    "many pixels": (claimed(60_000, 60_000), "pixels"),
    "one long side": (claimed(4_001, 16), "pixels"),
    "a dot": (picture(size=(15, 40)), "small"),
    "too many bytes": (picture() + b"\0" * BOUNDS.largest_file, "large"),
}


@pytest.fixture
def member() -> Membership:
    return factories.membership(studio=factories.studio(name="Studio Faro"))


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


def send(browser: Browser, content: bytes, name: str = "logo.png") -> object:
    return browser.post(LOGO, {"picture": SimpleUploadedFile(name, content)})


def shown(browser: Browser, member: Membership) -> bytes:
    member.studio.refresh_from_db()
    answer = browser.get(f"/studio/logo/{member.studio.logo_mark}.png")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/png"
    assert "immutable" in answer["Cache-Control"]
    content: bytes = answer.content
    return content


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_becomes_the_logo_of_every_page(kind: str, member: Membership, signed_in: Browser) -> None:
    answer = send(signed_in, picture(kind))
    assert getattr(answer, "status_code", 0) == 302
    with Image.open(io.BytesIO(shown(signed_in, member))) as logo:
        assert (logo.format, logo.size) == ("PNG", (300, 120))
    address = f"/studio/logo/{member.studio.logo_mark}.png"
    assert address in text_of(signed_in.get("/professionals/"))
    assert "Logo di Studio Faro" in text_of(signed_in.get(LOGO))


def test_what_a_camera_wrote_into_it_is_gone_and_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it by a quarter
    exif[0x010F] = "Camera of Anna"
    drawn = drawn_anew(io.BytesIO(picture("JPEG", (400, 100), exif=exif.tobytes())), 5000, BOUNDS)
    assert (drawn.width, drawn.height) == (80, 320)
    assert b"Camera of Anna" not in drawn.content
    note = PngInfo()
    note.add_text("Comment", "secret of the studio")
    drawn = drawn_anew(io.BytesIO(picture("PNG", pnginfo=note)), 5000, BOUNDS)
    with Image.open(io.BytesIO(drawn.content)) as logo:
        assert logo.info == {}
    assert b"secret" not in drawn.content


def test_a_large_picture_is_made_to_fit() -> None:
    drawn = drawn_anew(io.BytesIO(picture("JPEG", (3000, 600))), 50_000, BOUNDS)
    assert (drawn.width, drawn.height) == (640, 128)
    assert drawn.width <= BOUNDS.kept[0]


def test_what_was_see_through_stays_so() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (64, 64), (10, 20, 30, 0)).save(written, "PNG")
    with Image.open(io.BytesIO(drawn_anew(written, 500, BOUNDS).content)) as logo:
        assert logo.getpixel((5, 5)) == (10, 20, 30, 0)


@pytest.mark.parametrize("patient", [False, True])
@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_logo_is_refused_with_its_reason(
    name: str, patient: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where another library told Pillow to be patient with files that were cut off."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", patient)
    content, fault = BAD_FILES[name]
    with pytest.raises(PictureRefused) as refused:
        drawn_anew(io.BytesIO(content), len(content), BOUNDS)
    assert refused.value.fault == fault


def test_a_refused_file_gets_a_plain_word_and_the_old_logo_stays(
    member: Membership, signed_in: Browser
) -> None:
    send(signed_in, picture())
    before = shown(signed_in, member)
    answer = send(signed_in, b"Studio Faro", "logo.png")
    assert getattr(answer, "status_code", 0) == 422
    assert "non è un’immagine che si possa leggere" in text_of(answer)
    assert shown(signed_in, member) == before


def test_no_file_and_an_empty_file_say_so(signed_in: Browser) -> None:
    assert "Scegli prima un file" in text_of(signed_in.post(LOGO, {}))
    assert "vuoto" in text_of(send(signed_in, b""))


def test_a_huge_file_is_dropped_while_it_arrives(signed_in: Browser, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    answer = send(signed_in, picture() + b"\0" * (LARGEST_UPLOAD * 2))
    assert getattr(answer, "status_code", 0) == 422
    assert "troppo grande" in text_of(answer)
    assert list(tmp_path.iterdir()) == []


def test_a_logo_is_removed_after_a_question(member: Membership, signed_in: Browser) -> None:
    send(signed_in, picture())
    assert "Togli" in text_of(signed_in.get(f"{LOGO}removal/"))
    signed_in.post(f"{LOGO}removal/")
    member.studio.refresh_from_db()
    assert member.studio.logo_mark == ""
    with studio_scope(member.studio):
        assert not StudioLogo.objects.exists()
    assert signed_in.get(f"{LOGO}removal/").status_code == 302
    assert signed_in.post(f"{LOGO}removal/").status_code == 302


def test_another_studio_and_a_plain_member(member: Membership, signed_in: Browser) -> None:
    send(signed_in, picture())
    member.studio.refresh_from_db()
    address = f"/studio/logo/{member.studio.logo_mark}.png"
    assert factories.browser(factories.membership()).get(address).status_code == 404
    assert signed_in.get("/studio/logo/0123456789abcdef.png").status_code == 404
    plain = factories.browser(factories.membership(studio=member.studio, rank=Rank.MEMBER))
    assert plain.get(address).status_code == 200
    assert plain.get(LOGO).status_code == plain.post(f"{LOGO}removal/").status_code == 403
