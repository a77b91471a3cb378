"""Turns Documentation into a DocC catalog, for Scripts/site beside it.

The pages stay what GitHub shows; here their links become DocC's, tables of code and picture become
columns, and every word of the language gets the smallest example of it that the pages show.
"""
import json
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ROOT / "Documentation"
MODULE = "DiagramDSL"
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^)\s]+)\)")
ROW, NEXT_CELL, ROW_END = "<table><tr><td>", "</td><td>", "</td></tr></table>"
# What an author never writes: the builders' own functions, and operators, which DocC cannot tell apart.
# How many signs of code have room side by side on a page, and what a picture takes of that.
ROOM, PICTURE = 100, 38
UNWRITTEN = re.compile(r"^(build[A-Z].*|[^A-Za-z].*)$")


class Page:
    """A page of Documentation."""

    def __init__(self, file):
        self.file = file
        self.path = file.relative_to(PAGES)
        self.lines = file.read_text(encoding="utf-8").splitlines()
        self.title = self.lines[0].removeprefix("# ")
        self.blocks = list(code_blocks(self.lines))
        # What a folder's README says is the page of the folder.
        self.name = file.stem if file.stem != "README" else file.parent.name
        self.is_root = self.path == pathlib.Path("README.md")

    def image(self, path):
        """The file of an image that the page shows."""
        return (self.file.parent / path).resolve()

    @property
    def first_image(self):
        """The first picture of the page, for its card, or None."""
        return next((match for line, is_code in self.told() if not is_code
                     for match in [IMAGE.search(line)] if match), None)

    def told(self):
        """Each line, and whether it is code or its fence."""
        inside = False
        for line in self.lines:
            fence = line.startswith("```")
            yield line, inside or fence
            inside ^= fence

    def slugs(self):
        """The headings by their anchors on GitHub."""
        headings = [line.lstrip("#").strip() for line, is_code in self.told()
                    if not is_code and re.match(r"#{1,6} ", line)]
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-"): heading
                for heading in headings}


def code_blocks(lines):
    """The Swift code of a page, each with the image that follows before the next code or heading."""
    code, image, language = None, None, None
    for line in lines + ["#"]:
        if line.startswith("```"):
            if language is None:
                if code and image:
                    yield code, image
                code, image, language = [], None, line[3:]
            else:
                code, language = (code if language.startswith("swift") else None), None
        elif language is not None:
            code.append(line)
        elif line.startswith("#"):
            if code and image:
                yield code, image
            code, image = None, None
        elif not image and (match := IMAGE.search(line)):
            image = match


def pages():
    """All pages, whose names must differ, as DocC knows no folders."""
    found, names = [], {}
    for file in sorted(PAGES.rglob("*.md")):
        page = Page(file)
        if page.name in names:
            sys.exit(f"site: {page.path} and {names[page.name].path} have one name in DocC")
        names[page.name] = page
        found.append(page)
    return found


def image_name(file):
    """What an image is called in the catalog, where all lie in one folder."""
    return "-".join(file.relative_to(PAGES).parts[1:])


