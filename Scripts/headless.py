"""Chromium and rsvg-convert for the scripts beside it."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
SWITCHES = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--allow-file-access-from-files", "--force-color-profile=srgb",
            "--font-render-hinting=none", "--host-resolver-rules=MAP * ~NOTFOUND"]


def screenshot(html, png, width, height):
    """Writes what Chromium shows of the page `html`, in a window of that size, to `png`."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not program:
        sys.exit("there is no chromium (Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory(prefix="diagen-look-") as folder:
        page = pathlib.Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        subprocess.run(
            [program, *SWITCHES, f"--user-data-dir={folder}/profile",
             f"--window-size={width},{height}", f"--screenshot={pathlib.Path(png).resolve()}",
             page.as_uri()],
            check=True, timeout=60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def rsvg(svg, png):
    """Writes what rsvg-convert draws of an SVG, without a background, to `png`."""
    program = shutil.which("rsvg-convert")
    if not program:
        sys.exit("there is no rsvg-convert (Debian: apt-get install librsvg2-bin)")
    subprocess.run([program, "-o", str(png), str(svg)], check=True, timeout=60)
