"""Issuing, downloading, verifying."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.kit import storage
from scoping.kit.frames import may_be_framed
from scoping.press.errors import PressError
from scoping.record.write import actor_of
from scoping.studios.access import StudioRequest, member_required

from . import preview
from .history import history_of
from .issue import Refused, issue
from .models import ScopeDocument
from .refusals import reason_of, sentence
from .verification import canonical_code, verified


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def documents(request: StudioRequest, number: str) -> HttpResponse:
    """What was issued of an engagement; a POST issues the draft as its next version."""
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    if request.method != "POST":
        issued = ScopeDocument.objects.of(engagement)
        return render(request, "documents/list.html", {"engagement": engagement, "documents": issued})
    try:
        document = issue(engagement, actor=actor_of(request.user), at=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused.reason))
        return redirect("drafting:review", number=number)
    messages.success(request, _("Version %(version)d is issued.") % {"version": document.version.number})
    return redirect("documents:list", number=number)


@require_safe
@member_required
def record(request: StudioRequest, number: str) -> HttpResponse:
    """Everything that was recorded of an engagement, and whether the chain of its lines is whole."""
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    context = {"engagement": engagement, "history": history_of(engagement)}
    return render(request, "documents/record.html", context)


@require_safe
@member_required
@may_be_framed
def document(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """An issued PDF, byte for byte as it was stored; `?download` offers it as a file."""
    found = get_object_or_404(ScopeDocument.objects.with_engagement(), uid=uid)
    return _pdf(storage.read(found.pdf_sha256), found.file_name, offered="download" in request.GET)


@require_safe
@member_required
@may_be_framed
def draft(request: StudioRequest, number: str) -> HttpResponse:
    """The draft as it would be printed now, with its watermark."""
    content = _draft_content(request, number)
    if isinstance(content, HttpResponse):
        return content
    return _pdf(content, f"{number}.pdf", offered="download" in request.GET)


@require_safe
@member_required
def draft_page(request: StudioRequest, number: str, page: int) -> HttpResponse:
    """One page of the draft as an image."""
    content = _draft_content(request, number)
    if isinstance(content, HttpResponse):
        return content
    image = preview.page_image(content, page)
    if image is None:
        raise Http404
    return HttpResponse(image, content_type="image/png")


@require_safe
@login_not_required
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """The public page of a verification code: number, version and state, nothing else."""
    found = verified(canonical_code(code), timezone.now())
    status = 200 if found else 404
    return render(request, "documents/verify.html", {"found": found}, status=status)


def _draft_content(request: StudioRequest, number: str) -> bytes | HttpResponse:
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    described = scope_of(engagement, dated=engagement.studio.day_of(timezone.now()))
    try:
        return preview.draft_pdf(described)
    except PressError as error:
        context = {"engagement": engagement, "why": sentence(reason_of(error))}
        return render(request, "documents/not_printed.html", context, status=422)


def _pdf(content: bytes, name: str, *, offered: bool) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    kind = "attachment" if offered else "inline"
    response["Content-Disposition"] = f'{kind}; filename="{name}"'
    return response
