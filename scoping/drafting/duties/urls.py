"""Addresses of the duties."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import form_views, row_views, views

urlpatterns = [
    path("", views.duties, name="duties"),
    path("catalogue/<lane:lane>/", views.catalogue, name="duties_catalogue"),
    path("exclusion/<lane:lane>/", views.exclusion, name="duties_exclusion"),
    path("exclusion/<lane:lane>/<key:area>/", views.exclusion, name="duties_exclusion_area"),
    path("new/<lane:lane>/", form_views.new, name="duties_new"),
    path("<key:key>/", form_views.duty, name="duty"),
    path("<key:key>/responsible/", row_views.responsible, name="duty_responsible"),
    path("<key:key>/quantity/", row_views.quantity, name="duty_quantity"),
    path("<key:key>/place/", row_views.place, name="duty_place"),
    path("<key:key>/removal/", row_views.removal, name="duty_removal"),
]
