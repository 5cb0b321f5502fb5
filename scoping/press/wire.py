"""What the press and its printer say to each other: a job goes in, an answer comes out, over two pipes.

Each message is a length (8 bytes, big-endian) and a JSON head, then a length and the body's bytes.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document to print: its HTML, the file's identifier, how many seconds of the processor it may take;
    whether it needs the fallback faces and bears the empty signature form, the word of its watermark, and the
    PNG of the logo that its HTML names.

    `chapters` asks for a preview, put together of chapters that are kept (`kept.py`): how many pages each is
    expected to take. `section` asks for the chapter alone that holds this section.
    """

    html: str
    identifier: bytes
    seconds: int = 60
    fallback: bool = False
    signable: bool = False
    watermark: str = ""
    logo: bytes = b""
    chapters: tuple[int, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of it. `error` names why there is no PDF; the first answer of a printer says that it is
    ready. `keys` names what each page of a preview shows: the same name is the same picture."""

    pdf: bytes = b""
    pages: int = 0
    keys: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str = ""


def write_job(target: BinaryIO, job: Job) -> None:
    """Hand a job over."""
    head = {
        "identifier": job.identifier.hex(),
        "fallback": job.fallback,
        "signable": job.signable,
        "seconds": job.seconds,
        "watermark": job.watermark,
        "logo": b64encode(job.logo).decode(),
        "chapters": list(job.chapters),
        "section": job.section,
    }
    _write(target, head, job.html.encode())


def read_job(source: BinaryIO) -> Job | None:
    """The next job; None once the other side has closed."""
    message = _read(source)
    if message is None:
        return None
    head, body = message
    return Job(
        html=body.decode(),
        identifier=bytes.fromhex(str(head["identifier"])),
        fallback=bool(head["fallback"]),
        signable=bool(head["signable"]),
        seconds=int(str(head["seconds"])),
        watermark=str(head["watermark"]),
        logo=b64decode(str(head["logo"])),
        chapters=tuple(head["chapters"]),  # type: ignore[arg-type]
        section=str(head["section"]),
    )


def write_answer(target: BinaryIO, answer: Answer) -> None:
    """Hand an answer over."""
    head = {
        "pages": answer.pages,
        "keys": list(answer.keys),
        "refusals": list(answer.refusals),
        "warnings": list(answer.warnings),
        "error": answer.error,
    }
    _write(target, head, answer.pdf)


def answer_of(head: bytes, body: bytes) -> Answer:
    """An answer from its two parts as they were read."""
    said = json.loads(head)
    return Answer(
        pdf=body,
        pages=said["pages"],
        keys=tuple(said["keys"]),
        refusals=tuple(said["refusals"]),
        warnings=tuple(said["warnings"]),
        error=said["error"],
    )


def _write(target: BinaryIO, head: dict[str, object], body: bytes) -> None:
    written = json.dumps(head).encode()
    target.write(len(written).to_bytes(8) + written + len(body).to_bytes(8) + body)
    target.flush()


def _read(source: BinaryIO) -> tuple[dict[str, object], bytes] | None:
    size = source.read(8)
    if len(size) < 8:
        return None
    head = json.loads(source.read(int.from_bytes(size)))
    return head, source.read(int.from_bytes(source.read(8)))
