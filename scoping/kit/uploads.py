"""Files that come with a form: dropped while they arrive, where they are larger than any page takes."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

LARGEST_UPLOAD = 2_500_000  # bytes


class BoundedUpload(FileUploadHandler):
    """Stands before Django's own handlers: too large a file never fills memory or disk. All else that was
    sent with it arrives; the form tells the reader (`too_large`)."""

    arrived = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """The next file of the form begins."""
        super().new_file(*args, **kwargs)
        self.arrived = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hands the bytes on to the next handler. Raises SkipFile once there are too many."""
        self.arrived += len(raw_data)
        if self.arrived > LARGEST_UPLOAD:
            self.request.upload_too_large = True  # type: ignore[union-attr]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing to give: the next handler keeps the file."""


def too_large(request: HttpRequest) -> bool:
    """Whether a file that came with this form was dropped for its size. Ask after the form was read."""
    return bool(getattr(request, "upload_too_large", False))
