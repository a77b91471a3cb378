package import Foundation

/// A file in memory.
package struct NamedFile: Hashable, Sendable {
  /// The file's name, with its extension; unique among the files that are opened together.
  package let name: String
  package let content: Data
  /// The page that is looked at, of those of a draw.io file.
  package let page: Int

  package init(name: String, content: Data, page: Int = 0) {
    self.name = name
    self.content = content
    self.page = page
  }

  package init(name: String, text: String) {
    self.init(name: name, content: Data(text.utf8))
  }
}

extension NamedFile: Encodable {}
