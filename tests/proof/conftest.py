"""How many projects are made by chance: 200 in every run, the same ones; 20,000 new ones by `make proof`."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "test",
    max_examples=100,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
settings.register_profile(
    "proof",
    parent=settings.get_profile("test"),
    max_examples=int(os.environ.get("PROOF_EXAMPLES", "20000")) // 2,
    derandomize=False,
    print_blob=True,
)
settings.load_profile(os.environ.get("PROOF_PROFILE", "test"))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Show what failed when it has failed: the others may take an hour."""
    if report.failed and not os.environ.get("PYTEST_XDIST_WORKER") and settings.get_current_profile_name() == "proof":
        print(f"\n{report.nodeid} FAILED\n{report.longreprtext}", flush=True)  # noqa: T201 -- for whoever waits
