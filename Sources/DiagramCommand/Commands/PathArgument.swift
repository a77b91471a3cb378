import ArgumentParser

/// A path of the command line as it is typed; what a variable of a shell that is not set leaves behind names nothing,
/// least of all the root.
///
/// - Throws: `ValidationError` for an empty text.
func path(_ argument: String) throws -> String {
  guard !argument.isEmpty else { throw ValidationError("an empty text is no path") }
  return argument
}

/// A path as a shell takes it for one: not for an option.
func pathForShell(_ path: String) -> String {
  quotedForShell(path.hasPrefix("-") ? "./\(path)" : path)
}
