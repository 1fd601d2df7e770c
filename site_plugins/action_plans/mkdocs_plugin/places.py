"""Where both editions of a build go: as the options say, unless the command line sent the build elsewhere."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from action_plans.project.project_file import read_project_file
from action_plans.project.settings import Settings


def usual_sites(config: MkDocsConfig, settings: Settings) -> tuple[Path, Path]:
    """Return the folders that the project's own file names: of the staff edition, and of the family edition."""
    family = settings.root / settings.options.family.site_dir
    if config.config_file_path is None:
        return Path(config.site_dir), family
    return read_project_file(Path(config.config_file_path)).site_dir, family


def sites(config: MkDocsConfig, settings: Settings) -> tuple[Path, Path]:
    """Return the folders that this build publishes to.

    With `--site-dir DIR` the family edition goes beside DIR too, into a folder of its usual name: a build that is tried
    out elsewhere must not replace what families read. Where that would be the project's own, it is named after DIR.
    A DIR that is the families' own folder, lies in it or around it is refused like any other two editions in one place.
    """
    usual_staff, usual_family = usual_sites(config, settings)
    staff = Path(config.site_dir)
    ours, families = staff.resolve(), usual_family.resolve()
    if ours in (usual_staff.resolve(), families, *families.parents) or families in ours.parents:
        return staff, usual_family
    beside = staff.parent / usual_family.name
    if beside.resolve() in (families, usual_staff.resolve()):
        beside = staff.parent / f"{staff.name}-family"
    return staff, beside
