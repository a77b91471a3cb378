#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension OutputFolder {
  /// Looks for files below `folders`, which lie below the output folder.
  ///
  /// Hidden folders and links are left out; where a folder is missing, there are no files. For an
  /// empty name, only the files that lie directly in the output folder are found.
  /// - Returns: paths below the output folder, in order.
  /// - Throws: ``FileFailure`` for a folder that cannot be read.
  func files(in folders: [String]) throws(FileFailure) -> [String] {
    var files: [String] = []
    var waiting = folders.map { (path: $0, isDeep: !$0.isEmpty) }
    while let folder = waiting.popLast() {
      for name in try Self.names(in: folder.path.isEmpty ? path : path(of: folder.path)) {
        guard !name.hasPrefix(".") else { continue }
        let entry = folder.path.isEmpty ? name : "\(folder.path)/\(name)"
        switch try FileKind(at: path(of: entry)) {
        case .file: files.append(entry)
        case .folder where folder.isDeep: waiting.append((entry, true))
        default: break
        }
      }
    }
    return files.sorted()
  }

  /// The names in a folder in no order; those that are not UTF-8 are never ours and left out.
  static func names(in folder: String) throws(FileFailure) -> [String] {
    guard let stream = opendir(folder) else {
      guard errno == ENOENT || errno == ENOTDIR else { throw .system(.read, folder) }
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name { names.append(name) }
    }
    return names
  }
}
