"""Record lines and issued documents can only be added."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from scoping.documents.triggers import TABLE as DOCUMENTS
from scoping.documents.triggers import make_triggers as protect_documents
from scoping.kit.append_only import unprotect
from scoping.record.triggers import FOLLOWS
from scoping.record.triggers import TABLE as LINES
from scoping.record.triggers import make_triggers as protect_lines


def make(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    protect_lines(editor)
    protect_documents(editor)


def drop(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    on_table = f" ON {LINES}" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER IF EXISTS {FOLLOWS}{on_table}")
    unprotect(editor, LINES)
    unprotect(editor, DOCUMENTS)


class Migration(migrations.Migration):

    dependencies = [("scoping", "0002_engagements")]

    operations = [migrations.RunPython(make, drop)]
