"""What the simulator and the site cost, timed. ``python -m benchmarks`` runs all of it."""
