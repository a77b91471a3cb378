/// Where diagen comes from.
let repositoryAddress = "https://github.com/OWNER/diagen"

/// The files of a package for diagrams of one's own.
struct NewPackage {
  let name: String
  /// The line of the manifest that says where diagen comes from.
  let dependency: String

  /// A file of it, by its path below the package.
  struct File {
    let name: String
    let text: String
    var isProgram = false
  }

  var files: [File] {
    [
      File(name: "Package.swift", text: manifest),
      File(name: "diagrams/Program.swift", text: program),
      File(name: "diagrams/Overview.swift", text: Self.overview),
      File(name: "README.md", text: readme),
      File(name: ".github/workflows/diagrams.yml", text: workflow),
      File(name: "hooks/pre-commit", text: hook, isProgram: true),
      File(name: ".gitignore", text: Self.ignored),
      File(name: ".gitattributes", text: Self.attributes),
    ]
  }
}

extension NewPackage {
  private var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "\(name)",
      platforms: [.macOS(.v14)],
      dependencies: [
        \(dependency)
      ],
      targets: [
        .executableTarget(
          name: "\(name)", dependencies: [.product(name: "DiagramCommand", package: "diagen")],
          path: "diagrams")
      ]
    )

    """
  }

  private var program: String {
    """
    import DiagramCommand

    /// The program that draws: swift run \(name) render all
    @main struct Program: DiagramProgram {
      /// Every series that is drawn.
      static let catalog = [overview]

      /// Where the pictures lie: below “images”, for white and for dark pages. For dark slides only:
      /// Output("images", theme: .dark, formats: [.drawioSVG])
      static let outputs = [Output("images")]
    }

    """
  }

  private static let overview = """
    import DiagramCommand

    // A box that is in several pictures is one value; nothing moves from one picture to the next.
    private let customer = Component("Customer", shape: .person)
    private let website = Component("Website")
    private let orders = Component("Orders", shape: .cylinder)

    /// Two pictures, of which the second one shows more: images/shop/outside and images/shop/inside.
    let overview = Series("shop") {
      Picture("outside") {
        customer
        // A box that holds others, here without showing them.
        Node("Shop") { website; orders }.collapsed()
      }
      Picture("inside") {
        customer
        Node("Shop") { website; orders }
        (customer --> website).label("HTTPS")
        (website --> orders).accent()
      }
    }

    """

  private var readme: String {
    """
    # \(name)

    Diagrams as Swift code, drawn by [diagen](\(repositoryAddress)).

    ```
    swift run \(name) render all   # draws what changed, into images
    swift run \(name) check        # says whether what is committed is what is drawn
    swift run \(name) list         # names the pictures
    swift package diagrams      # draws, whatever the program is called
    ```

    A drawing is a file in `diagrams`, with a `Series` that stands in `catalog` of `diagrams/Program.swift`. Commit the
    pictures together with the code. Besides Swift 6.1 or newer the build needs libxml2 and pkg-config:
    `apt-get install libxml2-dev pkg-config`, or `brew install libxml2 pkgconf`.

    `git config core.hooksPath hooks` lets git refuse commits whose pictures are not what the code draws;
    `.github/workflows/diagrams.yml` does so for pull requests.

    """
  }

  private var workflow: String {
    """
    name: Diagrams
    on:
      push:
        branches: [main]
      pull_request:

    permissions:
      contents: read

    jobs:
      check:
        runs-on: ubuntu-24.04
        container: swift:6.3.1-bookworm
        timeout-minutes: 30
        steps:
          - uses: actions/checkout@v4
            with:
              persist-credentials: false
          - run: apt-get update && apt-get install -y --no-install-recommends libxml2-dev pkg-config
          - run: git config --global --add safe.directory "$GITHUB_WORKSPACE"
          - name: Compare the committed pictures with the code
            run: swift run -c release \(name) check
          - name: Draw them, for whoever wants to see what they should be
            if: failure()
            run: swift run -c release \(name) render all --output drawn
          - if: failure()
            uses: actions/upload-artifact@v4
            with:
              name: pictures
              path: drawn

      # The same bytes on another system; takes longer, so only for what was merged.
      macos:
        if: github.event_name == 'push'
        runs-on: macos-15
        timeout-minutes: 45
        steps:
          - uses: actions/checkout@v4
            with:
              persist-credentials: false
          - run: brew install libxml2 pkgconf
          - run: swift run -c release \(name) check

    """
  }

  private var hook: String {
    """
    #!/bin/sh
    # Refuses a commit whose pictures are not what the code draws: git config core.hooksPath hooks
    cd "$(git rev-parse --show-toplevel)" || exit 1
    # Only if the commit changes drawings or pictures.
    git diff --cached --quiet -- diagrams images Package.swift && exit 0
    if ! swift run --quiet \(name) check; then
      echo 'hint: swift run \(name) render all, look at the pictures, git add them' >&2
      exit 1
    fi

    """
  }

  private static let ignored = """
    .build/
    .swiftpm/

    """

  private static let attributes = """
    # Pictures are compared by their bytes, and drawn anew where two branches changed them: git neither
    # changes their line breaks nor joins them line by line.
    *.svg -text -merge linguist-generated
    *.drawio -text -merge linguist-generated

    """
}
