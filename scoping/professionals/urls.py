"""Addresses of the studio's professionals."""

from django.urls import path

from . import assessment_views, band_rate_views, rate_views, views

app_name = "professionals"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("rates/", band_rate_views.band_rates, name="band_rates"),
    path(
        "rates/<slug:band>/<slug:day>/removal/", band_rate_views.band_rate_removal, name="band_rate_removal"
    ),
    path("<uuid:uid>/", views.professional, name="professional"),
    path("<uuid:uid>/assessments/", assessment_views.assessments, name="assessments"),
    path("<uuid:uid>/rates/", rate_views.rates, name="rates"),
    path("<uuid:uid>/rates/<slug:day>/removal/", rate_views.rate_removal, name="rate_removal"),
    path("<uuid:uid>/hours/", rate_views.free_time, name="free_time"),
    path("<uuid:uid>/experience/<slug:lane>/", assessment_views.experience, name="experience"),
    path("<uuid:uid>/assessments/new/<slug:lane>/", assessment_views.new, name="assessments_new"),
    path("assessments/<uuid:uid>/", assessment_views.assessment, name="assessment"),
    path(
        "assessments/<uuid:uid>/evidence/<slug:competence>/",
        assessment_views.evidence,
        name="assessment_evidence",
    ),
]
