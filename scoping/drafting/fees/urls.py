"""Addresses of the fees."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import views

urlpatterns = [
    path("", views.fees, name="fees"),
    path("new/<paid:lane>/", views.new, name="fees_new"),
    path("<key:key>/", views.fee, name="fee"),
    path("<key:key>/division/", views.division, name="fee_division"),
    path("<key:key>/place/", views.place, name="fee_place"),
    path("<key:key>/removal/", views.removal, name="fee_removal"),
]
