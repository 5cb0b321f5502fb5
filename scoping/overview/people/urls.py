"""Addresses of the list of people."""

from django.urls import path

from . import views

urlpatterns = [path("professionals/", views.professionals, name="professionals")]
