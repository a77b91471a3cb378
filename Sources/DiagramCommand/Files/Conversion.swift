import DiagramEngine
import DiagramRender

/// What `rsvg-convert` makes of plain SVGs, in a scale.
///
/// A file carries what it was made of. While that is the same, no converter is asked: another version
/// of it, or other fonts, change no file.
struct Conversion {
  let scale: PixelScale

  /// What is to be written for each file, in their order: of an SVG that becomes something else the result,
  /// or what lies there already, if that was made of it.
  ///
  /// - Throws: ``UsageFailure`` where there is no converter, ``FileFailures``.
  func finished(
    _ files: [RenderedFile], in folder: OutputFolder, jobs: Int, _ console: Console
  ) async throws -> [RenderedFile] {
    var finished = files
    var waiting: [(index: Int, task: Task)] = []
    for (index, file) in files.enumerated() {
      guard let format = OutputFormat(ofFile: file.path), let kind = format.conversion else {
        continue
      }
      if let current = try current(file, in: folder) {
        finished[index] = RenderedFile(path: file.path, bytes: current)
      } else {
        waiting.append((index, Task(file, as: kind, path: folder.path(of: file.path), self)))
      }
    }
    guard !waiting.isEmpty else { return files.isEmpty ? [] : finished }
    let scratch = try makeScratchFolder()
    defer { removeFolder(scratch) }
    let progress = Progress("converting", of: waiting.count, console)
    let results = await Self.results(of: waiting.map(\.task), in: scratch, jobs: jobs, progress)
    progress.end()
    var failures: [FileFailure] = []
    for ((index, _), result) in zip(waiting, results) {
      switch result {
      case .made(let bytes):
        finished[index] = RenderedFile(path: files[index].path, bytes: bytes)
      case .failed(let failure): failures.append(failure)
      case .noConverter: throw UsageFailure.noConverter
      }
    }
    guard failures.isEmpty else { throw FileFailures(failures: failures) }
    return finished
  }

  /// What lies where a file belongs, if that is as the diagrams make it.
  ///
  /// - Throws: ``FileFailure`` for what cannot be read.
  func current(_ file: RenderedFile, in folder: OutputFolder) throws(FileFailure) -> [UInt8]? {
    guard let format = OutputFormat(ofFile: file.path), let kind = format.conversion else {
      let start = try folder.content(of: file.path, upTo: file.bytes.count + 1)
      return start == file.bytes ? file.bytes : nil
    }
    guard let bytes = try folder.content(of: file.path, upTo: NamedFile.mostMegabytes << 20),
      let mark = format.mark(of: bytes), mark.content == .asWritten,
      mark.source == source(of: file.bytes, for: kind)
    else { return nil }
    return bytes
  }

  /// What a file says that it was made of: the digest of the SVG, and how much larger it is.
  fileprivate func source(of svg: [UInt8], for kind: any ConvertedFormat.Type) -> String {
    let digest = OutputFormat.svg.mark(of: svg)?.digest ?? ""
    return kind.isScaled ? "\(digest)@\(scale.text)" : digest
  }

  private static func results(
    of tasks: [Task], in scratch: String, jobs: Int, _ progress: Progress
  ) async -> [Task.Outcome] {
    await withTaskGroup(of: (Int, Task.Outcome).self) { group in
      var outcomes = [Task.Outcome](repeating: .noConverter, count: tasks.count)
      var waiting = tasks.indices.makeIterator()
      func start(_ index: Int) {
        group.addTask { (index, tasks[index].run(in: scratch, number: index)) }
      }
      for index in (0..<min(max(1, jobs), tasks.count)).compactMap({ _ in waiting.next() }) {
        start(index)
      }
      for await (index, outcome) in group {
        outcomes[index] = outcome
        progress.add(1)
        if let next = waiting.next() { start(next) }
      }
      return outcomes
    }
  }
}

extension Conversion {
  /// A start of the converter.
  private struct Task: Sendable {
    enum Outcome {
      case made([UInt8])
      case failed(FileFailure)
      case noConverter
    }

    private let svg: [UInt8]
    private let kind: any ConvertedFormat.Type
    /// As the user would write it.
    private let path: String
    private let source: String
    private let options: [String]

    init(
      _ file: RenderedFile, as kind: any ConvertedFormat.Type, path: String,
      _ conversion: Conversion
    ) {
      svg = file.bytes
      self.kind = kind
      self.path = path
      source = conversion.source(of: file.bytes, for: kind)
      options = kind.isScaled ? ["--zoom=\(conversion.scale.text)"] : []
    }

    func run(in scratch: String, number: Int) -> Outcome {
      let (input, output) = ("\(scratch)/\(number).svg", "\(scratch)/\(number)")
      do throws(FileFailure) {
        try writeScratch(svg, to: input)
        // It writes no other date then.
        let converter = Subprocess(
          ["rsvg-convert", "--unlimited", "--format=\(kind.converterName)"] + options
            + ["--output=\(output)", input],
          errors: .captured, environment: [("SOURCE_DATE_EPOCH", "0"), ("LC_ALL", "C.UTF-8")])
        guard let (status, said) = converter.run() else { return .noConverter }
        guard status == .exit(0) else {
          return .failed(failure("rsvg-convert \(status.words)", said))
        }
        let made = try? NamedFile(path: output).read()
        guard let bytes = made.flatMap({ kind.marked($0, source: source) }) else {
          return .failed(failure("rsvg-convert made no \(kind.fileExtension) of it", said))
        }
        return .made(bytes)
      } catch {
        return .failed(error)
      }
    }

    private func failure(_ reason: String, _ said: [UInt8]) -> FileFailure {
      let words = String(decoding: said, as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return FileFailure(
        action: .write, path: path, reason: words.isEmpty ? reason : "\(reason): \(words)")
    }
  }
}

extension UsageFailure {
  /// Pixels and pages are made by another program.
  static let noConverter = UsageFailure(
    message: "png and pdf need rsvg-convert, which is not in PATH",
    hints: [
      "install it (Debian, Ubuntu: apt-get install librsvg2-bin; macOS: brew install librsvg), or ask for "
        + "other formats with --format"
    ])
}
