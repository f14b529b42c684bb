"""Every kind of document in every format, for three roles, into a folder: to be looked at.

Usage: python benchmarks/documents.py folder, with the development extras installed. Prints a line for each file, or why
it was not written.
"""

import subprocess
import sys
from pathlib import Path

ROLES = {
    "驻场": [
        "--role",
        "驻场",
        "--level",
        "主管",
        "--client",
        "某银行",
        "--team-size",
        "4",
        "--metric",
        "客户满意度=88%->93%@2027-06-30",
    ],
    "电商": ["--role", "电商", "--platform", "抖音", "--category", "女装", "--metric", "退款率=32%->26%@2027-06-30"],
    "产品": ["--role", "产品", "--level", "经理", "--business", "SaaS", "--metric", "续费率=72%->80%@2027-12-31"],
}
FACTS = ["--company", "甲公司", "--location", "成都", "--pay", "8-12K", "--posted", "2027-01-04", "--valid-until", "2027-03-31"]
KINDS = ("说明书", "招聘", "驻场附件", "正文", "任务清单")
Flags = dict[str, list[str]]
FORMATS: Flags = {".md": [], ".txt": [], ".json": [], ".html": [], ".docx": [], ".pdf": []}
OF_POSTINGS: Flags = {".jsonld": [], ".resume.json": ["--format", "jsonresume"]}


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for role, flags in ROLES.items():
        for kind in KINDS:
            if kind == "驻场附件" and "--client" not in flags:
                continue
            formats = FORMATS | OF_POSTINGS if kind == "招聘" else FORMATS
            for suffix, format_ in formats.items():
                path = folder / f"{role}-{kind}{suffix}"
                command = [sys.executable, "-m", "dutywriter", "new", *flags, *FACTS, "--kind", kind, *format_]
                done = subprocess.run([*command, "--out", str(path), "--force"], capture_output=True, check=False)
                told = done.stderr.decode().strip().splitlines()
                print(f"{path}: {path.stat().st_size if done.returncode == 0 else told[-1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) if sys.argv[1:] else __doc__)
