"""`dutywriter new` as a process of its own: what it writes where, and its exit codes."""

import json
import os
import signal
import stat
import subprocess
import sys

import pytest

from dutywriter.brief.fields import BY_KEY, FIELDS

ONE_LINE = 1


def told(result):
    lines = result.stderr.decode().splitlines()
    assert "Traceback" not in result.stderr.decode()
    return lines


def test_no_question_is_asked_and_one_line_says_that_the_file_is_written(run, tmp_path):
    result = run("new", "--role", "驻场", "--out", "jd.md")
    assert (result.returncode, result.stdout, len(told(result))) == (0, b"", ONE_LINE)
    assert told(result)[0].startswith("已写入 jd.md：驻场运营专员岗位职责说明书，")
    assert "处待填" in told(result)[0]
    assert (tmp_path / "jd.md").read_text("utf-8").startswith("# 驻场运营专员岗位职责说明书\n")


@pytest.mark.parametrize("suffix", ["md", "txt", "json"])
def test_out_and_stdout_give_the_same_bytes_every_time(run, tmp_path, suffix):
    run("new", "--role", "电商", "--level", "主管", "--out", f"jd.{suffix}")
    first = run("new", "--role", "电商", "--level", "主管", "--format", suffix)
    second = run("new", "--role", "dianshang", "--level", "组长", "--format", suffix)
    assert (tmp_path / f"jd.{suffix}").read_bytes() == first.stdout == second.stdout
    assert "处待填" in told(first)[-1]


def test_stdout_is_for_the_document_alone_and_has_no_colour(run):
    result = run("new", "--role", "驻场", "--must", "积极主动")
    assert result.stdout.startswith("# 驻场".encode())
    assert b"\x1b" not in result.stdout
    assert any(line.startswith("提示：必备要求“积极主动”") for line in told(result))
    assert "提示" not in result.stdout.decode()


def test_the_example_of_two_companies_named_by_letters(run):
    result = run(
        "new",
        "--role",
        "驻场",
        "--client",
        "乙公司",
        "--company",
        "甲公司",
        "--metric",
        "客户满意度=88%->93%@2026-12-31",
        "--format",
        "txt",
    )
    text = result.stdout.decode()
    assert result.returncode == 0
    assert "客户单位（甲方）：乙公司\n" in text
    assert "现状：88%；目标：不低于 93%；期限：2026-12-31" in text


def test_saved_answers_give_the_same_draft_again(run, tmp_path):
    arguments = [
        "--role",
        "天猫运营",
        "--level",
        "主管",
        "--category",
        "女装",
        "--metric",
        "退款率=14%->11%@2027Q2",
        "--must",
        "带过 3 人",
    ]
    first = run("new", *arguments, "--save-answers", "brief.yaml")
    again = run("new", "--answers", "brief.yaml")
    assert first.returncode == again.returncode == 0
    assert first.stdout == again.stdout
    assert "岗位: 电商运营" in (tmp_path / "brief.yaml").read_text("utf-8")
    piped = run("new", "--answers", "-", "--format", "json", stdin=(tmp_path / "brief.yaml").read_bytes())
    assert json.loads(piped.stdout)["level"] == "主管"


