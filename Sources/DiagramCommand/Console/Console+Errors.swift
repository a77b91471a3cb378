import ArgumentParser
import DiagramModel

extension Console {
  /// Tells an error that ended a command, and says how the process ends.
  ///
  /// What the parser ends early for (help, version, completions) is a result, not an error.
  func report<Root: ParsableCommand>(_ error: any Error, parsedBy root: Root.Type) -> ExitStatus {
    switch error {
    case let error as DiagramError: return report(error.diagnostics)
    case let error as CompilerErrors:
      tell(error.messages)
      return .mistake
    case let error as UsageFailure:
      complain(error.message, hints: error.hints)
      return .mistake
    case let error as KeptFile:
      complain("kept “\(error.path)”: \(error.reason)", hints: [Ownership.wayOut])
      return .kept
    case let error as FileFailures: return report(error.failures)
    case let error as FileFailure: return report([error])
    default: break
    }
    guard root.exitCode(for: error).isSuccess else { return report(root.fullMessage(for: error)) }
    do throws(FileFailure) {
      try output.write([root.fullMessage(for: error)])
      return .success
    } catch {
      return report([error])
    }
  }

  /// Tells a message of the parser, with its first word as in all our errors.
  private func report(_ message: String) -> ExitStatus {
    let prefix = "Error: "
    complain(message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
    return .mistake
  }

  /// Tells one mistake that has no place in a source file.
  func complain(_ message: String, hints: [String] = []) {
    let hints = hints.map { "\(errors.ink.blue("hint:")) \($0)" }
    tell(["\(errors.ink.red("error:")) \(message)"] + hints)
  }

  private func report(_ failures: [FileFailure]) -> ExitStatus {
    // A folder that cannot be made fails for every file in it, but is told once.
    var told: Set<String> = []
    for failure in failures where told.insert(failure.message).inserted {
      complain(failure.message, hints: failure.hint.map { [$0] } ?? [])
    }
    return .fileFailure
  }

  private func report(_ diagnostics: [Diagnostic]) -> ExitStatus {
    tell(diagnostics)
    let errorCount = diagnostics.count { $0.severity == .error }
    if errors.isTerminal { tell([count(errorCount, "mistake") + "; nothing was written"]) }
    return .mistake
  }

  /// Where even standard error cannot be written to, there is nobody left to tell.
  func tell(_ lines: [String]) { try? errors.write(lines) }
}
