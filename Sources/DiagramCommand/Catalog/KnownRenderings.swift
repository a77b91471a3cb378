import DiagramDSL
import DiagramEngine
import DiagramModel
import DrawingExchange
import Synchronization

/// The files that series of this program became in earlier runs, so that what did not change is not
/// drawn again.
///
/// A series counts as unchanged for the same bytes of all that its author wrote, of the icons that are read
/// and of theme and formats, and for the same program file, whose code draws it. Each series has an entry of its own in the
/// cache, which the next change of the series replaces. Whether a file lies where it belongs, and with which
/// bytes, is never asked here.
final class KnownRenderings: RenderingMemory {
  private struct Entry {
    let place: [UInt8]
    let key: [UInt8]
    let rendering: Rendering
  }

  private let cache: DrawingCache
  private let program: ProgramStamp
  private let icons: IconFiles
  /// What was drawn in this run.
  private let drawn = Mutex<[Entry]>([])

  /// What is known of earlier runs of this program with these files of icons; nil where the system does not
  /// tell which program this is.
  init?(in cache: DrawingCache, icons: IconFiles) {
    guard let program = ProgramStamp.ofThisProgram else { return nil }
    self.cache = cache
    self.program = program
    self.icons = icons
  }

  func rendering(
    of series: Series, in theme: Theme, as formats: [OutputFormat],
    orDrawnBy draw: () throws -> Rendering
  ) rethrows -> Rendering {
    // What holds several series is made of all of their drawings.
    guard !formats.contains(where: \.holdsSeries) else { return try draw() }
    var place = ByteWriter()
    place.write(program.path)
    // Several series may lie in one folder; no two have a picture of one name there.
    place.write(series.path)
    place.write(series.pictures.first?.name ?? "")
    place.write(theme.name)
    place.write(formats) { $0.write($1.rawValue) }
    var key = ByteWriter()
    key.write(place.bytes)
    key.write(diagenVersion)
    key.write(program.text)
    key.write(icons.files(for: series.iconNames).bytes)
    key.write(series)
    if let known = cache.content(Self.kind, for: key.bytes, at: place.bytes),
      let answer = try? DrawingAnswer(known)
    {
      return Rendering(files: answer.files, diagnostics: answer.diagnostics)
    }
    let rendering = try draw()
    drawn.withLock {
      $0.append(Entry(place: place.bytes, key: key.bytes, rendering: rendering))
    }
    return rendering
  }

  /// Keeps what was drawn in this run for the next one.
  func keep() {
    let entries = drawn.withLock { $0 }
    guard !entries.isEmpty else { return }
    cache.keep(
      entries.map { entry in
        let answer = DrawingAnswer(
          series: [], files: entry.rendering.files, diagnostics: entry.rendering.diagnostics)
        return DrawingCache.Entry(place: entry.place, key: entry.key, content: answer.bytes)
      }, Self.kind)
  }

  private static let kind = "renderings"
}
