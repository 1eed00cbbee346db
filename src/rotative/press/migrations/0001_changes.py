from django.db import migrations, models
from django.db.models.functions import Now


def name_the_transaction(apps, schema_editor):
    """PostgreSQL: note which transaction wrote a change, since ids are not in the order of commits."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE press_change ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id()")
        schema_editor.execute("CREATE INDEX changes_by_transaction ON press_change (tx, id)")


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.TextField()),
                ("row", models.TextField()),
                ("at", models.DateTimeField(db_default=Now())),
            ],
            options={"default_permissions": (), "indexes": [models.Index(fields=["at"], name="changes_by_age")]},
        ),
        migrations.RunPython(name_the_transaction, migrations.RunPython.noop),
    ]
