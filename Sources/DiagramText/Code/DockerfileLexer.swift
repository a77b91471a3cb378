import DiagramModel

extension CodeScanner {
  /// > Source: the Dockerfile reference of Docker, "Format".
  mutating func readDockerfile() {
    while let character = current {
      if character.isWhitespace {
        take(while: \.isWhitespace, nil)
      } else if character == "#" {
        takeLine(.comment)
      } else {
        readInstruction()
      }
    }
  }

  private mutating func readInstruction() {
    let name = word.uppercased()
    guard Self.instructions.contains(name), peek(name.count)?.isWhitespace ?? true else {
      return readCommand()
    }
    take(name.count, .keyword)
    take(while: { $0 == " " || $0 == "\t" }, nil)
    switch name {
    case "FROM": readBase()
    case "MAINTAINER", "EXPOSE", "WORKDIR", "USER", "STOPSIGNAL": takeLine(.string)
    case "ONBUILD": break
    case "HEALTHCHECK":
      while starts(with: "--") {
        take(while: { !$0.isWhitespace }, nil)
        take(while: { $0 == " " || $0 == "\t" }, nil)
      }
      if current?.isNewline == false, !Self.instructions.contains(word.uppercased()) {
        readCommand()
      }
    case "CMD", "ENTRYPOINT", "SHELL", "VOLUME":
      if current == "[" {
        readPart(upTo: lineEnd) { $0.readJSON() }
      } else if name == "VOLUME" {
        takeLine(.string)
      } else {
        readCommand()
      }
    default: readCommand()
    }
  }

  /// The image, and what it is called from here on.
  private mutating func readBase() {
    take(while: { !$0.isWhitespace }, .string)
    take(while: { $0 == " " || $0 == "\t" }, nil)
    guard word.uppercased() == "AS" else { return takeLine(nil) }
    take(2, .keyword)
    take(while: { $0 == " " || $0 == "\t" }, nil)
    take(while: { !$0.isWhitespace }, .string)
  }

  /// The rest of the line as a shell reads it, with the lines that go on.
  private mutating func readCommand() {
    var last = lineEnd
    while last < end, last > position, characters[last - 1] == "\\" {
      last = characters[(last + 1)..<end].firstIndex(where: \.isNewline) ?? end
    }
    readPart(upTo: last) { $0.readShell() }
  }

  private var lineEnd: Int { characters[position..<end].firstIndex(where: \.isNewline) ?? end }

  /// A part of the code in another language.
  private mutating func readPart(upTo last: Int, _ read: (inout CodeScanner) -> Void) {
    let whole = end
    end = last
    read(&self)
    end = whole
  }

  private static let instructions: Set = [
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL",
    "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
  ]
}
