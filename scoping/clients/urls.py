"""Addresses of clients and contacts."""

from django.urls import path

from . import views

app_name = "clients"
urlpatterns = [
    path("", views.clients, name="clients"),
    path("new/", views.new, name="new"),
    path("<uuid:uid>/identity/", views.identity, name="identity"),
    path("<uuid:uid>/removal/", views.removal, name="removal"),
    path("<uuid:uid>/contacts/new/", views.new_contact, name="new_contact"),
    path("contacts/<uuid:uid>/", views.contact, name="contact"),
    path("contacts/<uuid:uid>/removal/", views.contact_removal, name="contact_removal"),
]
