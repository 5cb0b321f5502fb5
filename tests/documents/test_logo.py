"""The studio's logo goes into the version: what was issued is printed again without the studio."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from scoping.documents.issue import Refused, issue
from scoping.documents.logo import document_logo
from scoping.domain import scopefile
from scoping.domain.logo import is_small_picture
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.kit import storage
from scoping.kit.pictures import Picture
from scoping.record.write import SYSTEM
from scoping.studios.logo import StudioLogo, remove_logo, take_logo
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.studios.test_logo import picture

from .conftest import AT


@pytest.fixture(autouse=True)
def logo(studio: Studio) -> None:
    """The studio has a logo, larger than a document needs."""
    take_logo(studio, Picture(picture(size=(640, 320)), 640, 320))


def test_the_version_holds_it_and_prints_the_stored_bytes_again(
    engagement: Engagement, tmp_path: Path
) -> None:
    document = issue(engagement, actor=SYSTEM, at=AT)
    held = scopefile.read(bytes(document.snapshot)).logo
    assert held is not None
    assert is_small_picture(held.content)
    remove_logo(engagement.studio)
    file, pdf = tmp_path / "version.json", tmp_path / "version.pdf"
    call_command("export_scope", engagement.number, version=1, output=str(file))
    call_command("scope_pdf", str(file), output=str(pdf))
    assert pdf.read_bytes() == storage.read(document.pdf_sha256)
    assert b"/Image" in pdf.read_bytes()


def test_a_new_logo_alone_is_nothing_new_to_issue(engagement: Engagement) -> None:
    issue(engagement, actor=SYSTEM, at=AT)
    remove_logo(engagement.studio)
    with pytest.raises(Refused) as refused:
        issue(engagement, actor=SYSTEM, at=AT)
    assert refused.value.reason == "unchanged"


def test_the_draft_bears_it_in_its_preview_and_in_its_file(
    engagement: Engagement, client: Client, tmp_path: Path
) -> None:
    client.force_login(factories.membership(studio=engagement.studio).user)
    address = f"/engagements/{engagement.number}/draft.pdf"
    assert b"/Image" in client.get(address).content
    call_command("export_scope", engagement.number, output=str(tmp_path / "draft.json"))
    assert scopefile.read((tmp_path / "draft.json").read_bytes()).logo == document_logo(engagement.studio)
    remove_logo(engagement.studio)
    assert b"/Image" not in client.get(address).content


def test_a_file_brings_its_logo_to_no_other_studio(engagement: Engagement) -> None:
    document = issue(engagement, actor=SYSTEM, at=AT)
    other = factories.studio(name="Studio Altrove", regime="ordinary", income="self_employment")
    with studio_scope(other):
        read = scopefile.read(bytes(document.snapshot))
        import_scope(studio=other, described=read.scope, actor=SYSTEM, at=AT)
        assert not StudioLogo.objects.exists()
        assert document_logo(other) is None
