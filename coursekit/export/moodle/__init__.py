"""Question banks for Moodle."""

from coursekit.export.moodle.banks import moodle_banks

__all__ = ["moodle_banks"]