@pytest.mark.parametrize("arguments", [["new"], ["new", "--level", "主管"], ["new", "--no-ask"], ["new", "--ask"]])
def test_without_a_terminal_and_a_role_one_line_names_the_flags(run, arguments):
    result = run(*arguments)
    assert (result.returncode, result.stdout, len(told(result))) == (2, b"", ONE_LINE)
    assert "--role" in told(result)[0]
    assert "--answers" in told(result)[0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--role", "驻厂"], "是不是 驻场运营？"),
        (["--role", "火星"], "可用：驻场运营、电商运营、产品运营"),
        (["--role", "驻场", "--level", "董事长"], "可用：专员、主管、经理"),
        (["--role", "驻场", "--format", "docs"], "可用：md、txt、json"),
        (["--role", "驻场", "--kind", "说明"], "是不是 说明书？"),
        (["--role", "驻场", "--sections", "沟通"], "是不是 沟通协调"),
        (["--role", "驻场", "--out", "jd.odt"], "不认识后缀 .odt"),
        (["--role", "驻场", "--out", "jd.md", "--format", "json"], "不一致"),
        (["--rol", "驻场"], "是不是 --role"),
        (["--role"], "--role 后面要写内容"),
        (["--role", "驻场", "--metric", "客户满意度", "88%"], "多出了“88%”"),
        (["--岗位", "驻场"], "是不是 --role？"),
        (["--role", "驻场", "--role", "电商"], "写了 2 次"),
        (["--role", "驻场", "--metric", "客户满意度=88%-"], "是不是少了引号"),
        (["--role", "驻场", "--metric", "客户满意度 88% 93%"], "看不懂"),
        (["--role", "驻场", "--title", "甲\x1b[31m乙"], "控制字符"),
        (["--role", "驻场", "--title", "字" * 10_000], "最多 200 字"),
        (["--role", "驻场", "--answers", "没有.yaml"], "找不到文件：没有.yaml"),
        (["--role", "驻场", "--answers", "."], "是文件夹"),
        (["--role", "驻场", "--out", ""], "--out 后面是空的"),
        (["--role", "驻场", "--answers", ""], "--answers 后面是空的"),
        (["--role", "驻场", "--sections", "流量与推广"], "没有可写的职责"),
        (["--role", "驻场", "--duties", "zc-delivery"], "是不是 zc-delivery-"),
        (["--role", "驻场", "--own", "核对双方待办"], "请写成 模块=职责"),
        (["--role", "驻场", "--save-answers", "x.json", "--out", "./x.json"], "要写一个与 --out 不同的文件名"),
    ],
)
def test_misuse_is_one_line_with_what_would_do_and_two(run, arguments, says):
    result = run("new", *arguments)
    assert (result.returncode, result.stdout, len(told(result))) == (2, b"", ONE_LINE)
    assert says in told(result)[0]


def test_a_focus_may_stand_in_a_file_and_reasons_go_to_stderr(run, tmp_path):
    (tmp_path / "notes.txt").write_text("老板说：\n今年主抓满意度回访，\n新人培训。\n", "utf-8")
    plain = run("new", "--role", "驻场")
    told_why = run("new", "--role", "驻场", "--focus", "@notes.txt", "--explain")
    assert told_why.stdout != plain.stdout
    assert any(line.startswith("客户关系管理：侧重：满意度") for line in told(told_why))
    assert "侧重" not in told_why.stdout.decode()
    assert run("new", "--role", "驻场", "--focus", "@没有.txt").returncode == 2


def test_an_unknown_command_is_told(run):
    result = run("nwe")
    assert (result.returncode, told(result)) == (2, ["没有 nwe 这个命令，可用：new、check、explain、convert、catalogue"])


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        ("岗位: 驻场\n工作时间: 18:00\n级别: 主任\n".encode(), 1, ["brief.yaml:2:7: ", "brief.yaml:3:5: "]),
        ("岗位: 驻场\n岗位: 电商\n".encode(), 1, ["brief.yaml:2:1: “岗位”写了两次"]),
        ("岗位 驻场\n".encode(), 1, ["brief.yaml:1:1: "]),
        (b"a: &a [1]\nb: *a\n", 1, ["brief.yaml:1:1: ", "brief.yaml:1:4: ", "brief.yaml:2:1: ", "brief.yaml:2:4: "]),
        ("岗位: 驻场".encode("gbk"), 2, ["brief.yaml:1: 不是 UTF-8 编码"]),
        (b"\x00\x01\x02", 1, ["brief.yaml:1:1: 含有不能显示的控制字符"]),
        (b"a: " + b"x" * (3 * 1024 * 1024), 2, ["brief.yaml 超过 2 MB"]),
        (b"[" * 100_000, 1, ["brief.yaml:1:33: 嵌套"]),
        (b"", 2, ["brief.yaml 里没有写“岗位”"]),
        ("岗位: 驻场\n级别：主管\n".encode(), 1, ["brief.yaml:2:3: 冒号要用半角的“:”"]),
    ],
)
def test_a_wrong_answers_file_is_told_line_by_line(run, tmp_path, content, code, says):
    (tmp_path / "brief.yaml").write_bytes(content)
    result = run("new", "--answers", "brief.yaml")
    assert (result.returncode, result.stdout) == (code, b"")
    assert len(told(result)) == len(says)
    for line, start in zip(told(result), says, strict=True):
        assert line.startswith(start)


