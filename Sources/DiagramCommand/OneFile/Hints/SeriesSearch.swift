/// Looks in files that compile for what was meant to be their series.
struct SeriesSearch {
  /// What else the files have, in the order in which it is likely.
  private enum Find: Int { case main, picture, content, function, inside, nothing }

  private var found = Find.nothing
  /// The first value at the top, or the first function that returns a series.
  private var name = "shop"

  init(in source: DrawingSource) {
    for file in source.files { look(at: file) }
  }

  /// What to write.
  var hint: String {
    switch found {
    case .main:
      "a file with @main belongs to a package, whose program draws it: swift run NAME render all"
    case .picture:
      "a picture stands in a series: `let shop = Series(\"shop\") { Picture(\"overview\") { api; db } }`"
    case .content:
      "boxes stand in a picture of a series: `let shop = Series(\"shop\") { Picture(\"overview\") { api; db } }`"
    case .function: "what a function returns is drawn where it has a name: let drawing = \(name)()"
    case .inside:
      "a series stands at the top of the file, outside of everything else: "
        + "`let shop = Series(\"shop\") { Picture(\"overview\") { api; db } }`"
    case .nothing:
      "write one: let shop = Series(\"shop\") { Picture(\"overview\") { Component(\"Hello\") } }"
    }
  }

  private mutating func look(at file: DrawingSource.File) {
    let types = Set(LanguageWords.all.types.map(\.name))
    var scanner = SwiftScanner(file.bytes)
    var (before, function): (SwiftScanner.Token?, String?)
    while let token = scanner.next() {
      defer { before = token }
      guard case .word(let word) = token else { continue }
      if word == "main", before == .symbol(UInt8(ascii: "@")) { note(.main) }
      if before == .word("func") { function = word }
      let isValue = scanner.depth == 0 && before == .symbol(UInt8(ascii: "="))
      switch word {
      case "Picture" where isValue: note(.picture)
      case "Series" where scanner.depth == 0 && before == .symbol(UInt8(ascii: ">")):
        if let function, found.rawValue > Find.function.rawValue { name = function }
        note(.function)
      case "Series" where !isValue: note(.inside)
      case _ where isValue && types.contains(word): note(.content)
      default: break
      }
    }
  }

  private mutating func note(_ find: Find) {
    if find.rawValue < found.rawValue { found = find }
  }
}
