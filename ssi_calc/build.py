"""``inputs.yml`` as JSON, so that the browser needs no YAML: ``python -m ssi_calc.build``."""

import json
import sys

from ssi_calc.files import INPUTS, inputs_document


def inputs_json() -> str:
    """Inputs and presets as compact JSON for `inputs_from`.

    Returns
    -------
    str
        The same text on every machine.

    Raises
    ------
    ValueError
        When ``inputs.yml`` is broken; the message lists every problem.

    Examples
    --------
    >>> from ssi_calc import inputs_from
    >>> len(inputs_from(json.loads(inputs_json()))) > 20
    True
    """
    document = inputs_document(INPUTS)
    if document.problems:
        raise ValueError("\n".join(map(str, document.problems)))
    return json.dumps(document.value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    sys.stdout.write(inputs_json() + "\n")
