"""The studio's logo: a picture of our own making, kept beside the studio and named by its content."""

from django.db import models, transaction

from scoping.domain.canonical import sha256_hex
from scoping.kit.pictures import Bounds, Picture

from .models import Studio
from .ownership import StudioOwned

BOUNDS = Bounds(largest_file=2_000_000, longest_side=4_000, kept=(640, 320))
MARK = 16  # so many signs of the picture's hash tell one logo of a studio from the next


class StudioLogo(StudioOwned):
    """The picture itself, a PNG; a table of its own, so that no page carries it along with the studio."""

    content = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    class Meta(StudioOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["studio"], name="one_logo_a_studio")]

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"


@transaction.atomic
def take_logo(studio: Studio, picture: Picture) -> None:
    """From now on this is the studio's logo."""
    StudioLogo.objects.update_or_create(
        studio=studio,
        defaults={"content": picture.content, "width": picture.width, "height": picture.height},
    )
    _mark(studio, sha256_hex(picture.content)[:MARK])


@transaction.atomic
def remove_logo(studio: Studio) -> None:
    """The studio has no logo any more; where it had none, nothing happens."""
    StudioLogo.objects.filter(studio=studio).delete()
    _mark(studio, "")


def logo_of(studio: Studio) -> StudioLogo | None:
    """The studio's logo, if it has one."""
    return StudioLogo.objects.filter(studio=studio).first()


def _mark(studio: Studio, mark: str) -> None:
    studio.logo_mark = mark
    studio.save(update_fields=["logo_mark"])
