#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import DiagramRender
import DrawingExchange

/// What `diagen` keeps of earlier runs, in `$XDG_CACHE_HOME/diagen` or `~/.cache/diagen`.
///
/// An entry holds all that it depends on, and counts only if that is what is asked for, byte by byte,
/// and its content is whole; a sum of bytes finds it, and damage in it. So what is damaged, cut off or another's is as if it were not there, and the
/// folder may be removed at any time. Where it cannot be written, nothing is kept.
struct DrawingCache {
  /// The folder of all entries.
  let path: String
  /// Whether entries of earlier runs count; new ones are kept all the same.
  let isRead: Bool

  init(isRead: Bool) {
    self.init(at: Self.standardPath, isRead: isRead)
  }

  /// A cache in another folder; none for an empty path.
  init(at path: String, isRead: Bool) {
    self.path = path
    self.isRead = isRead
  }

  /// Where caches lie for whoever runs this; empty for who has no home.
  private static var standardPath: String {
    if let top = environment("XDG_CACHE_HOME"), top.hasPrefix("/") { return "\(top)/diagen" }
    guard let home = environment("HOME"), home.hasPrefix("/"),
      (try? FileKind(at: home, followsLinks: true)) == .folder
    else { return "" }
    return "\(home)/.cache/diagen"
  }

  /// The name of an entry with this key.
  static func name(of key: [UInt8]) -> String { FNV1a(of: key).text }
}

// MARK: - Entries

extension DrawingCache {
  /// Content that is to be kept under its key, in the one entry that there is for its place.
  struct Entry {
    let place: [UInt8]
    let key: [UInt8]
    let content: [UInt8]
  }

  /// What is kept under a key; nil where there is nothing whole. The entry of a `place`, which is the key
  /// unless given, holds what was kept there last.
  func content(_ kind: String, for key: [UInt8], at place: [UInt8]? = nil) -> [UInt8]? {
    guard isRead, !path.isEmpty else { return nil }
    let file = entry(kind, place ?? key)
    guard case .file? = try? FileKind(at: file), let bytes = try? NamedFile(path: file).read()
    else { return nil }
    return try? Self.content(of: bytes, for: key)
  }

  /// Keeps bytes under a key, if it can.
  func keep(_ content: [UInt8], _ kind: String, for key: [UInt8]) {
    keep([Entry(place: key, key: key, content: content)], kind)
  }

  /// Keeps all that it can of some entries.
  func keep(_ entries: [Entry], _ kind: String) {
    guard let folder = writableFolder(kind) else { return }
    removeLeftovers(beside: ["\(folder)/"])
    thinOut(folder)
    for new in entries {
      var writer = ByteWriter()
      writer.write(new.key)
      writer.write(new.content)
      writer.write(FNV1a(ofWordsOf: new.content).value)
      withTerminationHeldBack {
        // Damage is found when it is read: nothing has to wait for the disk.
        let file = NamedFile(path: entry(kind, new.place))
        _ = try? file.replacement(with: writer.bytes).takePlace { true }
      }
    }
  }

  private func entry(_ kind: String, _ key: [UInt8]) -> String {
    "\(path)/\(kind)/\(Self.name(of: key))"
  }

  private static func content(
    of entry: [UInt8], for key: [UInt8]
  ) throws(ByteReader.Damage) -> [UInt8] {
    var reader = ByteReader(entry)
    guard try reader.bytes() == key else { throw ByteReader.Damage() }
    let content = try reader.bytes()
    guard try reader.number() == FNV1a(ofWordsOf: content).value, reader.isAtEnd else {
      throw ByteReader.Damage()
    }
    return content
  }

  /// Where an entry is found that will not be asked for again: the oldest half of too many.
  private func thinOut(_ folder: String) {
    guard let names = try? OutputFolder.names(in: folder), names.count > Self.mostEntries else {
      return
    }
    let files = names.filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    let byAge = files.compactMap(ProgramStamp.init(at:)).sorted { $0.isOlder(than: $1) }
    for file in byAge.prefix(Self.mostEntries / 2) { unlink(file.path) }
  }

  /// How many entries of a kind are kept.
  static let mostEntries = 1000
}

// MARK: - Folders

extension DrawingCache {
  /// A folder of the cache, there or not; nil where the cache is closed to us.
  func folder(_ name: String) -> String? {
    guard !path.isEmpty else { return nil }
    let folder = "\(path)/\(name)"
    return access(folder, R_OK | X_OK) == 0 ? folder : nil
  }

  /// A folder of the cache that can be written to, made where it is missing; nil where that is impossible.
  func writableFolder(_ name: String) -> String? {
    guard !path.isEmpty else { return nil }
    let folder = "\(path)/\(name)"
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/\(part)"
      // Others have no business in it.
      if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EROFS, errno != EACCES { return nil }
    }
    return access(folder, W_OK | X_OK) == 0 ? folder : nil
  }

  /// Runs `body` while no other run does so with a lock of this name.
  func withLock<Result>(_ name: String, _ body: () throws -> Result) throws -> Result {
    let file = "\(path)/\(name).lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure.system(.write, file) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }
}
