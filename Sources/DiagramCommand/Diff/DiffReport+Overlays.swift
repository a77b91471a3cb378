import DiagramXML

extension DiffReport {
  /// The overlay of each picture that is other and can be read, below the name of a folder, or, for a name that ends
  /// with `.svg`, the one there is under that name.
  ///
  /// - Throws: ``UsageFailure`` where one file is named, and there is not one picture for it.
  func overlays(at path: String) throws -> [(path: String, bytes: [UInt8])] {
    let drawn = pictures.compactMap { picture, fate -> (String, Overlay)? in
      switch fate {
      case .added(let new?): (picture, Overlay(from: .nothing, to: new))
      case .removed(let old?): (picture, Overlay(from: old, to: .nothing))
      case .changed(_, let old, let new): (picture, Overlay(from: old, to: new))
      case .added(nil), .removed(nil), .unreadable: nil
      }
    }
    guard path.hasSuffix(".svg") else {
      return try drawn.map { picture, overlay in
        let name = picture.isEmpty ? "picture" : picture
        return (OutputFolder(path: path).path(of: "\(name).svg"), try overlay.bytes())
      }
    }
    guard drawn.count < 2 else {
      throw UsageFailure(
        message: "\(drawn.count) pictures are other, and “\(path)” is one file",
        hints: ["name a folder for all of them, or compare two files"])
    }
    return try drawn.map { (path, try $0.1.bytes()) }
  }

  /// Writes overlays, each as a whole or not at all; nothing is written where one of them would take the place of
  /// another file.
  ///
  /// - Throws: ``KeptFile``, ``FileFailure``, ``UsageFailure``.
  func writeOverlays(at path: String) throws {
    let overlays = try overlays(at: path)
    for (file, _) in overlays {
      if let obstacle = try FileKind.obstacle(at: file) {
        throw FileFailure(action: .write, path: file, reason: obstacle)
      }
      guard case .file = try FileKind(at: file) else { continue }
      let bytes = try NamedFile(path: file).read()
      guard bytes.isEmpty || Overlay.isOverlay(bytes) else {
        throw KeptFile(path: file, reason: "it is no overlay of diagen")
      }
    }
    for (file, bytes) in overlays {
      let names = file.split(separator: "/", omittingEmptySubsequences: false)
      let folder = names.dropLast().joined(separator: "/")
      if !folder.isEmpty {
        try OutputFolder(path: folder).makeFolders(above: String(names[names.count - 1]))
      }
      try NamedFile(path: file).write(bytes)
    }
  }
}
