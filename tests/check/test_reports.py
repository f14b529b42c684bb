import json
import re
from pathlib import Path

import jsonschema
import pytest

from dutywriter.catalogue.rules import Rule
from dutywriter.check.baseline import fingerprints
from dutywriter.check.finding import Finding
from dutywriter.check.reports import data, github, sarif, text
from dutywriter.check.reports.outcome import Outcome, located
from dutywriter.reading.about import About
from dutywriter.reading.source import Source

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "findings-1.schema.json").read_text("utf-8"))
AGE = Rule("DW502", "age", "warning", "“{word}”是年龄上限", "写能力", category="age", title="限制年龄", basis=("就业促进法.26",))
SPACE = Rule("DW401", "cjk-latin-space", "info", "缺空格", "加空格", category="typography", title="中西文空格", reason="好读")
SEX = Rule(
    "DW501", "sex", "error", "“{word}”限制性别", "写要求", category="sex", title="限制性别", basis=("就业促进法.3", "就业促进法.26")
)


def finding(rule, content, words, *, fix=None, start=0):
    place = content.index(words, start)
    message = rule.message.format(word=words)
    return Finding(rule, place, place + len(words), message, rule.advice, rule.severity, 0.9, rule.basis, fix)


def outcome(content, *findings, file="甲.md", form="markdown", kind="招聘"):
    source = Source(content, form)
    return Outcome(file, "", About(kind), "recruit", form, located(source, findings, fingerprints(source, findings)))


@pytest.fixture(scope="session")
def book(catalogue):
    return catalogue.rules


@pytest.fixture
def some():
    content = "一\r\n要求：限男，35岁以下，会Excel\r\n"
    return [
        outcome(
            content,
            finding(SEX, content, "限男"),
            finding(AGE, content, "35岁以下"),
            finding(SPACE, content, "会E", fix="会 E"),
        ),
        Outcome("坏.pdf", "是 PDF"),
    ]


def test_a_person_reads_where_what_why_and_how(some, book):
    lines = text.rendered(some, book).splitlines()
    assert lines[0] == "甲.md：招聘，按招聘规则检查"
    first = lines.index("第 2 行第 4 列 [错误] 限制性别：“限男”限制性别 DW501")
    assert lines[first + 1] == "    要求：限男，35岁以下，会Excel"
    assert lines[first + 2] == "          ^^^^"
    assert lines[first + 3] == "    为什么：《就业促进法》第三条、第二十六条（2008-01-01 起施行）"
    assert lines[first + 4] == "    怎么改：写要求"
    assert "共 3 处：错误 1 处，警告 1 处，提示 1 处（错误先改，警告再改，提示供参考）" in lines
    assert any("1 处是标点和空格，不影响意思，可以自动改好" in line for line in lines)
    assert "dutywriter explain DW501" in lines[-2]
    assert lines[-1] == "提示风险，不构成法律意见。"


def test_of_a_text_without_risks_nothing_is_said_of_the_law(book):
    content = "会Excel"
    assert "法律意见" not in text.rendered([outcome(content, finding(SPACE, content, "会E"))], book)


def test_a_clean_text_is_said_to_be_clean(book):
    assert text.rendered([outcome("一")], book) == "没有发现问题：甲.md\n"
    assert text.rendered([Outcome("坏.pdf", "是 PDF")], book) == ""


def test_there_is_no_colour_unless_it_is_asked_for_and_never_one_of_the_file(book):
    content = "\x1b[31m限男\x9b\u202e\x07\tx"
    said = text.rendered([outcome(content, finding(SEX, content, "限男"), file="\x1b]0;甲\x07.md")], book)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)
    assert "\x1b[31m[错误]\x1b[0m" in text.rendered([outcome("限男", finding(SEX, "限男", "限男"))], book, colour=True)


@pytest.mark.parametrize(
    "content", ["长" * 5000 + "限男" + "长" * 5000, "限男" + "a" * 5000, "長" * 30 + "限男", "é́" * 50 + "限男"]
)
def test_a_long_line_is_cut_around_the_words_and_they_stay_marked(content, book):
    lines = text.rendered([outcome(content, finding(SEX, content, "限男"))], book, width=60).splitlines()
    from dutywriter.text.width import columns

    shown = next(line for line in lines if "限男" in line and "[" not in line)
    marks = lines[lines.index(shown) + 1]
    assert columns(shown) <= 60
    assert columns(shown[: shown.index("限男")]) == len(marks) - 4
    assert marks.endswith("^^^^")


def test_what_runs_over_lines_is_marked_on_its_first(book):
    content = "要求\n限男\n只要男"
    lines = text.rendered([outcome(content, finding(SEX, content, "限男\n只要男"))], book).splitlines()
    assert "    限男" in lines
    assert "    ^^^^" in lines


def test_what_is_said_again_and_again_is_told_once_with_its_places(book):
    content = "35岁以下\n" * 20
    findings = [finding(AGE, content, "35岁以下", start=place * 6) for place in range(20)]
    said = text.rendered([outcome(content, *findings)], book)
    assert said.count("限制年龄") == 1
    assert "同类的另有 19 处：第 2、3、4、5、6、7、8、9、10、11、12、13 行等" in said
    assert "共 20 处" in said


def test_a_rule_with_many_words_is_told_a_few_times_but_an_error_each_time(book):
    content = "\n".join(f"限男{number}" for number in range(9))
    errors = [finding(SEX, content, f"限男{number}") for number in range(9)]
    assert text.rendered([outcome(content, *errors)], book).count("] 限制性别：") == 9
    warnings = [finding(AGE, content, f"限男{number}") for number in range(9)]
    said = text.rendered([outcome(content, *warnings)], book)
    assert said.count("] 限制年龄：") == 3
    assert "同类的另有 6 处：第 4、5、6、7、8、9 行" in said


