"""Addresses of the economics: figures, suggestions, the client's ways, the exchange rate, estimates."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import estimating, views

urlpatterns = [
    path("", views.economics, name="economics"),
    path("suggestions/<token:token>/", views.suggestion, name="economics_suggestion"),
    path("undo/", views.undo, name="economics_undo"),
    path("friction/", views.friction, name="economics_friction"),
    path("exchange/", views.exchange, name="economics_exchange"),
    path("estimates/", estimating.estimates, name="economics_estimates"),
]
