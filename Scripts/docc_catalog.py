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
ROOM, PICTURE = 100, 34
# Holds a column open for pictures.
NO_BREAK = "\u00a0"
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
    def images(self):
        """The images that the page shows, as matches of ``IMAGE``."""
        return [match for line, is_code in self.told() if not is_code
                for match in IMAGE.finditer(re.sub(r"`[^`]*`", "", line))]

    @property
    def richest_image(self):
        """The picture of the page with the most in it, for its card, or None."""
        return max(self.images, key=lambda match: self.image(match[2]).stat().st_size, default=None)

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
            fail(f"{page.path} and {names[page.name].path} have one name in DocC, which knows no folders",
                 hint="give one of them another name")
        names[page.name] = page
        found.append(page)
    missing = [f"{page.path}: there is no {match[2]}" for page in found for match in page.images
               if not page.image(match[2]).is_file()]
    if missing:
        fail(*missing, hint="Scripts/update-goldens draws the pictures of the documentation")
    return found


def fail(*messages, hint=None):
    """Ends the script with what is wrong and what to do."""
    sys.exit("\n".join([f"error: {message}" for message in messages] + ([f"hint: {hint}"] if hint else [])))


def image_name(file):
    """What an image is called in the catalog, where all lie in one folder."""
    return "-".join(file.relative_to(PAGES).parts[1:])


def as_card(svg, width):
    """A picture of ours in the middle of a canvas of 16 to 9, which has a margin."""
    head = re.search(r'width="\d+" height="\d+" viewBox="0 0 (\d+) (\d+)"', svg)
    size = [int(number) for number in head.groups()]
    scale = 1.08 * max(size[0] / 16, size[1] / 9)
    outer = [round(16 * scale), round(9 * scale)]
    left, top = [(inner - whole) // 2 for inner, whole in zip(size, outer)]
    return svg.replace(
        head[0], f'width="{width}" height="{9 * width // 16}" '
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
        self.examples = Examples(self.pages)

    def write(self, symbols):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for page in self.pages:
            text = self.page(page, symbols)
            (self.folder / f"{page.name}.md").write_text(text, encoding="utf-8")
        for symbol in symbols:
            if (text := self.symbol(symbol)) is not None:
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
                picture = self.picture(line) if page.name == "language" else ""
                here.append(self.text(line, page) + picture)
        return "\n".join(abstract(lines) + self.topics(page, symbols)) + "\n"

    def metadata(self, page):
        """The directives at the top: the picture of the page's card, and the name of the whole."""
        lines = ["@Metadata {"]
        if page.is_root:
            lines += ['  @DisplayName("diagen")']
        if match := page.richest_image:
            source = self.shaped(page.image(match[2]), "card", 640)
            lines += [f'  @PageImage(purpose: card, source: "{source}", alt: "{match[1]}")']
        return lines + ["}"] if len(lines) > 1 else []

    def cards(self, lines, page):
        """A list of pages: cards where each has a picture."""
        pages = [self.by_file[page.image(LINK.search(line)[2])] for line in lines]
        if not all(other.richest_image for other in pages):
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

    def picture(self, row):
        """The last cell of a row of the language's tables: a small picture of the first word that has one."""
        if row == "| write | and get |":
            return f" picture{NO_BREAK * 24} |"
        if row == "|---|---|":
            return "---|"
        for code in re.findall(r"`([^`]+)`", row.split(" | ")[0]) if row.startswith("| `") else []:
            # What is inside of strings and closures is no word that the row is about.
            code = re.sub(r'"[^"]*"|\{.*', "", code)
            for word in re.findall(r"\.[a-z]\w+|[A-Z]\w+|[a-z]\w+(?=:)|\*\*|[=<-]{2,3}>?", code):
                pattern = re.escape(word) + (r"(?!\w)" if word[-1].isalpha() else "")
                if example := self.examples.smallest(pattern):
                    page, _, image = example
                    name = self.shaped(page.image(image[2]), "thumb", 150)
                    return f" ![{image[1]}]({name}) |"
        return " |" if row.startswith("| ") else ""

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
                fail(f"{page.path}: there is no {target}")
            part = re.sub(r"\W+", "-", heading).strip("-")
            return f"[{text}](doc:{name}#{part})"
        return f"[{text}](doc:{name})"

    def add(self, file):
        """Takes an image into the catalog, and gives its name there."""
        self.images[image_name(file)] = file.read_text(encoding="utf-8")
        return image_name(file)

    def shaped(self, file, use, width):
        """Takes an image into the catalog in the shape of a card, this wide, and gives its name."""
        name = f"{use}-{image_name(file)}"
        self.images[name] = as_card(file.read_text(encoding="utf-8"), width)
        return name

    # Words

    def symbol(self, symbol):
        """What is added to the page of a symbol: the smallest example that shows it, or None."""
        example = symbol.pattern and self.examples.smallest(symbol.pattern)
        if not example:
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

    def smallest(self, pattern):
        return next((example for example in self.all
                     if re.search(pattern, "\n".join(example[1]))), None)


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
