"""The sections of a report that were written by hand, for a period; and the record by which one is kept."""

from __future__ import annotations

from collections.abc import Collection

from models.errors import UserError
from models.ledger import rows
from models.ledger.named_period import named_period
from models.ledger.plain import asked, marks
from models.ledger.store import Store
from models.periods import Period
from models.records.report_text import ReportText


def written_texts(store: Store, form: str, period: Period, lasting: Collection[str] = ()) -> dict[str, ReportText]:
    """By section, what was written for this report and period.

    A section named in `lasting` (who signs, who receives) holds until it is written anew: without a text of the period
    itself it has that of the latest period before it.
    """
    sql = f"SELECT uid FROM report_text WHERE form = ? AND (period = ? OR section IN ({marks(len(lasting))}))"
    with store.reading() as connection:
        uids = [row[0] for row in asked(connection, sql, (form, period.text, *lasting))]
        found = list(rows.load(connection, ReportText, uids))
    texts = {each.section: each for each in found if each.period == period.text}
    ended = {text: _last_day(store, text) for text in {each.period for each in found}}
    before = [each for each in found if ended[each.period] < period.last.isoformat()]
    for each in sorted(before, key=lambda text: (ended[text.period], text.uid), reverse=True):
        texts.setdefault(each.section, each)
    return texts


def write_text(store: Store, form: str, period: Period, section: str, text: str, pattern: str) -> None:
    """Keeps a section as it was written by hand; `pattern` is what would stand there without."""
    known = _of_period(store, form, period, section)
    if known is None:
        known = ReportText(form=form, period=period.text, section=section)
    known.text, known.pattern = text.strip() or None, pattern or None
    with store.write(f"Sửa lời văn báo cáo {form} {period.label}") as write:
        write.save(known)


def restore_pattern(store: Store, form: str, period: Period, section: str) -> None:
    """Takes the text written by hand away, so that the program's own stands there again."""
    known = _of_period(store, form, period, section)
    if known is not None:
        with store.write(f"Dùng lại câu mẫu báo cáo {form} {period.label}") as write:
            write.remove(ReportText, known.uid)


def _of_period(store: Store, form: str, period: Period, section: str) -> ReportText | None:
    found = written_texts(store, form, period).get(section)
    return found if found is not None and found.period == period.text else None


def _last_day(store: Store, text: str) -> str:
    """The last day of the period that a text names; "" if it means none any more."""
    try:
        return named_period(store, text).last.isoformat()
    except UserError:
        return ""
