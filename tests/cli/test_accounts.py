"""The accounts that the README names are those that the command prints."""

from imio.platform.core.provisioning.sites import DEMONSTRATION_ACCOUNTS
from pathlib import Path
import re

README = Path(__file__).parents[2] / "README.md"


def test_readme_and_command_name_the_same_accounts():
    rows = [line for line in README.read_text().splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)}
    assert named == {name for name, _who in DEMONSTRATION_ACCOUNTS}
