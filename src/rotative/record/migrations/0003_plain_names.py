from django.db import migrations, models

from rotative.record.likeness import letters


def fill(apps, schema_editor):
    """Names that are there already, in plain letters."""
    for model in (apps.get_model("record", "Actor"), apps.get_model("record", "Alias")):
        rows = model.objects.using(schema_editor.connection.alias).only("name")
        model.objects.bulk_update([_plain(row) for row in rows], ["plain"], batch_size=500)


def _plain(row):
    row.plain = f" {letters(row.name)}"[:500]
    return row


class Migration(migrations.Migration):
    dependencies = [("record", "0002_wanted_readings")]

    operations = [
        migrations.AddField("actor", "plain", models.CharField(blank=True, editable=False, max_length=500)),
        migrations.AddField("alias", "plain", models.CharField(blank=True, editable=False, max_length=500)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
