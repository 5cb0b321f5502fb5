"""Every room's addresses, by name."""

from django.urls import include, path

urlpatterns = [
    path("", include("scoping.overview.urls")),
    path("account/", include("allauth.account.urls")),
    path("catalogue/", include("scoping.catalogue.urls")),
    path("clients/", include("scoping.clients.urls")),
    path("professionals/", include("scoping.professionals.urls")),
    path("engagements/", include("scoping.drafting.urls")),
    path("studio/numbers/", include("scoping.engagements.urls")),
    path("studio/measures/", include("scoping.judgement.urls")),
    path("", include("scoping.documents.urls")),
    path("", include("scoping.studios.urls")),
]

handler500 = "scoping.kit.trouble.failed"
