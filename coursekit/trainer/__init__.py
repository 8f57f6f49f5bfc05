"""What a trainer gets out of the course: walkthroughs that have been run."""

from coursekit.trainer.walkthrough import executed, labels, localised, run_walkthroughs

__all__ = ["executed", "labels", "localised", "run_walkthroughs"]
