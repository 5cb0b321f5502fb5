"""The lines of the record, and the head of each chain."""

from django.db import models

from scoping.studios.ownership import StudioOwned


class RecordLine(StudioOwned):
    """One line of one chain: what happened, when, and by whom. Written once, refused to change by triggers.

    `body` is the canonical JSON of the line without its hash, byte for byte what was hashed; the columns
    repeat of it what is searched for, and `verify` checks that they agree. `keep_until` is the day after
    which the line may go (ten years: art. 2946 of the Italian Civil Code).
    """

    chain = models.UUIDField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)
    body = models.TextField()
    keep_until = models.DateField()

    class Meta(StudioOwned.Meta):
        ordering = ["seq"]
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="one_line_a_place")]

    def __str__(self) -> str:
        return f"{self.chain} {self.seq} {self.kind}"


class RecordHead(StudioOwned):
    """The last line of a chain: locked by whoever writes the next one, so that writers queue up."""

    chain = models.UUIDField(unique=True)
    seq = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.chain} {self.seq}"
