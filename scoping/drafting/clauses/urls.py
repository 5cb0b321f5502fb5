"""Addresses of the clauses."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import row_views, views

urlpatterns = [
    path("", views.clauses, name="clauses"),
    path("new/library/", views.library, name="clauses_library"),
    path("new/own/", views.new, name="clauses_new"),
    path("<key:key>/", views.clause, name="clause"),
    path("<key:key>/values/", row_views.values, name="clause_values"),
    path("<key:key>/place/", row_views.place, name="clause_place"),
    path("<key:key>/removal/", row_views.removal, name="clause_removal"),
]
