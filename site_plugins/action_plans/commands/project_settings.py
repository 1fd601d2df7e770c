"""The settings of a command: those of the project around it, after what a killed build left is settled."""

import os
from dataclasses import replace
from pathlib import Path

from action_plans.model.when import When
from action_plans.project.project_file import find_project_file, read_project_file
from action_plans.project.settings import Settings, read_settings
from action_plans.publishing.publication import settle


def project_settings(config_file: Path | None = None, as_of: When | None = None) -> Settings:
    """Return the settings of the project whose `mkdocs.yml` is named, or else is the nearest.

    `as_of` is the day that counts as today, instead of what the options say.

    Raises:
        ProjectFileError: there is no such file, or it cannot be used.
        PublishingError: what an earlier build left cannot be settled.
    """
    project = read_project_file(config_file or find_project_file(Path.cwd()))
    settle(project.sites)
    options = project.options if as_of is None else project.options.model_copy(update={"as_of": as_of})
    settings = read_settings(project.root, options, project.site_name, os.environ, project.own_pages)
    return settings if project.has_plugin else replace(settings, unnamed_in=project.name)
