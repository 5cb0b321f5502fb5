"""Every room's addresses, by name."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("engagements/", include("scoping.drafting.urls")),
    path("clients/", include("scoping.clients.urls")),
    path("professionals/", include("scoping.professionals.urls")),
    path("", include("scoping.documents.urls")),
    path("", include("scoping.studios.urls")),
]
