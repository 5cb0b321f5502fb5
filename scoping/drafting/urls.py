"""Addresses of the engagements and of the steps of a draft."""

from django.urls import include, path

from scoping.engagements import addresses as addresses

from .start import views as start

app_name = "drafting"
urlpatterns = [
    path("new/", start.found, name="new"),
    path("new/copy/", start.copy, name="copy"),
    path("new/file/", start.file, name="file"),
    path("new/catalogue/", start.shipped_catalogue, name="shipped_catalogue"),
    path("<number:number>/", start.engagement, name="one"),
    path("<number:number>/imported/", start.imported, name="imported"),
    path("<number:number>/client/", include("scoping.drafting.client.urls")),
    path("<number:number>/engagement/", include("scoping.drafting.engagement.urls")),
    path("<number:number>/roles/", include("scoping.drafting.roles.urls")),
    path("<number:number>/duties/", include("scoping.drafting.duties.urls")),
    path("<number:number>/objectives/", include("scoping.drafting.objectives.urls")),
    path("<number:number>/fees/", include("scoping.drafting.fees.urls")),
    path("<number:number>/clauses/", include("scoping.drafting.clauses.urls")),
    path("<number:number>/undo/", include("scoping.drafting.undo.urls")),
    path("<number:number>/", include("scoping.drafting.archive.urls")),
    path("<number:number>/review/", include("scoping.drafting.review.urls")),
    path("<number:number>/economics/", include("scoping.drafting.economics.urls")),
]