def test_a_file_with_a_bom_is_read(run, tmp_path):
    (tmp_path / "brief.yaml").write_bytes(b"\xef\xbb\xbf" + "岗位: 驻场\n".encode())
    assert run("new", "--answers", "brief.yaml").returncode == 0


def test_an_existing_file_is_left_alone_unless_forced(run, tmp_path):
    old = tmp_path / "jd.md"
    old.write_text("旧", "utf-8")
    old.chmod(0o640)
    result = run("new", "--role", "驻场", "--out", "jd.md")
    assert (result.returncode, old.read_text("utf-8"), len(told(result))) == (1, "旧", ONE_LINE)
    assert "--force" in told(result)[0]
    assert run("new", "--role", "驻场", "--out", "jd.md", "--force").returncode == 0
    assert old.read_text("utf-8").startswith("# 驻场")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_links_target_is_written_and_the_link_stays(run, tmp_path):
    target = tmp_path / "real.md"
    target.write_text("旧", "utf-8")
    (tmp_path / "jd.md").symlink_to(target)
    assert run("new", "--role", "驻场", "--out", "jd.md", "--force").returncode == 0
    assert (tmp_path / "jd.md").is_symlink()
    assert target.read_text("utf-8").startswith("# 驻场")


def test_a_new_file_has_the_permissions_of_any_new_file(run, tmp_path):
    run("new", "--role", "驻场", "--out", "jd.md")
    (tmp_path / "other").write_text("")
    assert (tmp_path / "jd.md").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("没有/jd.md", "文件夹不存在"),
        ("folder.md", "是文件夹"),
        ("jd.md/", "请写出文件名"),
        ("pipe.md", "不是普通文件"),
        ("loop.md", ""),
        ("字" * 300 + ".md", ""),
        ("字" * 300 + "/jd.md", ""),
    ],
)
def test_a_target_that_cannot_be_written_is_one_line_and_one(run, tmp_path, out, says):
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    result = run("new", "--role", "驻场", "--out", out)
    assert (result.returncode, result.stdout, len(told(result))) == (1, b"", ONE_LINE)
    assert says in told(result)[0]


def test_answers_and_draft_are_both_checked_before_either_is_written(run, tmp_path):
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    assert run("new", "--role", "驻场", "--save-answers", "a.yaml", "--out", "jd.md").returncode == 1
    assert not (tmp_path / "a.yaml").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a limit on file size")
