import DiagramGraph
import DiagramLayout
import DrawingExchange
import Synchronization

/// The layouts that this program made in earlier runs and in this one, so that what did not change is
/// not placed again.
///
/// One counts only for the same bytes of graph and request, and for the same program file, whose code
/// places them. They lie in one entry of the cache.
final class KnownLayouts: LayoutMemory {
  private struct Notes {
    /// By all that decides on them.
    var layouts: [[UInt8]: [UInt8]] = [:]
    /// What was asked for in this run.
    var used: Set<[UInt8]> = []
    var hasNew = false
    /// Whether earlier runs have been asked: only when something is to be placed.
    var isRead = false
  }

  private let cache: DrawingCache
  private let key: [UInt8]
  private let notes = Mutex(Notes())

  /// What is known of earlier runs; nil where the system does not tell which program this is.
  ///
  /// - Complexity: reads one file when the first layout is asked for.
  init?(in cache: DrawingCache) {
    guard let program = ProgramStamp.ofThisProgram else { return nil }
    self.cache = cache
    var writer = ByteWriter()
    writer.write(diagenVersion)
    writer.write(program.text)
    key = writer.bytes
  }

  func layout(
    of graph: LayoutGraph, by request: LayoutRequest, orPlacedBy place: () -> Layout
  ) -> Layout {
    var question = ByteWriter()
    question.write(graph, for: request)
    let known = notes.withLock { notes in
      if !notes.isRead, let content = cache.content(Self.kind, for: key) {
        // The entry is whole, or it is none.
        notes.layouts = (try? Self.layouts(in: content)) ?? [:]
      }
      notes.isRead = true
      notes.used.insert(question.bytes)
      return notes.layouts[question.bytes]
    }
    if let known {
      var reader = ByteReader(known)
      if let layout = try? reader.layout() { return layout }
    }
    let layout = place()
    var answer = ByteWriter()
    answer.write(layout)
    notes.withLock { notes in
      notes.layouts[question.bytes] = answer.bytes
      notes.hasNew = true
    }
    return layout
  }

  /// Keeps what was new in this run for the next one, and what it did not ask for while there is room.
  func keep() {
    let (layouts, used) = notes.withLock { ($0.hasNew ? $0.layouts : [:], $0.used) }
    guard !layouts.isEmpty else { return }
    let others = layouts.keys.filter { !used.contains($0) }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
    var room = Self.mostBytes
    let kept = (Array(used) + others).filter { question in
      room -= question.count + (layouts[question]?.count ?? 0)
      return room > 0
    }
    var writer = ByteWriter()
    writer.write(kept) { writer, question in
      writer.write(question)
      writer.write(layouts[question] ?? [])
    }
    cache.keep(writer.bytes, Self.kind, for: key)
  }

  private static func layouts(in content: [UInt8]) throws(ByteReader.Damage) -> [[UInt8]: [UInt8]] {
    var reader = ByteReader(content)
    let entries = try reader.values { reader throws(ByteReader.Damage) in
      (try reader.bytes(), try reader.bytes())
    }
    return Dictionary(entries) { first, _ in first }
  }

  private static let kind = "layouts"
  /// How much is kept at most, in bytes.
  private static let mostBytes = 64 << 20
}
