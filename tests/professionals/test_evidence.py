"""Files that show a competence: taken by their content, kept whole, handed out to be saved, never shown."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django.fixtures import Settings

from scoping.domain.words import Lane
from scoping.judgement.conditions import _assessment
from scoping.kit import storage
from scoping.kit.uploads import LARGEST_UPLOAD
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.evidence import BOUNDS, EvidenceFile, evidence_of
from scoping.professionals.models import Professional
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import text_of
from tests.professionals.conftest import answers, assess, pdf
from tests.studios.test_logo import SVG, claimed, picture

pytestmark = pytest.mark.django_db
FILE, LINE = "file-CMP-S-01", "evidence-CMP-S-01"


@pytest.fixture
def visitor(owner: Membership) -> Client:
    return factories.browser(owner)


def chosen(content: bytes, name: str = "certificato.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def zipped(size: int) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * size)
    return written.getvalue()


def saved(visitor: Client, answer: Any, competence: str = "CMP-S-01") -> Any:
    """The download of what an assessment was sent with."""
    assert answer.status_code == 302, text_of(answer)
    uid = answer.url.rstrip("/").rpartition("/")[2]
    return visitor.get(reverse("professionals:assessment_evidence", args=[uid, competence]))


BAD_FILES = {
    "a program called a PDF": (b"MZ\x90\0" + b"\0" * 200, "né un PDF né un’immagine"),
    "a page called a picture": (b"<!doctype html><script>alert(1)</script>", "né un PDF né un’immagine"),
    "a drawing with a script": (SVG, "né un PDF né un’immagine"),
    "a letter of a text program": (zipped(50_000_000), "né un PDF né un’immagine"),
    "a PDF behind another beginning": (b"GIF89a" + pdf(), "né un PDF né un’immagine"),
    "a PDF in name only": (b"%PDF-1.7\nCompetenze di Elena\n%%EOF", "non si apre"),
    "a PDF that was cut": (pdf()[:300], "non si apre"),
    "a PDF without a page": (pdf(pages=0), "non si apre"),
    "a PDF with a password": (pdf(pikepdf.Encryption(owner="o", user="u")), "protetto"),
    "a PDF protected against changes": (pdf(pikepdf.Encryption(owner="o", user="")), "protetto"),
    "a picture of many pixels": (claimed(60_000, 60_000), "troppi pixel"),
    "a picture within its sides, of many pixels": (claimed(11_000, 11_000), "troppi pixel"),
    "a picture that was cut": (picture(size=(600, 600), compress_level=0)[:4000], "rovinata"),
    "too many bytes": (b"%PDF-" + b"\0" * LARGEST_UPLOAD, "troppo grande"),
    "nothing": (b"", "vuoto"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_not_what_it_says_is_refused_at_its_field_and_the_rest_stays(
    visitor: Client, of_elena: Professional, name: str, tmp_path: Path
) -> None:
    content, said = BAD_FILES[name]
    answer = assess(visitor, of_elena, answers(**{FILE: chosen(content), LINE: "Resta scritto."}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [FILE]
    assert said in text_of(answer)
    assert "Resta scritto." in text_of(answer)
    with studio_scope(of_elena.studio):
        assert not CompetenceAssessment.objects.exists()
    assert not (tmp_path / "documents").exists()


def test_a_pdf_is_kept_as_it_came_and_handed_out_to_be_saved(visitor: Client, of_elena: Professional) -> None:
    content = pdf()
    sent = answers(**{FILE: chosen(content, "piano «2026».pdf"), LINE: ""})
    answer = assess(visitor, of_elena, sent)
    assert "piano «2026».pdf" in text_of(visitor.get(answer.url))
    got = saved(visitor, answer)
    assert got.content == content
    assert got["Content-Type"] == "application/pdf"
    assert got["Content-Disposition"] == 'attachment; filename="CMP-S-01-2026-11-20.pdf"'
    assert got["X-Content-Type-Options"] == "nosniff"
    policy = got["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "'self'" not in policy
    assert "no-store" in got["Cache-Control"]


@pytest.mark.parametrize(("kind", "kept"), [("PNG", "png"), ("JPEG", "jpeg"), ("WEBP", "png")])
def test_a_picture_is_drawn_anew_whatever_its_name_says(
    visitor: Client, of_elena: Professional, kind: str, kept: str
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Elena"
    content = picture(kind, (4500, 300), exif=exif.tobytes())
    got = saved(visitor, assess(visitor, of_elena, answers(**{FILE: chosen(content), LINE: ""})))
    assert got["Content-Type"] == f"image/{kept}"
    assert got["Content-Disposition"].endswith(f'.{kept}"')
    assert b"Camera of Elena" not in got.content
    with Image.open(io.BytesIO(got.content)) as drawn:
        assert drawn.size == (BOUNDS.kept[0], 133)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("x" * 200 + ".pdf", "x" * 116 + ".pdf"),
        ("cartella/../../etc/passwd", "passwd"),
        ("piano\u202efdp.exe", "pianofdp.exe"),
        ('"><script>alert(1)</script>.pdf', "script>.pdf"),
    ],
)
def test_a_name_is_shown_and_leads_nowhere(
    visitor: Client, of_elena: Professional, name: str, shown: str
) -> None:
    answer = assess(visitor, of_elena, answers(**{FILE: chosen(pdf(), name)}))
    with studio_scope(of_elena.studio):
        assert EvidenceFile.objects.get().name == shown
    assert b"<script>alert" not in visitor.get(answer.url).content
    assert saved(visitor, answer)["Content-Disposition"].endswith('"CMP-S-01-2026-11-20.pdf"')


def test_a_name_that_no_text_here_may_hold_is_left_out() -> None:
    assert evidence_of(chosen(pdf(), "piano\u202efdp.exe")).name == "file.pdf"


def test_where_something_else_is_wrong_the_file_in_order_has_to_be_chosen_again(
    visitor: Client, of_elena: Professional
) -> None:
    sent = answers(**{FILE: chosen(pdf(), "piano.pdf"), "on": "2031-01-01", LINE: "Resta scritto."})
    answer = assess(visitor, of_elena, sent)
    page = text_of(answer)
    assert list(answer.context["form"].errors) == ["on"]
    assert "«piano.pdf» andava bene: sceglilo di nuovo." in page
    assert f'<a href="#id_{FILE}">piano.pdf</a>' in page
    assert "Resta scritto." in page


def test_a_huge_file_is_dropped_while_it_arrives_and_said_at_its_field(
    visitor: Client, of_elena: Professional
) -> None:
    huge = chosen(b"%PDF-" + b"\0" * LARGEST_UPLOAD * 2)
    answer = assess(visitor, of_elena, answers(**{FILE: huge, "file-CMP-S-02": chosen(pdf(), "piano.pdf")}))
    assert list(answer.context["form"].errors) == [FILE]
    assert "troppo grande" in text_of(answer)
    assert [one.lost for one in answer.context["form"].lost] == ["piano.pdf"]


def test_files_that_are_too_much_together_are_dropped_and_what_was_typed_arrives(
    visitor: Client, of_elena: Professional, settings: Settings
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1500
    two = {FILE: chosen(pdf() + b"%%EOF" * 80), "file-CMP-S-02": chosen(pdf() + b"%%EOF" * 80)}
    answer = assess(visitor, of_elena, answers(**two))
    assert sorted(answer.context["form"].errors) == [FILE, "file-CMP-S-02"]
    assert "Tre clienti in tre anni." in text_of(answer)


def test_a_file_alone_shows_a_level_to_the_condition_too(visitor: Client, of_elena: Professional) -> None:
    assess(visitor, of_elena, answers(**{FILE: chosen(pdf()), LINE: ""}))
    with studio_scope(of_elena.studio):
        latest = CompetenceAssessment.objects.latest_of(of_elena, Lane.SOCIAL)
        assert latest is not None
        shown = {score.competence: score.shown for score in _assessment(latest).scores}
    assert shown["CMP-S-01"]


def test_who_assesses_anew_keeps_the_file_of_last_time_or_leaves_it(
    visitor: Client, of_elena: Professional
) -> None:
    assess(visitor, of_elena, answers(**{FILE: chosen(pdf(), "piano.pdf")}))
    url = reverse("professionals:assessments_new", args=[of_elena.uid, "social"])
    assert "Tieni il file della volta scorsa: piano.pdf" in text_of(visitor.get(url))
    kept = assess(visitor, of_elena, answers(**{"on": "2026-11-21", "same-CMP-S-01": "on", LINE: ""}))
    assert saved(visitor, kept).content == pdf()
    left = assess(visitor, of_elena, answers(on="2026-11-22"))
    assert saved(visitor, left).status_code == 404
    forged = assess(visitor, of_elena, answers(**{"on": "2026-11-23", "same-CMP-S-02": "on"}))
    assert saved(visitor, forged, "CMP-S-02").status_code == 404


def test_where_the_disk_may_not_be_written_nothing_is_kept_and_what_was_typed_stays(
    visitor: Client, of_elena: Professional, settings: Settings, tmp_path: Path
) -> None:
    settings.DOCUMENTS = tmp_path / "a-file"
    settings.DOCUMENTS.write_text("in the way")
    sent = answers(**{FILE: chosen(pdf(), "piano.pdf"), LINE: "Resta scritto."})
    answer = assess(visitor, of_elena, sent)
    page = text_of(answer)
    assert answer.status_code == 503
    assert "Il disco di questa installazione è pieno" in page
    assert "Resta scritto." in page
    assert "«piano.pdf» andava bene: sceglilo di nuovo." in page
    with studio_scope(of_elena.studio):
        assert not CompetenceAssessment.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_where_the_database_takes_nothing_there_is_no_half_assessment(
    visitor: Client, of_elena: Professional
) -> None:
    visitor.get("/")  # whatever a first visit writes
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    try:
        answer = assess(visitor, of_elena, answers(**{FILE: chosen(pdf()), LINE: "Resta scritto."}))
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")
    assert answer.status_code == 503
    assert "Resta scritto." in text_of(answer)
    with studio_scope(of_elena.studio):
        assert not CompetenceAssessment.objects.exists()


def test_a_kept_file_that_was_changed_is_never_handed_out(
    visitor: Client, of_elena: Professional, tmp_path: Path
) -> None:
    answer = assess(visitor, of_elena, answers(**{FILE: chosen(pdf())}))
    file = next(path for path in (tmp_path / "documents").rglob("*") if path.is_file())
    file.write_bytes(b"%PDF-1.7 something else")
    with pytest.raises(storage.Damaged):
        saved(visitor, answer)


def test_of_a_competence_without_a_file_there_is_none(visitor: Client, of_elena: Professional) -> None:
    answer = assess(visitor, of_elena, answers(**{FILE: chosen(pdf())}))
    assert saved(visitor, answer, "CMP-S-02").status_code == 404
    assert saved(visitor, answer, "none").status_code == 404
