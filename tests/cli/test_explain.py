"""`dutywriter explain` as a process of its own."""

import json
import re
import sys

import pexpect
import pytest

from dutywriter.text.width import columns

OWN = """\
schema: dutywriter/catalogue/1
rules:
- {code: DW599, name: own-rule, title: 自己的规则, severity: info, message: 自己的话, advice: 自己的办法, basis: [劳动法.12]}
"""


def lines(result):
    assert result.stderr == b""
    assert result.returncode == 0
    return result.stdout.decode().splitlines()


@pytest.mark.parametrize("query", ["DW302", "dw302", "302", "buzzword"])
def test_a_rule_is_shown_in_full_under_any_of_its_names(run, query):
    found = lines(run("explain", query))
    assert found[0].startswith("DW302 ")
    assert {"查什么", "怎么改", "会提示", "不提示", "不想看到这条"} <= set(found)


def test_several_rules_are_shown_each_once_in_the_order_they_were_asked_for(run):
    found = lines(run("explain", "302", "DW301", "buzzword"))
    assert [line[:5] for line in found if re.match(r"DW\d{3} ", line)] == ["DW302", "DW301"]


@pytest.mark.parametrize("query", ["DW302,dw301", "302，301", "buzzword、 vague-word"])
def test_several_rules_may_stand_in_a_list_with_commas(run, query):
    assert run("explain", query).stdout == run("explain", "DW302", "DW301").stdout


def test_without_a_rule_every_rule_has_a_line_under_its_group(run, catalogue):
    found = lines(run("explain"))
    told = [line.split()[0] for line in found if line.startswith("  DW")]
    assert told == sorted(rule.code for rule in catalogue.rules.rules)
    assert "3xx 表达" in found


def test_json_is_data(run, catalogue):
    one = json.loads(run("explain", "buzzword", "--format", "json").stdout)
    assert (one["schema"], one["notice"]) == ("dutywriter/rules/1", "提示风险，不构成法律意见。")
    assert [rule["code"] for rule in one["rules"]] == ["DW302"]
    assert one["rules"][0]["severities"].keys() == {"recruit", "internal", "onsite"}
    every = json.loads(run("explain", "--format", "json").stdout)
    assert [rule["code"] for rule in every["rules"]] == sorted(rule.code for rule in catalogue.rules.rules)


def test_a_rule_of_a_companys_file_is_shown_with_the_law_it_cites(run, tmp_path, catalogue):
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    law = next(law for law in catalogue.rules.laws if law.name == "劳动法")
    found = lines(run("explain", "own-rule", "--catalogue", "own.yaml"))
    assert found[0] == "DW599 自己的规则（own-rule）"
    assert "  《劳动法》第十二条（1995-01-01 起施行）" in found
    assert f"    {law.articles['12']}" in found
    assert found[-1] == "提示风险，不构成法律意见。"
    data = json.loads(run("explain", "599", "--catalogue", "own.yaml", "--format", "json").stdout)
    assert (
        data["rules"][0]["basis"][0].items()
        >= {
            "law": "中华人民共和国劳动法",
            "short": "劳动法",
            "article": "第十二条",
            "since": "1995-01-01",
            "checked": True,
        }.items()
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["DW3O2"], "是不是 DW302"),
        (["buzzwords"], "是不是 buzzword"),
        (["302", "qqqq7"], "没有“qqqq7”这条规则，用 dutywriter explain 看全部规则"),
        ([""], "没有“”这条规则"),
        (["302,DW3O1"], "没有“DW3O1”这条规则，是不是 DW301"),
        (["302", "--format", "xml"], "可用：text、json"),
    ],
)
def test_misuse_is_one_line_and_two(run, arguments, says):
    result = run("explain", *arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    assert len(result.stderr.decode().splitlines()) == 1
    assert says in result.stderr.decode()


def test_help_is_chinese_and_the_command_is_listed(run):
    page = run("explain", "--help").stdout.decode()
    assert page.startswith("用法：dutywriter explain")
    assert "Usage" not in page
    assert "  explain" in run("--help").stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
@pytest.mark.parametrize("no_color", [False, True])
def test_on_a_terminal_lines_keep_within_its_width_and_headings_stand_out(tmp_path, environment, no_color):
    environment |= {"NO_COLOR": "1"} if no_color else {}
    command = ["-m", "dutywriter", "explain", "301", "302"]
    with pexpect.spawn(sys.executable, command, cwd=tmp_path, env=environment, dimensions=(24, 60), encoding="utf-8") as terminal:
        shown = terminal.read()
    assert ("\x1b[1m查什么\x1b[0m" in shown) is not no_color
    plain = re.sub(r"\x1b\[\d*m", "", shown).splitlines()
    assert max(map(columns, plain)) <= 60
    assert sum(line.startswith("  ") for line in plain) > 20
