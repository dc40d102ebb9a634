"""The rows that a measurement prints."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its floor and what it should stay within."""

    name: str
    value: str
    floor: str
    figure: float
    limit: float
    unit: str

    @classmethod
    def of(cls, name: str, value: float, floor: float, limit: float, unit: str) -> "Row":
        """A ratio to a floor that was measured in the same run."""
        return cls(name, f"{value:.3f} {unit}", f"{floor:.3f} {unit}", value / floor, limit, "×")

    @classmethod
    def plain(cls, name: str, value: float, limit: float, unit: str) -> "Row":
        """A figure with a limit of its own, without a floor."""
        return cls(name, f"{value:.2f} {unit}", "–", value, limit, unit)

    @classmethod
    def told(cls, name: str, value: float, unit: str) -> "Row":
        """A figure that is told, and that nothing limits."""
        return cls.plain(name, value, math.inf, unit)


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| measurement | value | floor | figure | limit | within |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        within = "yes" if row.figure <= row.limit else "NO"
        ends = ("–", "–") if row.limit == math.inf else (f"{row.limit:g} {row.unit}", within)
        lines.append(
            f"| {row.name} | {row.value} | {row.floor} | {row.figure:.2f} {row.unit} "
            f"| {' | '.join(ends)} |"
        )
    return "\n".join(lines)
