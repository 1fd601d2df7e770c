"""The fonts that the browser sees: DejaVu and no other, so that every machine measures the same, and the worst case.

No usual font is wider than DejaVu Sans and Serif: what fits in them fits in all. Where fonts are not found by
fontconfig, on macOS and Windows, this changes nothing, and pages are seen in the machine's own.
"""

from pathlib import Path

from tests.built_sites import REPOSITORY

_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <match><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
  <match><edit name="hintstyle" mode="append"><const>hintslight</const></edit></match>
</fontconfig>
"""


def fontconfig(folder: Path) -> dict[str, str]:
    """Return what the environment must say so that fontconfig finds DejaVu alone; writes to `folder`."""
    fonts = next((REPOSITORY / ".cache").glob("dejavu-fonts-ttf-*/node_modules/dejavu-fonts-ttf/ttf"), None)
    if fonts is None:
        raise FileNotFoundError("There are no DejaVu fonts. Start the tests with `make test`, which installs them.")
    file = folder / "fonts.conf"
    file.write_text(_CONFIGURATION.format(fonts=fonts, cache=folder / "fontconfig"), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(file)}
