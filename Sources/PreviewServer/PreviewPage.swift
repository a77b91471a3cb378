/// The parts of the page, which needs nothing else.
enum PreviewPage {
  case markup
  case style
  case script

  /// The part that a path names.
  init?(path: String) {
    switch path {
    case "/": self = .markup
    case "/preview.css": self = .style
    case "/preview.js": self = .script
    default: return nil
    }
  }

  /// Its media type.
  var type: String {
    switch self {
    case .markup: "text/html; charset=utf-8"
    case .style: "text/css; charset=utf-8"
    case .script: "text/javascript; charset=utf-8"
    }
  }

  /// Its text.
  var content: String {
    switch self {
    case .markup: Self.markupText
    case .style: Self.styleText
    case .script: Self.scriptText
    }
  }
}

extension PreviewPage {
  private static let markupText = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>diagen preview</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/preview.css">
    </head>
    <body data-ground="dark">
    <header>
      <button id="gallery-button" title="All pictures (Escape)">All</button>
      <h1 id="title"></h1>
      <span id="count"></span>
      <span class="space"></span>
      <select id="output" title="Which output of the program" hidden></select>
      <span class="group" id="versions" title="Against the last commit, or the file on disk (b, d)">
        <button data-version="now">Now</button><button data-version="before">Before</button><button
          data-version="difference">Difference</button>
      </span>
      <span class="group" title="The ground (g)">
        <button data-ground="dark">Dark</button><button data-ground="light">Light</button><button
          data-ground="checker">Checker</button>
      </span>
      <button id="slide" title="As on a slide of 1920×1080 (s)">Slide</button>
      <button id="fit" title="The whole picture (0)">Fit</button>
      <span class="links">
        <a id="source">Source</a> <a id="svg">SVG</a> <a id="drawio">draw.io</a>
      </span>
    </header>
    <section id="problems" hidden aria-live="polite"></section>
    <main>
      <div id="gallery"></div>
      <div id="stage" hidden><div id="frame"><div id="sheet"></div></div></div>
    </main>
    <footer><span id="box">Arrow keys flip, the wheel zooms, dragging moves, a click names a box.</span>
      <span class="space"></span><span id="state"></span></footer>
    <script type="module" src="/preview.js"></script>
    </body>
    </html>

    """
}
