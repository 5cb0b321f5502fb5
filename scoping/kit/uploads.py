"""Files that come with a form: dropped while they arrive, where they are larger than any page takes."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

LARGEST_UPLOAD = 5_000_000  # bytes: a scanned certificate of a few pages


class BoundedUpload(FileUploadHandler):
    """Stands before Django's own handler: too large a file never fills the memory. All else that was sent
    with it arrives; the form tells the reader (`dropped`)."""

    arrived = 0
    whole = 0

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any) -> None:
        """The form begins, of so many bytes."""
        self.whole = content_length

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        """The next file of the form begins."""
        super().new_file(field_name, *args, **kwargs)
        self.arrived = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hands the bytes on to the next handler. Raises SkipFile once there are too many."""
        self.arrived += len(raw_data)
        if self.arrived > LARGEST_UPLOAD or self.whole > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            request: Any = self.request
            request.uploads_dropped = {*dropped(request), self.field_name}
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing to give: the next handler keeps the file."""


def dropped(request: HttpRequest) -> set[str | None]:
    """The fields whose file was dropped for its size. Ask after the form was read."""
    return getattr(request, "uploads_dropped", set())


def too_large(request: HttpRequest) -> bool:
    """Whether a file that came with this form was dropped for its size. Ask after the form was read."""
    return bool(dropped(request))
