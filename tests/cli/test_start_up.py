"""What a run without questions loads: nothing that it does not need."""

import subprocess
import sys

OURS = """
dutywriter brief brief.answers brief.fields brief.kinds catalogue catalogue.data catalogue.load catalogue.model
catalogue.names catalogue.rules check check.plausible
check.remarks cli cli.app cli.boundary cli.config cli.delivery cli.drafting cli.help cli.new cli.options cli.output
cli.source cli.told
compose compose.arithmetic compose.case
compose.compose compose.parts
compose.parts.duties compose.parts.facts compose.parts.goals
compose.parts.measures compose.parts.metrics
compose.parts.partners compose.parts.pending compose.parts.purpose compose.parts.requirements
compose.parts.tables compose.parts.tools compose.select draft errors formats formats.comment formats.lines
formats.markdown formats.numerals marker text
text.marked text.near text.nodes text.numbers text.plain text.width
"""
OTHERS = {"annotated_doc", "dutywriter", "msgspec", "shellingham", "typer", "typing_extensions"}
PROBE = """
import sys
from dutywriter.cli.app import main
sys.argv = ["dutywriter", "new", "--role", "驻场"]
main()
print(*sys.modules, file=sys.stderr)
"""


def test_a_run_without_questions_loads_exactly_these_modules(run, tmp_path, environment):
    run("new", "--role", "驻场")  # an editable install compiles its catalogue first
    result = subprocess.run([sys.executable, "-c", PROBE], cwd=tmp_path, env=environment, capture_output=True, check=True)
    loaded = set(result.stderr.decode().splitlines()[-1].split())
    ours = {name.removeprefix("dutywriter.") for name in loaded if name.startswith("dutywriter")}
    assert ours == set(OURS.split())
    third = {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names) - {"__main__", "__mp_main__"}
    installed_hooks = {name for name in third if name.startswith(("_", "sitecustomize"))}
    assert third - installed_hooks == OTHERS