def in_shape(svg, width, height):
    """A picture of ours in the middle of a canvas of this shape, which has a margin."""
    head = re.search(r'width="\d+" height="\d+" viewBox="0 0 (\d+) (\d+)"', svg)
    inner = [int(head[1]) * 1.08, int(head[2]) * 1.08]
    scale = max(inner[0] / width, inner[1] / height)
    outer = [round(width * scale), round(height * scale)]
    left, top = [(int(size) - whole) // 2 for size, whole in zip(head.groups(), outer)]
    return svg.replace(
        head[0], f'width="640" height="{640 * height // width}" '
        f'viewBox="{left} {top} {outer[0]} {outer[1]}"', 1)


def abstract(lines):
    """A page whose first paragraph is its first sentence, which DocC shows large and on cards."""
    start = next((index for index, line in enumerate(lines[1:], 1)
                  if re.match(r"[\w`*\[“]", line)), None)
    before = lines[:start] if start else []
    if start is None or any(re.match(r"#|```|!|\|", line) for line in before[1:]):
        return lines
    end = next(index for index in range(start, len(lines)) if not lines[index])
    text = " ".join(lines[start:end])
    first, sign, rest = re.match(r"(.*?[.:])( |$)(.*)", text).groups()
    first = first[:-1] + "." if first.endswith(":") else first
    rest = rest[:1].upper() + rest[1:]
    return [*before, first, "", *([rest] if rest else []), *lines[end:]]


def columns(cells):
    """Cells side by side, each as wide as its code; one below the other where there is no room for that."""
    widths = [max(len(line) for line in cell) + 4 if any(line.startswith("```") for line in cell)
              else PICTURE for cell in cells]
    if sum(widths) > ROOM:
        return [line for cell in cells for line in ["", *cell]]
    sizes = [max(1, round(12 * width / sum(widths))) for width in widths]
    result = [f"@Row(numberOfColumns: {sum(sizes)}) {{"]
    for cell, size in zip(cells, sizes):
        result += [f"@Column(size: {size}) {{", *cell, "}"]
    return result + ["}"]


class Catalog:
    """The folder that docc reads."""

    def __init__(self, folder):
        self.folder = folder
        self.pages = pages()
        self.by_file = {page.file: page for page in self.pages}
        self.images = {}

    def write(self, symbols):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        examples = Examples(self.pages)
        for page in self.pages:
            text = self.page(page, symbols)
            (self.folder / f"{page.name}.md").write_text(text, encoding="utf-8")
        for symbol in symbols:
            if (text := self.symbol(symbol, examples)) is not None:
                name = re.sub(r"\W+", "-", symbol.path)
                (self.folder / f"symbol-{name}.md").write_text(text, encoding="utf-8")
        for name, text in self.images.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    # Pages

    def page(self, page, symbols):
        """A page as DocC reads it."""
        title = f"``{MODULE}``" if page.is_root else page.title.replace("`", "")
        lines, cells, links = [f"# {title}", "", *self.metadata(page), ""], [], []
        for line, is_code in [*list(page.told())[1:], ("", False)]:
            here = cells[-1] if cells else lines
            if page.is_root and line.startswith("- ["):
                links.append(line)
                continue
            if links:
                lines += self.cards(links, page)
                links = []
            if is_code:
                here.append(re.sub(r"^```(\S+) .*", r"```\1", line))
            elif line in (ROW, NEXT_CELL):
                cells.append([])
            elif line == ROW_END:
                lines += columns(cells)
                cells = []
            elif not re.fullmatch(r"<!--.*-->", line):
                here.append(self.text(line, page))
        return "\n".join(abstract(lines) + self.topics(page, symbols)) + "\n"

    def metadata(self, page):
        """The directives at the top: the picture of the page's card, and the name of the whole."""
        lines = ["@Metadata {"]
        if page.is_root:
            lines += ['  @DisplayName("diagen")']
        if match := page.first_image:
            source = self.card(page.image(match[2]))
            lines += [f'  @PageImage(purpose: card, source: "{source}", alt: "{match[1]}")']
        return lines + ["}"] if len(lines) > 1 else []

    def cards(self, lines, page):
        """A list of pages: cards where each has a picture."""
        pages = [self.by_file[page.image(LINK.search(line)[2])] for line in lines]
        if not all(other.first_image for other in pages):
            return [self.text(line, page) for line in lines]
        return ["@Links(visualStyle: detailedGrid) {",
                *[f"  - <doc:{other.name}>" for other in pages], "}"]

    def topics(self, page, symbols):
        """What stands below a page in the site's tree."""
        if page.name == "language":
            return self.words(page, symbols)
        if page.file.stem != "README":
            return []
        result, seen = ["", "@Options {", "  @TopicsVisualStyle(hidden)", "}", "", "## Topics"], []
        for line, is_code in page.told():
            if is_code:
                continue
            if line.startswith("## "):
                result += ["", "#" + line, ""]
            for match in LINK.finditer(line):
                other = self.by_file.get(page.image(match[2].partition("#")[0]))
                # Each page stands in one place: a folder's page has those of its folder.
                if other and other not in seen and (
                        page.is_root or other.file.parent == page.file.parent):
                    if not seen and not page.is_root:
                        result += ["", "### All", ""]
                    seen.append(other)
                    result.append(f"- <doc:{other.name}>")
        return result

    def words(self, page, symbols):
        """The types of the language below its page, by the section that names them."""
        left = {symbol.name: symbol for symbol in symbols if "/" not in symbol.path}
        result, heading, here = ["", "## Topics"], None, []
        for line, is_code in page.told():
            if is_code:
                continue
            if line.startswith("## "):
                heading, here = line[3:], []
            for word in re.findall(r"\b[A-Z]\w+", line) if line.startswith("|") else []:
                if heading and word in left:
                    if not here:
                        result += ["", f"### {heading}", ""]
                    here.append(word)
                    result.append(f"- ``{MODULE}/{left.pop(word).path}``")
        result += ["", "### What the words are made of", ""]
        return result + [f"- ``{MODULE}/{symbol.path}``" for symbol in left.values()]

    # Lines

    def text(self, line, page):
        """A line of prose or of a table: its images and links as DocC names them, its code as it is."""
        codes = []

        def keep(match):
            # Between two fences stands the name of a symbol, for DocC; code with fences is text.
            inner = match[0][2:-2].strip()
            text = re.sub(r"([\\`])", r"\\\1", inner)
            codes.append(text if match[1] == "``" else match[0])
            return f"\0{len(codes) - 1}\0"

        line = re.sub(r"(`+)(?!`).*?[^`]\1(?!`)", keep, line)
        line = IMAGE.sub(lambda match: f"![{match[1]}]({self.add(page.image(match[2]))})", line)
        line = LINK.sub(lambda match: self.link(match[1], match[2], page), line)
        return re.sub(r"\0(\d+)\0", lambda match: codes[int(match[1])], line)

    def link(self, text, target, page):
        if re.match(r"[a-z]+:", target):
            return f"[{text}]({target})"
        path, _, anchor = target.partition("#")
        other = self.by_file.get(page.image(path)) if path else page
        if other is None:
            # What the site does not hold, such as the Dockerfile, is only named.
            return text if text.startswith("\0") else f"*{text}*"
        name = MODULE if other.is_root else other.name
        if anchor:
            heading = other.slugs().get(anchor)
            if heading is None:
                sys.exit(f"site: {page.path}: there is no {target}")
            part = re.sub(r"\W+", "-", heading).strip("-")
            return f"[{text}](doc:{name}#{part})"
        return f"[{text}](doc:{name})"

    def add(self, file):
        """Takes an image into the catalog, and gives its name there."""
        self.images[image_name(file)] = file.read_text(encoding="utf-8")
        return image_name(file)

    def card(self, file):
        """Takes an image into the catalog in the shape of a card, with a margin, and gives its name."""
        name = f"card-{image_name(file)}"
        self.images[name] = in_shape(file.read_text(encoding="utf-8"), 16, 9)
        return name

    # Words

    def symbol(self, symbol, examples):
        """What is added to the page of a symbol: the smallest example that shows it, or None."""
        example = examples.smallest(symbol)
        if example is None:
            return None
        page, code, image = example
        name = MODULE if page.is_root else page.name
        return "\n".join([
            f"# ``{MODULE}/{symbol.path}``", "", "## Example", "", "```swift", *code, "```", "",
            f"![{image[1]}]({self.add(page.image(image[2]))})", "", f"From <doc:{name}>.", ""])


class Symbol:
    """A declaration that an author may use."""

    def __init__(self, json):
        self.path = "/".join(json["pathComponents"])
        self.kind = json["kind"]["identifier"]
        self.name = re.match(r"[^(]*", json["pathComponents"][-1])[0]
        self.parent = json["pathComponents"][-2] if len(json["pathComponents"]) > 1 else None

    @property
    def pattern(self):
        """What a code that uses it contains, or None."""
        name = re.escape(self.name)
        if self.kind == "swift.struct":
            return rf"\b{name}\b ?[({{]"
        if self.kind in ("swift.method", "swift.type.method"):
            return rf"\.{name}\("
        if self.kind in ("swift.enum.case", "swift.type.property"):
            return rf"\.{name}\b(?!\()"
        return None


class Examples:
    """The codes of all pages that a picture follows, the smallest first."""

    def __init__(self, pages):
        self.all = sorted(((page, code, image) for page in pages for code, image in page.blocks),
                          key=lambda example: len(" ".join(example[1])))

    def smallest(self, symbol):
        if symbol.pattern is None:
            return None
        return next((example for example in self.all
                     if re.search(symbol.pattern, "\n".join(example[1]))), None)


def authors_symbols(graph):
    """Takes out of a symbol graph what no author writes, and gives what is left."""
    kept = [symbol for symbol in graph["symbols"]
            if not UNWRITTEN.match(symbol["pathComponents"][-1])]
    names = {symbol["identifier"]["precise"] for symbol in kept}
    graph["symbols"] = kept
    graph["relationships"] = [
        relation for relation in graph["relationships"]
        if relation["source"] in names
        and (relation["target"] in names or relation["kind"] == "conformsTo")]
    paths = ["/".join(symbol["pathComponents"]) for symbol in kept]
    return [Symbol(symbol) for symbol, path in zip(kept, paths) if paths.count(path) == 1]
