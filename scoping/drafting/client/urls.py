"""Addresses of step client."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import views

urlpatterns = [
    path("", views.client, name="client"),
    path("functions/<slug:kind>/", views.functions, name="functions"),
    path("functions/<slug:kind>/<key:key>/", views.function, name="function"),
    path("functions/<slug:kind>/<key:key>/removal/", views.function_removal, name="function_removal"),
]
