"""Addresses of step roles."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import matrix_views, overruling, row_views, views

urlpatterns = [
    path("conditions/<slug:condition>/", overruling.overrule, name="overrule"),
    path("", views.roles, name="roles"),
    path("autonomy/rows/", matrix_views.autonomy_rows, name="autonomy_rows"),
    path("autonomy/rows/<key:key>/", matrix_views.autonomy_row, name="autonomy_row"),
    path("autonomy/rows/<key:key>/decision/", matrix_views.decision, name="autonomy_row_decision"),
    path("autonomy/rows/<key:key>/removal/", matrix_views.autonomy_row_removal, name="autonomy_row_removal"),
    path("third/", views.third_parties, name="third_parties"),
    path("third/<key:key>/", views.third_party, name="third_party"),
    path("third/<key:key>/removal/", views.third_party_removal, name="third_party_removal"),
    path("<role:lane>/", views.role, name="role"),
    path("<role:lane>/guidelines/", row_views.guidelines, name="guidelines"),
    path("<role:lane>/guidelines/<key:key>/", row_views.guideline, name="guideline"),
    path("<role:lane>/guidelines/<key:key>/removal/", row_views.guideline_removal, name="guideline_removal"),
]