def test_a_full_disk_leaves_the_old_file_and_no_part(run, tmp_path):
    import resource

    (tmp_path / "jd.md").write_text("旧", "utf-8")
    result = run(
        "new",
        "--role",
        "驻场",
        "--out",
        "jd.md",
        "--force",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert (result.returncode, len(told(result))) == (1, ONE_LINE)
    assert (tmp_path / "jd.md").read_text("utf-8") == "旧"
    assert [path.name for path in tmp_path.iterdir()] == ["jd.md"]


def test_an_interrupt_while_writing_leaves_the_old_file_and_no_part(tmp_path, environment):
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    code = (
        "import os, signal, sys\nos.fsync = lambda *a: os.kill(os.getpid(), signal.SIGINT)\n"
        "from dutywriter.cli.app import main\n"
        "sys.argv = ['dutywriter', 'new', '--role', '驻场', '--out', 'jd.md', '--force']\nsys.exit(main())"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert result.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ["jd.md"]
    assert (tmp_path / "jd.md").read_text("utf-8") == "旧"


@pytest.mark.parametrize("moment", ["fsync", "chmod", "replace"])
def test_killed_while_writing_the_file_is_the_old_one(run, tmp_path, environment, moment):
    target = tmp_path / "jd.md"
    target.write_text("旧", "utf-8")
    code = (
        f"import os, sys\nos.{moment} = lambda *a: os.kill(os.getpid(), 9)\n"
        "from dutywriter.cli.app import main\n"
        "sys.argv = ['dutywriter', 'new', '--role', '驻场', '--out', 'jd.md', '--force']\nmain()"
    )
    run("--version")  # an editable install compiles its catalogue first
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert result.returncode == -signal.SIGKILL
    assert target.read_text("utf-8") == "旧"


def test_a_reader_that_goes_away_is_no_mistake(tmp_path, environment):
    command = f"{sys.executable} -m dutywriter new --role 驻场 --length 详尽 2>err | head -1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert result.stdout.decode().splitlines() == ["# 驻场运营专员岗位职责说明书", "0"]
    assert "Traceback" not in (tmp_path / "err").read_text("utf-8")


def test_a_stdout_that_cannot_take_the_document_is_told(tmp_path, environment):
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    command = f"{sys.executable} -m dutywriter new --role 驻场 > /dev/full"
    result = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert result.returncode == 1
    assert told(result) == ["写不到标准输出：磁盘已满"]


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_the_document_is_utf8_whatever_the_console_speaks(tmp_path, environment, encoding):
    command = [sys.executable, "-m", "dutywriter", "new", "--role", "驻场", "--must", "✓ 会剪辑😀"]
    result = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert result.returncode == 0
    assert "✓ 会剪辑😀" in result.stdout.decode("utf-8")


def test_what_a_user_types_stays_text(run):
    nasty = "甲|乙 **粗** <b> {{x}} [kpi] [/x] \n第二行 😀"
    text = run("new", "--role", "驻场", "--company", nasty).stdout.decode()
    assert "| 用人单位（乙方） | 甲\\|乙 \\*\\*粗\\*\\* \\<b\\> {{x}} \\[kpi\\] \\[/x\\] 第二行 😀 |" in text


def test_help_is_chinese_and_names_every_option(run):
    page = run("new", "--help").stdout.decode()
    assert page.startswith("用法：dutywriter new")
    for field in FIELDS:
        assert field.flag in page
    assert "Usage" not in page
    assert "Options" not in page
    assert run("--help").stdout.decode().startswith("用法：dutywriter 命令")
    assert run().returncode == 0


def test_a_bug_is_three_with_a_log_that_holds_no_answers(tmp_path, environment):
    code = (
        "import sys; import dutywriter.cli.drafting as drafting\n"
        "def broken(*a): raise RuntimeError('秘密客户')\n"
        "drafting.compose = broken\n"
        "from dutywriter.cli.app import main\n"
        "sys.argv = ['dutywriter', 'new', '--role', '驻场', '--client', '秘密客户']\n"
        "sys.exit(main())"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment | {"TMPDIR": str(tmp_path)}, capture_output=True, check=False
    )
    assert (result.returncode, result.stdout, len(told(result))) == (3, b"", ONE_LINE)
    log = next(tmp_path.glob("dutywriter-*.log")).read_text("utf-8")
    assert "RuntimeError" in log
    assert "秘密" not in log


def test_an_interrupt_is_130_and_nothing_is_written(tmp_path, environment):
    code = (
        "import os, signal, sys\nimport dutywriter.cli.drafting as drafting\n"
        "drafting.compose = lambda *a: os.kill(os.getpid(), signal.SIGINT)\n"
        "from dutywriter.cli.app import main\n"
        "sys.argv = ['dutywriter', 'new', '--role', '驻场', '--out', 'jd.md']\nsys.exit(main())"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (result.returncode, told(result)) == (130, ["已取消，没有写入任何文件"])
    assert list(tmp_path.iterdir()) == []


def test_every_answer_is_used_and_none_read_and_ignored(run):
    """Each field, said differently, changes the draft."""
    said = {
        "role": "产品",
        "level": "经理",
        "length": "精简",
        "title": "甲",
        "company": "甲",
        "client": "甲",
        "industry": "甲",
        "effective": "2027-01-01",
        "kind": "招聘",
        "outline": "项目为先",
        "department": "甲",
        "reports_to": "甲",
        "team_size": "7",
        "headcount": "3",
        "scope": "12 家门店",
        "location": "甲",
        "hours": "9:00-18:00",
        "rest": "双休",
        "education": "本科",
        "experience": "3",
        "platform": "抖音",
        "category": "食品",
        "business": "SaaS",
        "tools": "甲",
        "must": "甲",
        "plus": "会剪视频",
        "metrics": "客单价=300",
        "focus": "会员复购",
        "sections": "目标与数据",
        "without": "目标与数据",
        "duties": "ec-price-tier",
        "without_duties": "ec-listing",
        "order": "流量与推广",
        "own": "流量与推广=核对投放发票",
        "set": "甲=乙",
    }
    base = run("new", "--role", "电商").stdout
    unchanged = {"onsite", "set", "start", "max_chars"}  # a start changes the milestones of a goal, which have tests of their own
    only_in_postings = {"pay": "8-12K", "posted": "2027-01-04", "valid_until": "2027-03-31"}
    assert set(said) | unchanged | set(only_in_postings) == {field.key for field in FIELDS}
    for field in FIELDS:
        if field.key in unchanged or field.key in only_in_postings:
            continue
        flags = [field.flag, said[field.key]] + ([] if field.key == "role" else ["--role", "电商"])
        assert run("new", *flags).stdout != base, field.key
    posting = run("new", "--role", "电商", "--kind", "招聘").stdout
    for key, text in only_in_postings.items():
        assert run("new", "--role", "电商", "--kind", "招聘", BY_KEY[key].flag, text).stdout != posting
        told = run("new", "--role", "电商", BY_KEY[key].flag, text).stderr.decode()
        assert f"“{BY_KEY[key].label}”在说明书里没有用上" in told
    assert run("new", "--role", "电商", "--onsite", "是").stdout != base
    assert run("new", "--role", "电商", "--set", "所属部门=甲部").stdout != base
    assert BY_KEY["kind"].default == "说明书"


def test_word_goes_to_a_file_and_through_a_pipe(run, tmp_path):
    assert run("new", "--role", "驻场", "--out", "jd.docx").returncode == 0
    piped = run("new", "--role", "驻场", "--format", "docx")
    assert (tmp_path / "jd.docx").read_bytes() == piped.stdout
    assert piped.stdout.startswith(b"PK")
    through = run("new", "--role", "驻场", "--template", "jd.docx")
    assert (through.returncode, through.stdout[:2]) == (0, b"PK")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--template", "没有.docx"], 2, "找不到文件：没有.docx"),
        (["--template", "."], 2, "是文件夹"),
        (["--template", ""], 2, "--template 后面是空的"),
        (["--template", "notes.txt"], 1, "notes.txt: 模板不是 Word 文档"),
        (["--template", "notes.txt", "--out", "jd.md"], 2, "--template 只用于 .docx 文件，请改成 .docx，或去掉 --template"),
        (["--template", "notes.txt", "--format", "json"], 2, "--template 只用于 .docx"),
        (["--template", "notes.txt", "--font", "notes.txt"], 2, "--template 只用于 .docx 文件"),
        (["--template", "-", "--answers", "-"], 2, "不能都读标准输入"),
    ],
)
def test_a_template_that_cannot_be_used_is_one_line_and_nothing_is_written(run, tmp_path, arguments, code, says):
    (tmp_path / "notes.txt").write_text("甲", "utf-8")
    result = run("new", "--role", "驻场", *arguments)
    assert (result.returncode, result.stdout, len(told(result))) == (code, b"", ONE_LINE)
    assert says in told(result)[0]
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_the_settings_name_a_template_for_word_alone(run, tmp_path):
    plain = run("new", "--role", "驻场", "--format", "docx").stdout
    company, other = (blank(tmp_path / name, header) for name, header in (("公司.docx", "甲公司"), ("客户.docx", "乙公司")))
    (tmp_path / ".dutywriter.toml").write_text('template = "公司.docx"', "utf-8")
    (inside := tmp_path / "a").mkdir()
    filled = run("new", "--role", "驻场", "--format", "docx", cwd=inside).stdout
    assert filled not in {plain, run("new", "--role", "驻场", "--template", str(other)).stdout}
    assert filled == run("new", "--role", "驻场", "--template", str(company)).stdout
    assert run("new", "--role", "驻场").stdout.startswith(b"# ")
    company.write_text("甲", "utf-8")
    assert told(run("new", "--role", "驻场", "--format", "docx")) == ["公司.docx: 模板不是 Word 文档，请用 Word 另存为 .docx"]


def blank(path, header):
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    document.save(path)
    return path
