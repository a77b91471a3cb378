import DiagramDSL
import DiagramEngine
import DiagramIcons
import DiagramModel
import DrawingExchange

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Draws what a library of an author's files holds:
/// `diagen-draw LIBRARY ANSWER ICONS THEME FORMATS EXAMINING JOBS`, or names the icons that it shows:
/// `diagen-draw LIBRARY ANSWER`.
///
/// `diagen` compiles the files and starts this program; nobody else calls it. It holds the language and
/// all that draws, and the library finds both in it. Its standard input is a pipe, whose end says that `diagen`
/// has ended.
@main struct DiagenDraw {
  @MainActor
  static func main() async {
    let arguments = CommandLine.arguments
    endWithStarter()
    if arguments.count == 3 {
      let names = each(series(of: arguments[1]).flatMap(\.iconNames))
      return write(IconNameList(names).bytes, to: arguments[2])
    }
    guard arguments.count == 8, let theme = Theme.all.first(where: { $0.name == arguments[4] }),
      let examining = Examination(rawValue: arguments[6]), let jobs = Int(arguments[7])
    else { fail("diagen starts this program; nobody else needs it") }
    guard let icons = content(of: arguments[3]).flatMap({ try? IconFiles($0) }) else {
      fail("cannot read \(arguments[3])")
    }
    let formats = arguments[5].split(separator: ",").compactMap {
      OutputFormat(rawValue: String($0))
    }
    let series = series(of: arguments[1])
    let answer = await answer(
      to: series, in: theme, as: formats, icons: icons.library, jobs: jobs,
      examining: examining)
    write(answer.bytes, to: arguments[2])
  }

  /// Ends this process as soon as the one that started it has ended, whatever the author's code does by then.
  private static func endWithStarter() {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    pthread_create(
      &thread, nil,
      { _ in
        var byte: UInt8 = 0
        while true {
          let count = read(STDIN_FILENO, &byte, 1)
          if count == 0 || count < 0 && errno != EINTR { _exit(1) }
        }
      }, nil)
  }

  /// The series of the library: each of its files has a function that adds its own.
  private static func series(of library: String) -> [Series] {
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else {
      fail(dlerror().map { String(cString: $0) } ?? "cannot load \(library)")
    }
    var series: [Series] = []
    var number = 0
    while let symbol = dlsym(handle, "diagen_series_\(number)") {
      let add = unsafeBitCast(symbol, to: (@convention(c) (UnsafeMutableRawPointer) -> Void).self)
      withUnsafeMutablePointer(to: &series) { add(UnsafeMutableRawPointer($0)) }
      number += 1
    }
    return series
  }

  @MainActor
  private static func answer(
    to series: [Series], in theme: Theme, as formats: [OutputFormat], icons: IconLibrary,
    jobs: Int, examining: Examination
  ) async -> DrawingAnswer {
    do {
      return try await DrawingAnswer(
        drawing: series, in: theme, as: formats, icons: icons, jobs: jobs, examining: examining)
    } catch let error as DiagramError {
      return DrawingAnswer(
        series: DrawingAnswer.outlines(of: series), files: [], diagnostics: error.diagnostics)
    } catch {
      fail("\(error)")
    }
  }

  /// Writes the answer as a whole; `diagen` reads it only when this program ends well.
  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { fail("cannot write \(path)") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { fail("cannot write \(path)") }
  }

  /// The bytes of a file; nil where it cannot be read.
  private static func content(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return ferror(file) == 0 ? bytes : nil
  }

  private static func fail(_ message: String) -> Never {
    let text = Array("error: \(message)\n".utf8)
    _ = fwrite(text, 1, text.count, fdopen(STDERR_FILENO, "w"))
    fflush(nil)
    exit(1)
  }
}
