"""A studio's rows are read and written in its scope, and nowhere else."""

import inspect

import pytest
from django.apps import apps
from django.db import models
from django_scopes import ScopeError

from scoping.clients.models import Client
from scoping.studios.ownership import ForeignStudio, NoStudioOpen, StudioOwned
from scoping.studios.tenancy import across_studios, studio_scope
from tests import factories

pytestmark = pytest.mark.django_db

# What asks the database nothing, or gives up nothing.
HARMLESS = {
    "using",
    "none",
    "create",
    "acreate",
    "as_manager",
    "resolve_expression",
    "db",
    "ordered",
    "query",
}


def test_each_studio_reads_only_its_own_rows() -> None:
    mine, theirs = factories.studio(), factories.studio()
    for owner, name in ((mine, "Caseificio"), (theirs, "Albergo")):
        with studio_scope(owner):
            Client.objects.create(studio=owner, name=name)
    with studio_scope(mine):
        assert [client.name for client in Client.objects.all()] == ["Caseificio"]
    with across_studios():
        assert Client.objects.count() == 2


def test_outside_every_scope_each_question_raises() -> None:
    asked = Client.objects.get_queryset()
    assert isinstance(asked, NoStudioOpen)
    silent = []
    for name, member in inspect.getmembers(models.QuerySet):
        if name.startswith("_") or name in HARMLESS or not callable(member):
            continue
        if inspect.iscoroutinefunction(member):
            continue  # an awaited question is the same question in a thread
        arguments: dict[str, list[object]] = {
            "contains": [Client()],
            "union": [asked],
            "intersection": [asked],
            "difference": [asked],
        }
        try:
            getattr(asked, name)(*arguments.get(name, []))
        except ScopeError:
            continue
        except TypeError as error:
            silent.append(f"{name}: {error}")
        else:
            silent.append(name)
    assert silent == []


@pytest.mark.parametrize("ask", [list, len, bool, lambda rows: rows[0]])
def test_outside_every_scope_looking_at_the_rows_raises(ask: object) -> None:
    with pytest.raises(ScopeError):
        ask(Client.objects.get_queryset())  # type: ignore[operator]


def test_a_row_is_not_written_outside_a_scope_nor_in_a_foreign_one() -> None:
    mine, theirs = factories.studio(), factories.studio()
    with pytest.raises(ScopeError):
        Client.objects.create(studio=mine, name="Caseificio")
    with studio_scope(mine):
        client = Client.objects.create(studio=mine, name="Caseificio")
    with studio_scope(theirs):
        with pytest.raises(ForeignStudio):
            client.save()
        with pytest.raises(ForeignStudio):
            client.delete()
        with pytest.raises(ForeignStudio):
            Client.objects.create(studio=mine, name="Albergo")


def test_no_scope_opens_for_nobody() -> None:
    with pytest.raises(TypeError), studio_scope(None):  # type: ignore[arg-type]
        pass


def test_every_table_but_the_tenants_own_belongs_to_a_studio() -> None:
    free = {
        model.__name__
        for model in apps.get_app_config("scoping").get_models()
        if not issubclass(model, StudioOwned)
    }
    assert free == {"User", "Studio", "Membership"}


def test_no_row_goes_because_another_one_goes() -> None:
    cascading = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("scoping").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is not models.PROTECT
    ]
    assert cascading == []
