"""The printers of this machine; a machine without any is no error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

NONE = (
    "Máy này chưa nối máy in nào. Có thể bấm Lưu PDF rồi in tệp ấy ở máy khác, "
    "hoặc bấm Mở PDF để xem, in bằng chương trình khác."
)


class Printers(Protocol):
    """Where pages can be sent."""

    def names(self) -> Sequence[str]:
        """The printers, the usual one first."""

    def printer(self, name: str) -> QPrinter:
        """One of them, ready for a run."""


class MachinePrinters:
    """The printers that the system knows. Qt's part for printing is loaded with the first question, not before."""

    def names(self) -> Sequence[str]:
        """The printers, the usual one first; none where the system's part for printing is missing."""
        try:
            from PySide6.QtPrintSupport import QPrinterInfo
        except ImportError:
            return ()
        usual = QPrinterInfo.defaultPrinterName()
        return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))

    def printer(self, name: str) -> QPrinter:
        """One of them, at its own fineness."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
