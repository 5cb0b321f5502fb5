"""Addresses of the fees."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import row_views, typing, views

urlpatterns = [
    path("", views.fees, name="fees"),
    path("new/<paid:lane>/", views.new, name="fees_new"),
    path("new/<paid:lane>/sums/", typing.of_new, name="fees_new_sums"),
    path("<key:key>/", views.fee, name="fee"),
    path("<key:key>/sums/", typing.of_line, name="fee_sums"),
    path("<key:key>/amount/", row_views.amount, name="fee_amount"),
    path("<key:key>/division/", row_views.division, name="fee_division"),
    path("<key:key>/division/sums/", typing.of_division, name="fee_division_sums"),
    path("<key:key>/place/", row_views.place, name="fee_place"),
    path("<key:key>/removal/", row_views.removal, name="fee_removal"),
]
