package import DiagramIcons
package import DiagramModel

/// The files of icons that drawings show, as they are: what the program that draws files of drawings, which reads
/// no folder, gets from `diagen`.
package struct IconFiles: Hashable, Sendable {
  /// A folder of icons: what is in it, and what was read of it.
  package struct Pack: Hashable, Sendable {
    package let name: String
    /// The names of all of its icons, for those who mistype one.
    package let names: [String]
    /// What was read, each name once.
    package let files: [File]

    package init(name: String, names: [String], files: [File]) {
      self.name = name
      self.names = names
      self.files = files
    }
  }

  /// The file of an icon.
  package struct File: Hashable, Sendable {
    /// The name of the icon in its pack.
    package let name: String
    /// What its name ends with: `svg` or `png`.
    package let ending: String
    package let bytes: [UInt8]

    package init(name: String, ending: String, bytes: [UInt8]) {
      self.name = name
      self.ending = ending
      self.bytes = bytes
    }
  }

  package let packs: [Pack]

  /// No files: only the icons that come with the language.
  package static let none = IconFiles(packs: [])

  package init(packs: [Pack]) { self.packs = packs }

  /// The files of some icons, and no others.
  package func files(for used: [IconName]) -> IconFiles {
    if packs.isEmpty { return self }
    let names = Set(used.map(\.name))
    return IconFiles(
      packs: packs.map { pack in
        Pack(
          name: pack.name, names: pack.names,
          files: pack.files.filter { names.contains("\(pack.name)/\($0.name)") })
      })
  }

  /// What drawings show of them.
  package var library: IconLibrary {
    IconLibrary(
      packs: packs.map { pack in
        let icons = pack.files.map { file in
          let drawing = Result { () throws(IconProblem) in
            try IconDrawing(file: file.bytes, ending: file.ending)
          }
          return (file.name, drawing)
        }
        return IconLibrary.Pack(
          name: pack.name, names: pack.names,
          icons: Dictionary(icons, uniquingKeysWith: { first, _ in first }))
      })
  }
}

// MARK: - Bytes

extension IconFiles {
  /// The files as bytes, the same for the same files.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(packs) { writer, pack in
      writer.write(pack.name)
      writer.write(pack.names) { $0.write($1) }
      writer.write(pack.files) { writer, file in
        writer.write(file.name)
        writer.write(file.ending)
        writer.write(file.bytes)
      }
    }
    return writer.bytes
  }

  /// Reads files.
  ///
  /// - Throws: ``ByteReader/Damage`` for bytes that are no whole list of packs.
  package init(_ bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = ByteReader(bytes)
    packs = try reader.values { (reader) throws(ByteReader.Damage) in
      let name = try reader.text()
      let names = try reader.values { (reader) throws(ByteReader.Damage) in try reader.text() }
      let files = try reader.values { (reader) throws(ByteReader.Damage) in
        let (name, ending) = (try reader.text(), try reader.text())
        return File(name: name, ending: ending, bytes: try reader.bytes())
      }
      return Pack(name: name, names: names, files: files)
    }
    guard reader.isAtEnd else { throw ByteReader.Damage() }
  }
}

/// The names of the icons that drawings show, as bytes.
package struct IconNameList: Hashable, Sendable {
  package let names: [IconName]

  package init(_ names: [IconName]) { self.names = names }

  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(names) { $0.write($1.name) }
    return writer.bytes
  }

  /// Reads names.
  ///
  /// - Throws: ``ByteReader/Damage`` for bytes that are no whole list.
  package init(_ bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = ByteReader(bytes)
    names = try reader.values { (reader) throws(ByteReader.Damage) in
      IconName(try reader.text())
    }
    guard reader.isAtEnd else { throw ByteReader.Damage() }
  }
}
