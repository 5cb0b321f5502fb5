"""Addresses of the objectives."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import row_views, views

urlpatterns = [
    path("", views.objectives, name="objectives"),
    path("catalogue/<role:lane>/", views.catalogue, name="objectives_catalogue"),
    path("new/<role:lane>/", views.new, name="objectives_new"),
    path("<key:key>/", views.objective, name="objective"),
    path("<key:key>/links/", row_views.links, name="objective_links"),
    path("<key:key>/place/", row_views.place, name="objective_place"),
    path("<key:key>/removal/", row_views.removal, name="objective_removal"),
]
