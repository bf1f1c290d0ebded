"""Whether the kinds and fields that somebody names are any."""

from __future__ import annotations

from extract.golden.compare import Scope
from extract.golden.files import GoldenError
from extract.golden.kinds import KINDS


def check_scope(scope: Scope) -> None:
    """Raises GoldenError for a name that is none."""
    kinds = {kind.name for kind in KINDS}
    fields = {name for kind in KINDS for name in (*kind.weights, *(f"{kind.name}.{one}" for one in kind.weights))}
    for name in scope.only:
        if name not in kinds:
            raise GoldenError(f"--only {name}: the kinds are {', '.join(sorted(kinds))}")
    for name in scope.ignore:
        if name not in kinds | fields:
            raise GoldenError(f"--ignore {name}: no kind, and no field like evidence or budgets.label")
