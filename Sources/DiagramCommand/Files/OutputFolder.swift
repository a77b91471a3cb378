#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import DiagramEngine

/// The folder below which all images lie; nothing outside of it is ever written.
struct OutputFolder {
  /// As the user wrote it.
  let path: String

  /// A path below the folder, as the user would write it.
  func path(of file: String) -> String {
    path == "." ? file : path.hasSuffix("/") ? path + file : "\(path)/\(file)"
  }

  /// A file that waits to take the place of whatever lies there, with the folders above it.
  ///
  /// - Throws: ``FileFailure`` also for a link, or a path through one, that leads out of the folder.
  func replacement(
    for file: RenderedFile, number: Int = 0
  ) throws(FileFailure) -> Replacement {
    try makeFolders(above: file.path)
    return try NamedFile(path: path(of: file.path)).replacement(with: file.bytes, number: number)
  }

  /// Refuses a file whose name leads out of the folder.
  func requireBelow(_ file: String) throws(FileFailure) {
    guard Self.staysBelow(file) else {
      throw FileFailure(
        action: .write, path: file, reason: "the name leads out of the output folder")
    }
  }

  /// All bytes of a file, or nil where there is none; a link counts as none.
  func fileContent(of file: String) throws(FileFailure) -> [UInt8]? {
    guard case .file = try FileKind(at: path(of: file)) else { return nil }
    return try NamedFile(path: path(of: file)).read()
  }

  /// The first bytes of a file, or nil where there is no file; a link is followed.
  func content(of file: String, upTo limit: Int) throws(FileFailure) -> [UInt8]? {
    let target = path(of: file)
    // A pipe or device would make reading wait, so look first.
    guard case .file = try FileKind(at: target, followsLinks: true) else { return nil }
    let descriptor = open(target, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(.read, target) }
    defer { close(descriptor) }
    guard let bytes = readAll(from: descriptor, upTo: limit) else { throw .system(.read, target) }
    return bytes
  }

  /// Why the file cannot be written, by what lies in its place or in that of a folder above it; nil
  /// where nothing does.
  func obstacle(of file: String) throws(FileFailure) -> FileFailure? {
    for (folder, isBelow) in folders(above: file) {
      switch try FileKind(at: folder, followsLinks: true) {
      case .folder:
        guard isBelow, try FileKind(at: folder) == .link, try !isInside(folder) else { continue }
        return Self.leadingOut(folder)
      case .nothing:
        return try FileKind(at: folder) == .nothing ? nil : Self.leadingNowhere(folder)
      case .file, .link, .other: return Self.noFolder(folder)
      }
    }
    let target = path(of: file)
    return try FileKind.obstacle(at: target).map {
      FileFailure(action: .write, path: target, reason: $0)
    }
  }

  /// Refuses a file that could not be put in its place, by what lies there and in a folder above it, or since the
  /// folder where something is to be made takes nothing.
  func requireRoom(for file: String) throws(FileFailure) {
    if let obstacle = try obstacle(of: file) { throw obstacle }
    var (last, made) = (path.hasPrefix("/") ? "/" : ".", path(of: file))
    for (folder, _) in folders(above: file) {
      guard try FileKind(at: folder, followsLinks: true) == .folder else {
        made = folder
        break
      }
      last = folder
    }
    guard access(last, W_OK | X_OK) == 0 else { throw .system(.write, made) }
  }

  /// The folders in which a file lies, each before those in it, and whether they lie below the output folder.
  private func folders(above file: String) -> [(path: String, isBelow: Bool)] {
    let (top, start) = (path.split(separator: "/"), path.hasPrefix("/") ? "/" : "")
    let names = file.split(separator: "/").dropLast()
    return top.indices.map { (start + top[...$0].joined(separator: "/"), false) }
      + names.indices.map { (path(of: names[...$0].joined(separator: "/")), true) }
  }

  private static func staysBelow(_ file: String) -> Bool {
    let components = file.split(separator: "/", omittingEmptySubsequences: false)
    return !components.contains { ["", ".", ".."].contains($0) || $0.utf8.contains(0) }
  }

  /// Makes the output folder and the folders of `file` below it, where they are missing.
  func makeFolders(above file: String) throws(FileFailure) {
    for (folder, isBelow) in folders(above: file) {
      try makeFolder(folder)
      guard isBelow, try FileKind(at: folder) == .link, try !isInside(folder) else { continue }
      throw Self.leadingOut(folder)
    }
  }

  private func makeFolder(_ folder: String) throws(FileFailure) {
    switch try FileKind(at: folder, followsLinks: true) {
    case .folder: return
    case .nothing:
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .system(.write, folder) }
      // A link that leads nowhere is something, and yet no folder.
      guard try FileKind(at: folder, followsLinks: true) == .folder else {
        throw Self.leadingNowhere(folder)
      }
    case .file, .link, .other: throw Self.noFolder(folder)
    }
  }

  private static func leadingOut(_ folder: String) -> FileFailure {
    FileFailure(
      action: .write, path: folder,
      reason: "it is a symbolic link that leads out of the output folder")
  }

  private static func leadingNowhere(_ folder: String) -> FileFailure {
    FileFailure(action: .write, path: folder, reason: "it is a symbolic link that leads nowhere")
  }

  private static func noFolder(_ folder: String) -> FileFailure {
    FileFailure(action: .write, path: folder, reason: "it is a file, not a folder")
  }

  /// Whether a folder, by whatever link, lies below the output folder.
  private func isInside(_ folder: String) throws(FileFailure) -> Bool {
    let top = try resolved(path)
    let place = try resolved(folder)
    return place == top || place.hasPrefix(top == "/" ? "/" : "\(top)/")
  }

  private func resolved(_ path: String) throws(FileFailure) -> String {
    guard let place = realpath(path, nil) else { throw .system(.read, path) }
    defer { free(place) }
    return String(cString: place)
  }
}
