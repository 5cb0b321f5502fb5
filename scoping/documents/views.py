"""Issuing, downloading, verifying."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.judgement.conditions import conditions_of
from scoping.judgement.judge import condition_statements
from scoping.kit import partials, storage
from scoping.kit.frames import may_be_framed
from scoping.press.errors import PressError
from scoping.record.write import actor_of
from scoping.studios.access import StudioRequest, member_required

from . import preview
from .history import history_of
from .issue import Refused, issue
from .logo import document_logo
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
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    try:
        printed = _draft_of(engagement)
    except PressError as error:
        return _not_printed(request, engagement, error)
    return _pdf(printed.pdf, f"{number}.pdf", offered="download" in request.GET)


@require_safe
@member_required
def draft_pages(request: StudioRequest, number: str) -> HttpResponse:
    """The draft's pages as pictures, one under the other; to htmx the part that the review shows."""
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    context: dict[str, object] = {"engagement": engagement}
    try:
        context["draft"] = _draft_of(engagement)
    except PressError as error:
        context["why"] = sentence(reason_of(error))
    status = 422 if "why" in context else 200
    return partials.page(request, "documents/draft.html", ["documents/_pages.html"], context, status=status)


@require_safe
@member_required
def draft_page(request: StudioRequest, number: str, page: int) -> HttpResponse:
    """One page of the draft as a picture, `w` pixels wide; a browser keeps what is asked for by its name,
    `v`."""
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    try:
        printed = _draft_of(engagement)
    except PressError as error:
        return _not_printed(request, engagement, error)
    found, width = printed.page(page), request.GET.get("w", str(preview.WIDTHS[-1]))
    if found is None or width not in map(str, preview.WIDTHS):
        raise Http404
    image = preview.page_image(printed.pdf, page, int(width))
    response = HttpResponse(image, content_type="image/png")
    if request.GET.get("v") == found.key:
        patch_cache_control(response, private=True, max_age=preview.PICTURE_KEPT, immutable=True)
    return response


@require_safe
@login_not_required
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """The public page of a verification code: number, version and state, nothing else."""
    found = verified(canonical_code(code), timezone.now())
    status = 200 if found else 404
    return render(request, "documents/verify.html", {"found": found}, status=status)


def _draft_of(engagement: Engagement) -> preview.Draft:
    described = scope_of(engagement, dated=engagement.studio.day_of(timezone.now()))
    judged = condition_statements(conditions_of(engagement, described), described)
    return preview.draft_of(described, judged, document_logo(engagement.studio))


def _not_printed(request: StudioRequest, engagement: Engagement, error: PressError) -> HttpResponse:
    context = {"engagement": engagement, "why": sentence(reason_of(error))}
    return render(request, "documents/not_printed.html", context, status=422)


def _pdf(content: bytes, name: str, *, offered: bool) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    kind = "attachment" if offered else "inline"
    response["Content-Disposition"] = f'{kind}; filename="{name}"'
    return response
