"""Addresses of the engagements and of the steps of a draft."""

from django.urls import include, path

from .start import views as start

app_name = "drafting"
urlpatterns = [
    path("", start.engagements, name="engagements"),
    path("new/", start.found, name="new"),
    path("<str:number>/", start.engagement, name="one"),
    path("<str:number>/client/", include("scoping.drafting.client.urls")),
    path("<str:number>/engagement/", include("scoping.drafting.engagement.urls")),
    path("<str:number>/roles/", include("scoping.drafting.roles.urls")),
    path("<str:number>/duties/", include("scoping.drafting.duties.urls")),
    path("<str:number>/objectives/", include("scoping.drafting.objectives.urls")),
    path("<str:number>/fees/", include("scoping.drafting.fees.urls")),
    path("<str:number>/clauses/", include("scoping.drafting.clauses.urls")),
    path("<str:number>/review/", include("scoping.drafting.review.urls")),
]
