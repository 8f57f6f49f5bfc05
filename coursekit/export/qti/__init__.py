"""Question banks in QTI 2.2 and 3.0."""

from coursekit.export.qti.banks import qti_banks

__all__ = ["qti_banks"]
