"""Days as places in per cent of a drawing's width, and the words under them."""

from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.model.when import MONTHS

_EVERY_MONTH = 9  # as many names of months stand beside each other in the narrowest column that is drawn
_EVERY_QUARTER = 27


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From `first` to `last`, which lie at least a day apart."""

    first: date
    last: date

    def at(self, day: date) -> str:
        """Return the place of a day: `43.60%`; what lies outside stands at the edge."""
        return f"{self._share(day):.2f}%"

    def between(self, start: date, end: date) -> str:
        """Return the width from one day to another, in the same way."""
        return f"{max(0.0, self._share(end) - self._share(start)):.2f}%"

    def is_right_of(self, day: date, share: float) -> bool:
        """Whether a day stands further to the right than a share of the width in per cent."""
        return self._share(day) > share

    @property
    def marks(self) -> tuple[tuple[date, str], ...]:
        """The days that get a line and a word: each month, each quarter, or each year, by how long it all is."""
        months = self._months()
        if len(months) <= _EVERY_MONTH:
            return tuple((month, MONTHS[month.month - 1][:3]) for month in months)
        if len(months) <= _EVERY_QUARTER:
            quarters = (month for month in months if month.month % 3 == 1)
            return tuple((month, f"{MONTHS[month.month - 1][:3]} {month.year % 100:02}") for month in quarters)
        years = [month for month in months if month.month == 1]
        step = -(-len(years) // _EVERY_MONTH) or 1
        return tuple((year, str(year.year)) for year in years[::step])

    def _share(self, day: date) -> float:
        return max(0.0, min(100.0, 100 * (day - self.first).days / (self.last - self.first).days))

    def _months(self) -> list[date]:
        ends = (self.first, self.last)
        first, last = (each.year * 12 + each.month - 1 for each in ends)
        months = (date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1))
        return [month for month in months if self.first <= month < self.last]


def scale_over(days: list[date]) -> TimeScale:
    """Return the scale on which some days have their place, with a little room on both sides."""
    first, last = min(days), max(days)
    edge = timedelta(days=max(3, (last - first).days // 40))
    return TimeScale(_moved(first, -edge), _moved(last, edge))


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
