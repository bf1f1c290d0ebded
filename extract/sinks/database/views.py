"""Views that answer what people ask, in the dialect of each database. They hold nothing: they are made anew at will."""

from __future__ import annotations

from sqlalchemy import Connection, text

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
       b.per, b.derived, e.quote, e.sentence, e.page, b.record, b.id
FROM budgets b
JOIN releases r ON r.record = b.record
JOIN evidence e ON e.record = b.record AND e.owner = 'budgets' AND e.owner_id = b.id AND e.number = 0
"""

# A stated total and the amounts that it is made of would count twice: the programme's own amount, or else the sum of
# what its categories or recipients get; and of releases that repeat it, once.
_NATIONAL = """
SELECT issuer, year, program, MAX(krw) AS krw, COUNT(*) AS releases FROM (
    SELECT r.issuer, COALESCE(b.year, {year}) AS year, b.program, b.record,
           COALESCE(MAX(CASE WHEN b.category IS NULL AND b.recipient IS NULL AND b.per IS NULL THEN b.amount_max END),
                    SUM(CASE WHEN b.per IS NULL OR b.recipient IS NOT NULL THEN b.amount_max END)) AS krw
    FROM budgets b JOIN releases r ON r.record = b.record
    WHERE b.source = 'national' AND b.currency = 'KRW'
    GROUP BY r.issuer, COALESCE(b.year, {year}), b.program, b.record
) AS stated WHERE krw IS NOT NULL GROUP BY issuer, year, program
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

# Two releases report one decision when they name a party in common for the same programme, year and status.
_REPEATED = """
SELECT a.program, a.year, a.status, COUNT(DISTINCT x.name) AS parties, a.record, b.record AS other
FROM selections a
JOIN selectees x ON x.record = a.record AND x.selection = a.id
JOIN selectees y ON y.name = x.name AND y.record > x.record
JOIN selections b ON b.record = y.record AND b.id = y.selection
WHERE b.program = a.program AND b.status = a.status AND COALESCE(a.year, b.year, 0) = COALESCE(b.year, a.year, 0)
GROUP BY a.program, a.year, a.status, a.record, b.record
"""

# What differs between the databases.
_SPEAKS = {
    "sqlite": {"later": "date('now', '+30 day')", "year": "CAST(strftime('%Y', r.published) AS INTEGER)"},
    "postgresql": {"later": "CURRENT_DATE + 30", "year": "CAST(EXTRACT(YEAR FROM r.published) AS BIGINT)"},
}
_VIEWS = {
    "chosen": _CHOSEN,
    "money": _MONEY,
    "national_money": _NATIONAL,
    "closing": _CLOSING,
    "competition": _COMPETITION,
    "repeated_decisions": _REPEATED,
}


def create_views(connection: Connection) -> None:
    """Make the views, of which none may be there."""
    for name, query in _VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query.format(**_SPEAKS[connection.dialect.name])}"))


def drop_views(connection: Connection) -> None:
    """Take away the views, of whatever version."""
    for name in _VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))
