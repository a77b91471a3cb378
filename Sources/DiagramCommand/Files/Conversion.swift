import DiagramEngine
import DiagramRender

/// What other programs make of our SVGs: `rsvg-convert` pixels and pages, those of HarfBuzz texts that need no fonts.
///
/// A file carries what it was made of. While that is the same, no program is asked: another version
/// of it, or other fonts, change no file.
struct Conversion {
  let scale: PixelScale
  var text = TextForm.plain

  /// What is to be written for each file, in their order: of an SVG that becomes something else the result,
  /// or what lies there already, if that was made of it.
  ///
  /// - Throws: ``UsageFailure`` where a program or a font is missing, ``FileFailures``.
  func finished(
    _ files: [RenderedFile], in folder: OutputFolder, jobs: Int, _ console: Console
  ) async throws -> [RenderedFile] {
    var finished = files
    var waiting: [(index: Int, task: Task)] = []
    for (index, file) in files.enumerated() {
      guard let work = work(on: file) else { continue }
      if let current = try current(file, in: folder) {
        finished[index] = RenderedFile(path: file.path, bytes: current)
      } else {
        waiting.append(
          (index, Task(work: work, svg: file.bytes, path: folder.path(of: file.path))))
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
      case .unusable(let failure): throw failure
      }
    }
    guard failures.isEmpty else { throw FileFailures(failures: failures) }
    return finished
  }

  /// What lies where a file belongs, if that is as the diagrams make it.
  ///
  /// - Throws: ``FileFailure`` for what cannot be read.
  func current(_ file: RenderedFile, in folder: OutputFolder) throws(FileFailure) -> [UInt8]? {
    guard let work = work(on: file) else {
      let start = try folder.content(of: file.path, upTo: file.bytes.count + 1)
      return start == file.bytes ? file.bytes : nil
    }
    guard let bytes = try folder.content(of: file.path, upTo: NamedFile.mostMegabytes << 20),
      let mark = work.format.mark(of: bytes), mark.content == .asWritten,
      mark.source == work.source
    else { return nil }
    return bytes
  }

  /// What the texts of a file are that is none of this conversion though it shows the same picture.
  func otherMaking(of bytes: [UInt8], for file: RenderedFile) -> TextForm? {
    let asked = work(on: file)?.source ?? ""
    for text in TextForm.allCases where text != self.text {
      guard let work = Conversion(scale: scale, text: text).work(on: file) else {
        if bytes == file.bytes { return text }
        continue
      }
      if work.source != asked, work.format.mark(of: bytes)?.source == work.source {
        return text
      }
    }
    return nil
  }

  /// What is done with an SVG, and what the result says that it was made of: the digest of the SVG, and how.
  private func work(on file: RenderedFile) -> Work? {
    guard let format = OutputFormat(ofFile: file.path) else { return nil }
    if let kind = format.conversion {
      let digest = OutputFormat.svg.mark(of: file.bytes)?.digest ?? ""
      return Work(
        step: .converted(kind, kind.isScaled ? scale : nil), format: format,
        source: kind.isScaled ? "\(digest)@\(scale.text)" : digest)
    }
    guard text != .plain, [.svg, .drawioSVG].contains(format) else { return nil }
    return Work(
      step: .texts(text), format: format,
      source: "\(format.mark(of: file.bytes)?.digest ?? "")+\(text.rawValue)")
  }

  private static func results(
    of tasks: [Task], in scratch: String, jobs: Int, _ progress: Progress
  ) async -> [Task.Outcome] {
    let fonts = FontFiles()
    return await withTaskGroup(of: (Int, Task.Outcome).self) { group in
      var outcomes = [Task.Outcome?](repeating: nil, count: tasks.count)
      var waiting = tasks.indices.makeIterator()
      func start(_ index: Int) {
        group.addTask { (index, tasks[index].run(in: scratch, number: index, fonts)) }
      }
      for index in (0..<min(max(1, jobs), tasks.count)).compactMap({ _ in waiting.next() }) {
        start(index)
      }
      for await (index, outcome) in group {
        outcomes[index] = outcome
        progress.add(1)
        if let next = waiting.next() { start(next) }
      }
      return outcomes.compactMap(\.self)
    }
  }
}

extension Conversion {
  /// What is done with a file.
  fileprivate struct Work: Sendable {
    enum Step: Sendable {
      case converted(any ConvertedFormat.Type, PixelScale?)
      case texts(TextForm)
    }

    let step: Step
    let format: OutputFormat
    let source: String
  }

  /// The work on one file.
  fileprivate struct Task: Sendable {
    enum Outcome {
      case made([UInt8])
      case failed(FileFailure)
      /// A program or a font is missing.
      case unusable(UsageFailure)
    }

    let work: Work
    let svg: [UInt8]
    /// As the user would write it.
    let path: String

    func run(in scratch: String, number: Int, _ fonts: FontFiles) -> Outcome {
      do {
        switch work.step {
        case .converted(let kind, let scale):
          return .made(try converted(to: kind, scale, at: "\(scratch)/\(number)"))
        case .texts(let form):
          let harfBuzz = HarfBuzz(scratch: "\(scratch)/\(number)")
          return .made(
            try form.applied(to: svg, source: work.source, fonts: fonts, harfBuzz: harfBuzz))
        }
      } catch let failure as FileFailure {
        return .failed(failure)
      } catch let failure as UsageFailure {
        return .unusable(failure)
      } catch HarfBuzzFailure.missing(let failure) {
        return .unusable(failure)
      } catch HarfBuzzFailure.failed(let reason) {
        return .failed(failure(reason))
      } catch {
        return .failed(failure("\(error)"))
      }
    }

    private func converted(
      to kind: any ConvertedFormat.Type, _ scale: PixelScale?, at place: String
    ) throws -> [UInt8] {
      let (input, output) = ("\(place).svg", place)
      try writeScratch(svg, to: input)
      // It writes no other date then.
      let converter = Subprocess(
        ["rsvg-convert", "--unlimited", "--format=\(kind.converterName)"]
          + (scale.map { ["--zoom=\($0.text)"] } ?? []) + ["--output=\(output)", input],
        errors: .captured, environment: [("SOURCE_DATE_EPOCH", "0"), ("LC_ALL", "C.UTF-8")])
      guard let (status, said) = converter.run() else { throw UsageFailure.noConverter }
      guard status == .exit(0) else { throw failure("rsvg-convert \(status.words)", said) }
      let made = try? NamedFile(path: output).read()
      guard let bytes = made.flatMap({ kind.marked($0, source: work.source) }) else {
        throw failure("rsvg-convert made no \(kind.fileExtension) of it", said)
      }
      return bytes
    }

    private func failure(_ reason: String, _ said: [UInt8] = []) -> FileFailure {
      let words = Subprocess.words(of: said)
      return FileFailure(
        action: .write, path: path, reason: words.isEmpty ? reason : "\(reason): \(words)")
    }
  }
}

extension UsageFailure {
  /// Pixels and pages are made by another program.
  fileprivate static let noConverter = UsageFailure(
    message: "png and pdf need rsvg-convert, which is not in PATH",
    hints: [
      "install it (Debian, Ubuntu: apt-get install librsvg2-bin; macOS: brew install librsvg), or ask for "
        + "other formats with --format"
    ])
}