def test_a_word_file_has_paragraphs(book):
    said = text.rendered([outcome("一\n限男", finding(SEX, "一\n限男", "限男"), form="word", file="甲.docx")], book)
    assert "第 2 段第 1 字 [错误]" in said


def test_what_can_be_mended_is_never_a_word_file(book):
    for form, count in (("word", 0), ("text", 1)):
        outcomes = [outcome("会Excel", finding(SPACE, "会Excel", "会E", fix="会 E"), form=form)]
        assert ("--fix" in text.rendered(outcomes, book)) is bool(count)
        assert json.loads(data.rendered(outcomes, book))["summary"]["fixable"] == count


def test_the_data_is_what_its_schema_says(some, book):
    report = json.loads(data.rendered(some, book))
    jsonschema.validate(report, SCHEMA)
    assert report["summary"] == {"error": 1, "warning": 1, "info": 1, "fixable": 1, "files": 2}
    assert report["files"][1] == {"file": "坏.pdf", "kind": None, "profile": None, "level": None, "form": None, "error": "是 PDF"}
    one = report["findings"][0]
    assert (one["line"], one["column"], one["end_line"], one["end_column"], one["text"]) == (2, 4, 2, 6, "限男")
    assert one["basis"][0]["law"] == "中华人民共和国就业促进法"
    assert one["basis"][1]["article"] == "第二十六条"
    assert report["findings"][2]["fix"] == "会 E"


def test_the_schema_knows_every_key(some, book):
    report = json.loads(data.rendered(some, book))
    for place, keys in (("files", report["files"][0]), ("findings", report["findings"][0])):
        assert set(SCHEMA["properties"][place]["items"]["properties"]) == set(keys)
        assert SCHEMA["properties"][place]["items"]["additionalProperties"] is False


def test_github_gets_one_escaped_line_a_finding(book):
    content = "限男100%"
    one = finding(SEX, content, "限男100%")
    lines = github.rendered([outcome(content, one, file="a,b:c/甲.md"), Outcome("x%\x1b.md", "没有")], book).splitlines()
    assert lines[0].startswith(
        "::error file=a%2Cb%3Ac/甲.md,line=1,endLine=1,col=1,endColumn=7,title=DW501 限制性别::“限男100%25”限制性别%0A怎么改"
    )
    assert lines[1:] == ["::error file=x%25�.md,title=没有检查::没有"]


@pytest.mark.parametrize(("rule", "command"), [(SEX, "error"), (AGE, "warning"), (SPACE, "notice")])
def test_github_has_three_kinds_of_annotations(rule, command, book):
    assert github.rendered([outcome("限男", finding(rule, "限男", "限男"))], book).startswith(f"::{command} ")


def test_github_is_given_no_line_of_a_word_file_and_no_column_of_more_lines_than_one(book):
    word = github.rendered([outcome("一\n限男", finding(SEX, "一\n限男", "限男"), form="word", file="甲.docx")], book)
    assert word.startswith("::error file=甲.docx,title=DW501 限制性别::第 2 段第 1 字%0A")
    assert "line=1,endLine=2,title=" in github.rendered([outcome("一\n限男", finding(SEX, "一\n限男", "一\n限男"))], book)


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results", "columnKind", "artifacts", "invocations"],
                "properties": {
                    "columnKind": {"const": "unicodeCodePoints"},
                    "tool": {
                        "properties": {"driver": {"required": ["name", "rules"], "properties": {"rules": {"uniqueItems": True}}}}
                    },
                    "results": {
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "message": {"required": ["text"]},
                                "partialFingerprints": {"additionalProperties": {"type": "string", "minLength": 1}},
                                "rank": {"minimum": 0, "maximum": 100},
                                "locations": {
                                    "minItems": 1,
                                    "items": {"properties": {"physicalLocation": {"$ref": "#/$defs/place"}}},
                                },
                                "fixes": {
                                    "items": {
                                        "required": ["artifactChanges"],
                                        "properties": {
                                            "artifactChanges": {
                                                "items": {
                                                    "required": ["artifactLocation", "replacements"],
                                                    "properties": {
                                                        "replacements": {
                                                            "minItems": 1,
                                                            "items": {
                                                                "required": ["deletedRegion"],
                                                                "properties": {"deletedRegion": {"$ref": "#/$defs/region"}},
                                                            },
                                                        }
                                                    },
                                                }
                                            }
                                        },
                                    }
                                },
                            },
                        }
                    },
                },
            },
        },
    },
    "$defs": {
        "place": {
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}, "index": {"type": "integer", "minimum": 0}}
                },
                "region": {"$ref": "#/$defs/region"},
            },
        },
        "region": {
            "required": ["startLine", "startColumn", "endLine", "endColumn"],
            "additionalProperties": {"type": "integer", "minimum": 1},
        },
    },
}


def test_sarif_has_the_parts_that_matter(some, book):
    report = json.loads(sarif.rendered(some, book))
    jsonschema.validate(report, SARIF)
    run = report["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["DW401", "DW501", "DW502"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert all(rule["help"]["text"] for rule in rules)
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 6,
    }
    assert run["results"][2]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "会 E"}
    assert run["artifacts"][0]["location"]["uri"] == "%E7%94%B2.md"
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_names_the_paragraph_of_a_word_file(book):
    content = "一\n限男"
    report = json.loads(
        sarif.rendered([outcome(content, finding(SEX, content, "限男", fix=""), form="word", file="/a b.docx")], book)
    )
    jsonschema.validate(report, SARIF)
    result = report["runs"][0]["results"][0]
    assert result["locations"][0]["logicalLocations"] == [{"name": "第 2 段第 1 字"}]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///a%20b.docx"
    assert "fixes" not in result
