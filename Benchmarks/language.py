#!/usr/bin/env python3
"""Measures how long the compiler checks the types of drawings.

    python3 Benchmarks/language.py [MODULES ...] [--runs N] [--write]

Each round checks, in turn, the catalog (`diagrams/*.swift`), one picture of 200 statements in a
single closure, and an empty drawing (what the compiler needs to start and to read the modules).
What counts is user CPU time, of which the table shows medians, and the number of steps of the
compiler's constraint solver, which is the same on every run: on a busy machine it tells more.

MODULES are folders of built modules, `.build/debug/Modules` if there is none; several are measured
in turn within each round, as before and after a change of the language. --write puts the table into
Benchmarks/RESULTS.md. Python's standard library is enough.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from results import Failure, write  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent


def picture(statements):
    """One picture of so many statements: boxes, containers, arrows, fans, chains and loops."""
    lines = [
        "import DiagramDSL", "", 'let large = Series("large") {', '  Picture("large") {',
        '    let boxes = (0..<200).map { Component("box \\($0)") }',
        '    let (hub, store) = (Component("hub"), Component("store", shape: .cylinder))',
    ]
    forms = [
        'Component("part {0}").accent(.red).dashed().width(3 * 40 + 20)',
        'Node("worker {0}") {{ Row(spacing: 40) {{ Component("a {0}"); Component("b {0}").muted() }} }}',
        "boxes[{0}] --> boxes[{1}]",
        '(boxes[{0}] --> hub).label("HTTPS").accent().from(.right).to(.left)',
        "(boxes[{0}] --> [boxes[{1}], boxes[{2}], store]).trunk().accent(.green)",
        "boxes[{0}] --> boxes[{1}] --> boxes[{2}] --> hub",
        "[boxes[{0}], boxes[{1}]] --> store",
        "(boxes[{0}] <--> boxes[{1}]).straight().heads(start: .circle, end: .diamond)",
        "for box in boxes[{0}..<{1}] {{ (box --- store).dashed().gap(4) }}",
        "boxes[{0}].above(boxes[{1}])",
    ]
    for number in range(statements - 2):
        form = forms[number % len(forms)]
        lines.append("    " + form.format(number % 197, number % 197 + 1, number % 197 + 2))
    return "\n".join(lines + ["  }", "}", ""])


def check(files, modules, cache):
    """Checks files; returns user CPU time in milliseconds and the steps of the constraint solver."""
    with tempfile.TemporaryDirectory() as statistics_folder:
        command = [
            "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library", "-module-name",
            "Drawings", "-enable-upcoming-feature", "MemberImportVisibility",
            "-enable-upcoming-feature", "InternalImportsByDefault", "-I", str(modules),
            "-module-cache-path", str(cache), "-stats-output-dir", statistics_folder,
            "-wmo", *map(str, files),
        ]
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if status != 0:
                output.seek(0)
                raise Failure(output.read().decode(errors="replace"))
        counts = [json.loads(path.read_text()) for path in pathlib.Path(statistics_folder).glob("*")]
    steps = sum(count.get("Sema.NumConstraintScopes", 0) for count in counts)
    return usage.ru_utime * 1000, steps


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("modules", nargs="*", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    modules = arguments.modules or [ROOT / ".build/debug/Modules"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "Large.swift").write_text(picture(200))
        (folder / "Empty.swift").write_text("import DiagramDSL\n")
        drawings = {
            "nothing but the import": [folder / "Empty.swift"],
            "the catalog": sorted((ROOT / "diagrams").glob("*.swift")),
            "a picture of 200 statements": [folder / "Large.swift"],
        }
        times = {(name, path): [] for name in drawings for path in modules}
        steps = {}
        for run in range(arguments.runs + 1):
            for (name, path), measured in times.items():
                time, steps[name, path] = check(drawings[name], path, folder / "cache")
                # The first round fills the cache of modules.
                if run > 0:
                    measured.append(time)
    many = len(modules) > 1
    heads = [f"{path} ms | steps" if many else "median ms | steps" for path in modules]
    rows = ["| | " + " | ".join(heads) + " |", "|---|" + "---:|---:|" * len(modules)]
    for name in drawings:
        cells = [
            f"{statistics.median(times[name, path]):.0f} | {steps[name, path]}" for path in modules]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    text = f"{arguments.runs} runs in turn; user CPU time of `swiftc -typecheck`.\n\n" + "\n".join(rows)
    print(text)
    if arguments.write:
        write("Checking types", text, "Benchmarks/language.py")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(str(failure))
