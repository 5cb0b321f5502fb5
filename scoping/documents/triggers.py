"""The triggers that keep issued documents as they are."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from scoping.kit.append_only import protect

TABLE = "scoping_scopedocument"


def make_triggers(editor: BaseDatabaseSchemaEditor) -> None:
    """Make them, or make them again after a migration that rebuilt the table."""
    protect(editor, TABLE, unique=(("id",), ("uid",), ("version_id",), ("code",)))
