#!/usr/bin/env python3
"""Measures `diagen preview`: from saving a file until the browser has painted the picture.

    python3 Benchmarks/preview.py PREFIX [--package DIR] [--runs N] [--write]

PREFIX is where `Scripts/install --prefix PREFIX` put diagen. The file is edited as a person does, one text at a
time, in a real Chromium without a window; a run ends when the new text was painted. With --package, a package of
`diagen init` that was built once, the same for it; a stand-in before `swift` notes how long `swift build` takes,
which is told apart. Medians; Swift and Chromium have to be installed.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from first import SOURCE  # noqa: E402
from results import Failure, write  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Scripts"))
from headless import CHROMIUM, SWITCHES  # noqa: E402

PAINTED = """new Promise(done => {
  const look = () => document.querySelector('#sheet svg')?.textContent.includes('%s')
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(true))) : setTimeout(look, 2)
  look()
})"""


class Browser:
    """Chromium on one page, which is asked through pipes (Chrome DevTools Protocol)."""

    def __init__(self, address, profile):
        program = next(filter(None, map(shutil.which, CHROMIUM)), None)
        if not program:
            raise Failure("there is no chromium (Debian: apt-get install chromium)")
        switches = [s for s in SWITCHES if not s.startswith("--host-resolver-rules")]
        take, self.send_end = os.pipe()
        self.read_end, give = os.pipe()
        command = 'exec "$0" "$@" 3<&%d 4>&%d </dev/null >/dev/null 2>&1' % (take, give)
        self.process = subprocess.Popen(
            ["/bin/bash", "-c", command, program, *switches, "--remote-debugging-pipe",
             f"--user-data-dir={profile}"], pass_fds=(take, give))
        os.close(take)
        os.close(give)
        self.rest, self.number, self.session = b"", 0, None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Page.navigate", url=address)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.send_end, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                part = os.read(self.read_end, 1 << 16)
                if not part:
                    raise Failure("chromium has ended")
                self.rest += part
            text, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(text)
            if answer.get("id") == self.number:
                return answer.get("result", {})

    def value(self, expression):
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return answer.get("result", {}).get("value")

    def close(self):
        self.process.kill()
        self.process.wait()


def measure(diagen, what, source, old, new, runs, folder, environment):
    """The milliseconds from saving `source` to paint."""
    original = source.read_text()
    preview = subprocess.Popen(
        [diagen, "preview", what, "--no-open"], cwd=folder, env=environment,
        stdout=subprocess.PIPE, text=True)
    browser = None
    try:
        browser = Browser(preview.stdout.readline().strip(), folder / "profile")
        while not browser.value("document.querySelectorAll('.picture').length > 0"):
            time.sleep(0.1)
        picture = browser.value("document.querySelectorAll('.picture').length") - 1
        browser.value(f"document.querySelectorAll('.picture')[{picture}].click()")
        times = []
        for number in range(runs + 1):
            text = new.replace("NUMBER", str(number))
            start = time.perf_counter()
            source.write_text(original.replace(old, text))
            browser.value(PAINTED % text.strip('"'))
            if number > 0:  # the first warms the caches
                times.append((time.perf_counter() - start) * 1000)
        return times
    finally:
        source.write_text(original)
        if browser:
            browser.close()
        preview.send_signal(signal.SIGTERM)
        preview.wait()


def of_file(diagen, runs, folder):
    (folder / "shop.swift").write_text(SOURCE)
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    return measure(
        diagen, "shop.swift", folder / "shop.swift", "NAME", "Website NUMBER", runs, folder, environment)


def of_package(diagen, package, runs, folder):
    """The times beyond `swift build`, then those of `swift build`."""
    noted = folder / "builds"
    stand_ins = folder / "bin"
    stand_ins.mkdir()
    for name in ("swift", "swiftc"):
        # Which `swift build` it is that builds, not one that only tells where.
        (stand_ins / name).write_text(
            f'#!/bin/bash\ncase "$*" in build*--product*) s=$EPOCHREALTIME\n{shutil.which(name)} "$@"; r=$?\n'
            f'echo "$s $EPOCHREALTIME" >> {noted}; exit $r ;; esac\nexec {shutil.which(name)} "$@"\n')
        (stand_ins / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{stand_ins}:{os.environ['PATH']}"}
    source = package / "diagrams" / "Overview.swift"
    whole = measure(
        diagen, str(package), source, '"Website"', '"Website NUMBER"', runs, folder, environment)
    spans = [tuple(map(float, line.replace(",", ".").split())) for line in noted.read_text().split("\n") if line]
    builds = [(end - start) * 1000 for start, end in spans][-len(whole):]
    return [all_of_it - build for all_of_it, build in zip(whole, builds)], builds


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prefix", help="where Scripts/install put diagen")
    parser.add_argument("--package", help="a package of diagen init, built once")
    parser.add_argument("--runs", type=int, default=15, help="measured rounds (default 15)")
    parser.add_argument("--write", action="store_true", help="write Benchmarks/RESULTS.md")
    options = parser.parse_args()
    diagen = pathlib.Path(options.prefix).absolute() / "bin" / "diagen"
    if not os.access(diagen, os.X_OK):
        raise Failure(f"there is no {diagen}: Scripts/install --prefix {options.prefix}")
    rows = []
    with tempfile.TemporaryDirectory(prefix="diagen-benchmark-") as folder:
        folder = pathlib.Path(folder)
        rows.append(("a file", of_file(str(diagen), options.runs, folder)))
        if options.package:
            beyond, builds = of_package(
                str(diagen), pathlib.Path(options.package).absolute(), options.runs, folder)
            rows += [("a package, beyond `swift build`", beyond), ("`swift build` itself", builds)]
    lines = [
        f"From saving to paint in Chromium; {options.runs} runs beside other work (load {os.getloadavg()[0]:.0f}).",
        "", "| | ms, median | least | most |", "|---|---:|---:|---:|"]
    lines += [
        f"| {name} | {statistics.median(times):.0f} | {min(times):.0f} | {max(times):.0f} |"
        for name, times in rows]
    result = "\n".join(lines) + "\n"
    print(result)
    if options.write:
        write("Preview", result, "Benchmarks/preview.py")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"error: {failure}")
