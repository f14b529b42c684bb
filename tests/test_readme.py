"""What the README says is what happens."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines() if line.startswith("dutywriter ")]


def test_every_command_of_the_readme_works_in_the_order_of_the_page(tmp_path, environment):
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "dutywriter"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m dutywriter "$@"\n')
    program.chmod(0o755)
    (folder / "python3").symlink_to(sys.executable)
    assert len(LINES) > 8
    for line in LINES:
        result = subprocess.run(
            ["sh", "-c", line],
            cwd=tmp_path,
            env=environment | {"PATH": f"{folder}:/usr/bin:/bin"},
            capture_output=True,
            check=False,
        )
        assert result.returncode == 0, (line, result.stderr.decode())
    assert (tmp_path / "first.json").read_text("utf-8").startswith("{")


def test_the_answers_file_of_the_readme_is_read(run, tmp_path):
    (tmp_path / "a.yaml").write_text(re.search(r"```yaml\n(schema.*?)```", README, re.DOTALL)[1], "utf-8")
    result = run("new", "--answers", "a.yaml")
    assert result.returncode == 0
    assert "某市政务服务中心" in result.stdout.decode()


def test_the_company_s_file_of_the_readme_is_one(run, tmp_path):
    text = re.search(r"```yaml\n(schema: dutywriter/catalogue.*?)```", README, re.DOTALL)[1]
    (tmp_path / "公司职责库.yaml").write_text(text, "utf-8")
    assert run("catalogue", "check", "公司职责库.yaml").returncode == 0
    (tmp_path / ".dutywriter.toml").write_text(re.search(r"```toml\n(.*?)```", README, re.DOTALL)[1], "utf-8")
    draft = run("new", "--role", "电商").stdout.decode()
    assert "试用新品样品" in draft


def test_ci_calls_the_readmes_test_command():
    command = next(line for block in BLOCKS for line in block.splitlines() if line.endswith("-m pytest"))
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("name", re.findall(r"\]\(([^)]+)\)", README))
def test_every_link_of_the_readme_leads_somewhere(name):
    assert (ROOT / name).exists()
