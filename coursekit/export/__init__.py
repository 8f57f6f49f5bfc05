"""Packages of the course for learning platforms, question banks and USB sticks."""

from coursekit.export.archive import write_atomically, zipped
from coursekit.export.order import Exporter, ExportError, Made, Order
from coursekit.export.report import REPORT, Row, write_report

__all__ = [
    "REPORT",
    "ExportError",
    "Exporter",
    "Made",
    "Order",
    "Row",
    "write_atomically",
    "write_report",
    "zipped",
]
