"""Views that answer what people ask, in the dialect of each database."""

from __future__ import annotations

_CHOSEN = """
SELECT s.name, s.kind, s.region_sido, s.region_sigungu, p.program, p.year, p.category, p.status, r.issuer, r.published,
       (SELECT SUM(b.amount_max) FROM budgets b
        WHERE b.record = s.record AND b.recipient = s.name AND b.source = 'national') AS national_krw, s.record
FROM selectees s
JOIN selections p ON p.record = s.record AND p.id = s.selection
JOIN releases r ON r.record = s.record
"""

_MONEY = """
SELECT r.issuer, r.published, b.program, b.year, b.recipient, b.source, b.label, b.amount_min, b.amount_max, b.currency,
       b.per, b.derived, e.quote, e.page, b.record
FROM budgets b
JOIN releases r ON r.record = b.record
JOIN evidence e ON e.record = b.record AND e.owner = 'budgets' AND e.owner_id = b.id
"""

_CLOSING = """
SELECT c."end", c.event, c.kind, c.program, r.issuer, r.title, c.record
FROM schedules c JOIN releases r ON r.record = c.record
WHERE c.kind IN ('application', 'call') AND c."end" BETWEEN CURRENT_DATE AND {later}
"""

_COMPETITION = """
SELECT r.issuer, p.program, p.year, p.category, p.count, p.applicants, p.competition_ratio, p.record
FROM selections p JOIN releases r ON r.record = p.record
WHERE p.competition_ratio IS NOT NULL
"""


def _views(later: str) -> dict[str, str]:
    return {"chosen": _CHOSEN, "money": _MONEY, "closing": _CLOSING.format(later=later), "competition": _COMPETITION}


VIEWS = {"sqlite": _views("date('now', '+30 day')"), "postgresql": _views("CURRENT_DATE + 30")}
