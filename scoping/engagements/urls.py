"""Addresses of what the engagements have in common."""

from django.urls import path

from . import views

app_name = "engagements"
urlpatterns = [path("", views.numbers, name="numbers")]
