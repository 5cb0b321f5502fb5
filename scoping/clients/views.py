"""Pages of companies and their contacts."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import ProtectedError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from scoping.kit.ways import way_back
from scoping.studios.access import StudioRequest, member_required
from scoping.studios.turns import by_turns

from .forms import ClientForm, ClientSearch, ContactForm
from .models import Client, Contact

EDIT = ["GET", "HEAD", "POST"]
ON_A_PAGE = 25


@require_safe
@member_required
def clients(request: StudioRequest) -> HttpResponse:
    """Every client of the studio, by name and by page."""
    search = ClientSearch(request.GET)
    found = Paginator(search.found(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "clients/clients.html", {"search": search, "clients": found})


@require_http_methods(EDIT)
@member_required
@by_turns
def new(request: StudioRequest) -> HttpResponse:
    """Add a client."""
    return _identity(request, Client(studio=request.studio, language=request.studio.language))


@require_http_methods(EDIT)
@member_required
@by_turns
def identity(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Edit who a client is; drafts say it anew, issued documents stay."""
    return _identity(request, get_object_or_404(Client.objects.all(), uid=uid))


def _identity(request: StudioRequest, row: Client) -> HttpResponse:
    back = way_back(
        request, reverse("overview:client", args=[row.uid]) if row.pk else reverse("clients:clients")
    )
    form = ClientForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_valid():
        saved = form.save()
        messages.success(request, _("Saved."))
        return redirect(way_back(request, reverse("overview:client", args=[saved.uid])))
    context = {"form": form, "client": row, "back": back}
    return render(request, "clients/identity.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@member_required
def removal(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Remove a client, after asking; one with engagements stays, and the page says why."""
    row = get_object_or_404(Client.objects.all(), uid=uid)
    context = {"client": row, "back": reverse("overview:client", args=[row.uid])}
    if request.method != "POST":
        return render(request, "clients/removal.html", context)
    try:
        row.remove()
    except ProtectedError:
        return render(request, "clients/removal.html", {**context, "needed": True}, status=409)
    messages.success(request, _("%(name)s was removed.") % {"name": row.name})
    return redirect("clients:clients")


@require_http_methods(EDIT)
@member_required
@by_turns
def new_contact(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Add a person at a client."""
    return _contact(request, Contact(client=get_object_or_404(Client.objects.all(), uid=uid)))


@require_http_methods(EDIT)
@member_required
@by_turns
def contact(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Edit a person at a client."""
    return _contact(request, get_object_or_404(Contact.objects.select_related("client"), uid=uid))


def _contact(request: StudioRequest, row: Contact) -> HttpResponse:
    back = way_back(request, reverse("overview:client", args=[row.client.uid]))
    form = ContactForm(request.POST if request.method == "POST" else None, instance=row, client=row.client)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(back)
    context = {"form": form, "contact": row, "back": back}
    return render(request, "clients/contact.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@member_required
def contact_removal(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Remove a contact, after asking; one that an engagement names stays, and the page says why."""
    row = get_object_or_404(Contact.objects.select_related("client"), uid=uid)
    back = way_back(request, reverse("overview:client", args=[row.client.uid]))
    context = {"contact": row, "back": back}
    if request.method != "POST":
        return render(request, "clients/contact_removal.html", context)
    try:
        row.delete()
    except ProtectedError:
        return render(request, "clients/contact_removal.html", {**context, "needed": True}, status=409)
    messages.success(request, _("%(name)s was removed.") % {"name": row.name})
    return redirect(back)
