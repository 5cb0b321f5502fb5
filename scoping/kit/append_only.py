"""Triggers that let a table only grow, in the words of both databases.

Each statement is one string for `schema_editor.execute`. On SQLite a migration that alters such a table
rebuilds it and silently drops its triggers: it must call `protect` again, and `triggers_of` lets a check
count them.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

Statements = list[str]


def protect(
    editor: BaseDatabaseSchemaEditor, table: str, *, unique: tuple[tuple[str, ...], ...], keep: str = ""
) -> None:
    """Refuse UPDATE and DELETE (and TRUNCATE) on the table, as an IntegrityError on both databases.

    `unique` names the column sets of its unique constraints: SQLite's `INSERT OR REPLACE` fires no delete
    trigger, so an insert over an existing row is refused by itself. `keep` names a date column after which a
    row may go.
    """
    unprotect(editor, table)
    make = _postgresql if editor.connection.vendor == "postgresql" else _sqlite
    for statement in make(table, unique, keep):
        editor.execute(statement)


def unprotect(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Take the triggers of `protect` away: before a migration alters the table."""
    on_table = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
    for name in trigger_names(editor.connection, table):
        editor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def trigger_names(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The triggers that `protect` makes on this database."""
    kinds = (
        ("no_change", "no_truncate")
        if connection.vendor == "postgresql"
        else ("no_update", "no_delete", "no_replace")
    )
    return [f"{table}_{kind}" for kind in kinds]


def triggers_of(connection: BaseDatabaseWrapper, table: str) -> set[str]:
    """The triggers that the table really has now."""
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        return {name for (name,) in cursor.fetchall()}


def _sqlite(table: str, unique: tuple[tuple[str, ...], ...], keep: str) -> Statements:
    kept = f" WHEN OLD.{keep} >= date('now')" if keep else ""
    same = " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in columns) + ")" for columns in unique
    )
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}{kept} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    ]


def _postgresql(table: str, unique: tuple[tuple[str, ...], ...], keep: str) -> Statements:
    let_go = f"IF TG_OP = 'DELETE' AND OLD.{keep} < CURRENT_DATE THEN RETURN OLD; END IF;" if keep else ""
    refuse = f"RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation';"
    return [
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {let_go} {refuse} END $$",
        f"CREATE OR REPLACE FUNCTION {table}_refuse_all() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {refuse} END $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse_all()",
    ]
