package import Foundation

/// A file in memory.
package struct NamedFile: Hashable, Sendable {
  /// The file's name, with its extension; unique among the files that are opened together.
  package let name: String
  package let content: Data

  package init(name: String, content: Data) {
    self.name = name
    self.content = content
  }

  package init(name: String, text: String) {
    self.init(name: name, content: Data(text.utf8))
  }
}

extension NamedFile: Encodable {}
