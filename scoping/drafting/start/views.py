"""The ways to start an engagement."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scoping.catalogue.load import load_catalogue
from scoping.domain import scopefile
from scoping.engagements.importing import Closed, Imported, import_scope
from scoping.engagements.models import Engagement
from scoping.kit.forms import screen_language
from scoping.kit.uploads import too_large
from scoping.record.write import actor_of
from scoping.studios.access import StudioRequest, member_required
from scoping.studios.turns import by_turns, turn

from .helps import helps_of
from .telling import told_of_copy, told_of_template
from .ways import CopyForm, FoundingForm, ScopeFileForm

EDIT = ["GET", "HEAD", "POST"]
REPLACED = "replaced_by_import"  # in the session: what the reader is told once more, page by page


@require_http_methods(EDIT)
@member_required
def found(request: StudioRequest) -> HttpResponse:
    """Found an engagement, blank or from a template. It goes on with what is missing."""
    if request.method != "POST":
        form = FoundingForm(studio=request.studio, initial={"client": request.GET.get("client", "")})
    else:
        form = FoundingForm(request.POST, studio=request.studio)
        if form.is_valid():
            engagement = form.found(actor_of(request.user), timezone.now())
            if form.template is None:
                return redirect("drafting:client", number=engagement.number)
            _tell(request, told_of_template(form.template))
            return redirect("drafting:review", number=engagement.number)
    context = {"form": form, "helps": helps_of(request), "has_engagements": Engagement.objects.exists()}
    return render(request, "drafting/start/new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@member_required
def copy(request: StudioRequest) -> HttpResponse:
    """Found an engagement as a copy of an earlier one, and say what the copy leaves behind."""
    if request.method != "POST":
        original = Engagement.objects.numbered(request.GET.get("of", "")).first()
        form = CopyForm(studio=request.studio, initial={"original": original.uid if original else ""})
    else:
        form = CopyForm(request.POST, studio=request.studio)
        if form.is_valid():
            engagement = form.found(actor_of(request.user), timezone.now())
            _tell(request, told_of_copy(form.copied, engagement))
            return redirect("drafting:review", number=engagement.number)
    context = {"form": form, "has_engagements": Engagement.objects.exists()}
    return render(request, "drafting/start/copy.html", context, status=422 if form.is_bound else 200)


def _tell(request: StudioRequest, sentences: Iterator[str]) -> None:
    for sentence in sentences:
        messages.warning(request, sentence)


@require_http_methods(EDIT)
@member_required
def file(request: StudioRequest) -> HttpResponse:
    """Found an engagement from a scope file, or say everything that is wrong with the file."""
    form, faults = ScopeFileForm(), tuple[scopefile.FileFault, ...]()
    if request.method == "POST":
        form = ScopeFileForm(request.POST, request.FILES, too_large=too_large(request))
        if form.is_valid():
            try:
                return _imported(request, form)
            except scopefile.ScopeFileErrors as errors:
                faults = errors.faults
            except Closed as closed:
                form.add_error("known", _("%(number)s can no longer be changed.") % {"number": closed})
    language = screen_language()
    lines = [(fault.path, fault.sentence(language)) for fault in faults]
    context = {"form": form, "faults": lines, "has_engagements": Engagement.objects.exists()}
    status = 422 if request.method == "POST" else 200
    return render(request, "drafting/start/file.html", context, status=status)


def _imported(request: StudioRequest, form: ScopeFileForm) -> HttpResponse:
    uid = form.uid(request.studio)
    described = scopefile.read(form.cleaned_data["file"]).scope
    with turn(request.studio):
        before = Engagement.objects.of_uid(uid).first()
        if before is not None:  # the same form, sent twice
            return redirect("drafting:imported", number=before.number)
        done = import_scope(
            studio=request.studio,
            described=described,
            actor=actor_of(request.user),
            at=timezone.now(),
            uid=uid,
            overwrites=form.overwrites,
        )
    _remember(request, done)
    return redirect("drafting:imported", number=done.engagement.number)


def _remember(request: StudioRequest, done: Imported) -> None:
    replaced = [(one.path, one.was, one.became) for one in done.replacements]
    request.session[REPLACED] = {"number": done.engagement.number, "founded": done.founded, "rows": replaced}


@require_safe
@member_required
def imported(request: StudioRequest, number: str) -> HttpResponse:
    """What became of a file that was just read: where it went, and what the studio's own data replaced."""
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    told = request.session.get(REPLACED, {})
    if told.get("number") != engagement.number:
        return redirect("drafting:review", number=engagement.number)
    return render(request, "drafting/start/imported.html", {"engagement": engagement, "told": told})


@require_POST
@member_required
@by_turns
def shipped_catalogue(request: StudioRequest) -> HttpResponse:
    """Give a studio without templates the catalogue that comes with Paletti."""
    load_catalogue(request.studio)
    messages.success(request, _("The catalogue is yours now, with its templates."))
    return redirect("drafting:new")


@require_safe
@member_required
def engagement(request: StudioRequest, number: str) -> HttpResponse:
    """An engagement's own address leads to its first step."""
    found = get_object_or_404(Engagement.objects.numbered(number))
    return redirect("drafting:client", number=found.number)
