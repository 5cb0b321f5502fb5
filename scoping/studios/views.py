"""Pages of the studio itself."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from .models import User


def welcome(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    return render(request, "studios/welcome.html")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Changes the language of the screens, and remembers it for letters to who is signed in."""
    chosen = request.POST.get("language")
    if isinstance(request.user, User) and chosen in dict(settings.LANGUAGES):
        request.user.remember_language(chosen)
    return set_language(request)
