"""Addresses of the duties."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import views

urlpatterns = [
    path("", views.duties, name="duties"),
    path("catalogue/<lane:lane>/", views.catalogue, name="duties_catalogue"),
    path("new/<lane:lane>/", views.new, name="duties_new"),
    path("<key:key>/", views.duty, name="duty"),
    path("<key:key>/responsible/", views.responsible, name="duty_responsible"),
    path("<key:key>/place/", views.place, name="duty_place"),
    path("<key:key>/removal/", views.removal, name="duty_removal"),
]
