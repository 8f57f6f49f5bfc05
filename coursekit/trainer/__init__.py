"""What a trainer gets out of the course: walkthroughs that have been run, and slides."""

from coursekit.trainer.execute import Failure, executed
from coursekit.trainer.slides import slides_page
from coursekit.trainer.walkthrough import Executed, labels, localised, run_walkthroughs

__all__ = [
    "Executed",
    "Failure",
    "executed",
    "labels",
    "localised",
    "run_walkthroughs",
    "slides_page",
]
