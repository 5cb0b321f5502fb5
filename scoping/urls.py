"""Every room's addresses, by name."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("", include("scoping.studios.urls")),
]
