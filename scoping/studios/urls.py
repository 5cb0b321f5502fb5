"""Addresses of the studio itself."""

from django.urls import path

from . import member_views, views

app_name = "studios"
urlpatterns = [
    path("studio/none/", views.no_studio, name="none"),
    path("studio/", views.profile, name="profile"),
    path("studio/logo/", views.logo, name="logo"),
    path("studio/logo/removal/", views.logo_removal, name="logo_removal"),
    path("studio/logo/<slug:mark>.png", views.logo_picture, name="logo_picture"),
    path("studio/members/", member_views.members, name="members"),
    path("studio/members/removal/", member_views.member_removal, name="member_removal"),
    path(
        "studio/invitations/<uuid:uid>/removal/",
        member_views.invitation_removal,
        name="invitation_removal",
    ),
    path("invitation/<slug:secret>/", member_views.invitation, name="invitation"),
    path("studio/current/", views.current, name="current"),
    path("language/", views.language, name="language"),
]
