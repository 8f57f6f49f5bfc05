"""first importable version"""
from pathlib import Path
import yaml
from ssi_calc.inputs import inputs_from
def load_inputs(path=None):
    p = Path(path) if path else Path(__file__).with_name("inputs.yml")
    return inputs_from(yaml.safe_load(p.read_text()))
