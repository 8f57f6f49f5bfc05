"""The tools of the course site: content model, rendering, hosts and the command `course`."""
