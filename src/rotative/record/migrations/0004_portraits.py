import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0003_problem"), ("record", "0003_plain_names")]

    operations = [
        migrations.CreateModel(
            name="Portrait",
            fields=[
                ("actor", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="portrait", serialize=False, to="record.actor")),
                ("picture", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="library.picture", verbose_name="portrait")),
            ],
            options={"verbose_name": "portrait", "verbose_name_plural": "portraits"},
        ),
    ]
