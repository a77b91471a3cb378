import ArgumentParser
import DiagramEngine
import DiagramModel
import DiagramXML

/// What a check found, and how it is told.
struct GateReport {
  /// A form of the report.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, github, junit
  }

  /// A finding, by its place in the order of the report.
  struct Entry {
    let remark: Remark
    /// What an image is that is not as it should be.
    var drift: Drift?
    /// Why it is silent.
    var allowed: String?
    /// What would mend it.
    var edits: [SourceEdit] = []
  }

  /// Images first, then by file and line.
  let entries: [Entry]
  /// What could not be looked at.
  let failures: [FileFailure]
  let imageCount: Int
  let diagnostics: [Diagnostic]
  /// The files that edits are of.
  let texts: SourceTexts

  /// Those that are not silent.
  var told: [Entry] { entries.filter { $0.allowed == nil } }

  /// The report with some of its findings.
  func keeping(_ isKept: (Entry) -> Bool) -> GateReport {
    GateReport(
      entries: entries.filter(isKept), failures: failures, imageCount: imageCount,
      diagnostics: diagnostics, texts: texts)
  }

  /// Whether the check fails; by warnings only if it `isStrict`.
  func fails(isStrict: Bool) -> Bool {
    told.contains { isStrict || $0.remark.rule.severity == .error }
  }

  /// The report in a form, as lines.
  func lines(_ form: Form, _ ink: Ink) -> [String] {
    switch form {
    case .text: told.flatMap { $0.lines(ink) + Fixes([$0.edits], of: texts).lines(ink) }
    case .json: [json.description]
    case .sarif: [sarif.description]
    case .github: told.map(\.githubLine)
    case .junit: [junit]
    }
  }
}

extension Remark {
  /// The file of the place, as seen from the folder of the call.
  fileprivate var file: String { SourcePath.ofProcess.relative(origin.file) }
}

// MARK: - For people

extension GateReport.Entry {
  /// An image on a line of its own, anything else as compilers tell it, with what it rests on.
  fileprivate func lines(_ ink: Ink) -> [String] {
    if let drift {
      let making = drift.making == nil ? "" : drift.reason.map { " (\($0))" } ?? ""
      return ["\(ink.red(drift.state.rawValue)): \(drift.path)\(making)"]
    }
    let severity = "\(remark.rule.severity.rawValue):"
    let colored = remark.rule.severity == .error ? ink.red(severity) : ink.yellow(severity)
    let place = ink.bold("\(remark.file):\(remark.origin.line):\(remark.origin.column):")
    return ["\(place) \(colored) \(remark.message) \(ink.faint("[\(remark.rule.rawValue)]"))"]
      + remark.hints.map { "\(place) \(ink.blue("hint:")) \($0)" }
  }

  /// A command of GitHub's runner, which it shows beside the line of the pull request.
  fileprivate var githubLine: String {
    let place = [
      ("file", remark.file), ("line", "\(remark.origin.line)"), ("col", "\(remark.origin.column)"),
      ("title", "\(remark.rule.title) (\(remark.rule.rawValue))"),
    ].map { "\($0)=\(Self.escaped($1, isProperty: true))" }.joined(separator: ",")
    let text = ([remark.message] + remark.hints.map { "hint: \($0)" }).joined(separator: "\n")
    return "::\(remark.rule.severity.rawValue) \(place)::\(Self.escaped(text, isProperty: false))"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    let plain = text.replacing("%", with: "%25").replacing("\r", with: "%0D")
      .replacing("\n", with: "%0A")
    return isProperty ? plain.replacing(":", with: "%3A").replacing(",", with: "%2C") : plain
  }
}

// MARK: - JSON

extension GateReport {
  private var json: JSON {
    let unread = failures.map { failure in
      JSON.object([
        ("state", .string("unreadable")), ("path", .string(failure.path)),
        ("reason", .string(failure.reason)),
      ])
    }
    return .object(
      [
        ("ok", .boolean(!fails(isStrict: false) && failures.isEmpty)),
        ("images", .number(imageCount)), ("findings", .array(told.map(json) + unread)),
        ("allowed", .array(entries.filter { $0.allowed != nil }.map(json))),
      ] + JSON.members(of: diagnostics))
  }
}

extension GateReport {
  private func json(_ entry: Entry) -> JSON {
    let remark = entry.remark
    var members: [(key: String, value: JSON)] = []
    if let drift = entry.drift {
      members = [("state", .string(drift.state.rawValue)), ("path", .string(drift.path))]
      if let reason = drift.reason { members.append(("reason", .string(reason))) }
    }
    members += [
      ("id", .string(remark.rule.rawValue)),
      ("severity", .string(remark.rule.severity.rawValue)),
      ("subject", .string(remark.subject)), ("message", .string(remark.message)),
      (
        "evidence", .object(remark.evidence.map { (key: $0.name, value: JSON.number($0.value)) })
      ),
      ("file", .string(remark.file)), ("line", .number(Int(clamping: remark.origin.line))),
      ("column", .number(Int(clamping: remark.origin.column))),
      ("hints", .array(remark.hints.map(JSON.string))),
      ("edits", .array(entry.edits.map(json))),
    ]
    if let allowed = entry.allowed { members.append(("because", .string(allowed))) }
    return .object(members)
  }

  private func json(_ edit: SourceEdit) -> JSON {
    let region = TextRegion(edit.range, in: texts.bytes(of: edit.path))
    return .object([
      ("file", .string(SourcePath.ofProcess.relative(edit.path))),
      ("line", .number(region.start.line)), ("column", .number(region.start.column)),
      ("endLine", .number(region.end.line)), ("endColumn", .number(region.end.column)),
      ("text", .string(edit.text)),
    ])
  }
}

// MARK: - SARIF

extension GateReport {
  /// > Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
  private var sarif: JSON {
    let rules = Remark.Rule.allCases.map { rule in
      JSON.object([
        ("id", .string(rule.rawValue)),
        ("shortDescription", .object([("text", .string(rule.title))])),
        (
          "helpUri",
          .string("\(repositoryAddress)/blob/main/Documentation/rules/\(rule.rawValue).md")
        ),
        ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
      ])
    }
    let driver = JSON.object([
      ("name", .string("diagen")), ("version", .string(diagenVersion)),
      ("informationUri", .string(repositoryAddress)), ("rules", .array(rules)),
    ])
    let run = JSON.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("utf16CodeUnits")),
      ("results", .array(entries.map(sarif))),
    ])
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .array([run])),
    ])
  }
}

extension GateReport {
  private func sarif(_ entry: Entry) -> JSON {
    let remark = entry.remark
    let region = JSON.object([
      ("startLine", .number(Int(clamping: max(1, remark.origin.line)))),
      ("startColumn", .number(Int(clamping: max(1, remark.origin.column)))),
    ])
    let location = JSON.object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(Self.uri(remark.file)))])),
          ("region", region),
        ])
      ),
      (
        "logicalLocations",
        .array([.object([("fullyQualifiedName", .string(remark.subject))])])
      ),
    ])
    var members: [(key: String, value: JSON)] = [
      ("ruleId", .string(remark.rule.rawValue)),
      ("level", .string(remark.rule.severity.rawValue)),
      ("message", .object([("text", .string(remark.message))])), ("locations", .array([location])),
      // The same finding in the next run, also on another line.
      (
        "partialFingerprints",
        .object([("diagen/1", .string("\(remark.rule.rawValue) \(remark.subject)"))])
      ),
      (
        "properties",
        .object([
          (
            "evidence",
            .object(remark.evidence.map { (key: $0.name, value: JSON.number($0.value)) })
          )
        ])
      ),
    ]
    if !entry.edits.isEmpty { members.append(("fixes", .array([fix(entry)]))) }
    if let allowed = entry.allowed {
      let suppression = JSON.object([
        ("kind", .string("inSource")), ("justification", .string(allowed)),
      ])
      members.append(("suppressions", .array([suppression])))
    }
    return .object(members)
  }

  /// > Source: SARIF 2.1.0, sections 3.55 to 3.57.
  private func fix(_ entry: Entry) -> JSON {
    let changes = each(entry.edits.map(\.path)).map { path in
      let replacements = entry.edits.filter { $0.path == path }.map { edit in
        let region = TextRegion(edit.range, in: texts.bytes(of: path))
        return JSON.object([
          (
            "deletedRegion",
            .object([
              ("startLine", .number(region.start.line)),
              ("startColumn", .number(region.start.column16)),
              ("endLine", .number(region.end.line)), ("endColumn", .number(region.end.column16)),
            ])
          ), ("insertedContent", .object([("text", .string(edit.text))])),
        ])
      }
      let file = SourcePath.ofProcess.relative(path)
      return JSON.object([
        ("artifactLocation", .object([("uri", .string(Self.uri(file)))])),
        ("replacements", .array(replacements)),
      ])
    }
    return .object([
      (
        "description",
        .object([("text", .string(entry.remark.hints.first ?? entry.remark.message))])
      ),
      ("artifactChanges", .array(changes)),
    ])
  }

  /// A path as a reference of a URI.
  private static func uri(_ path: String) -> String {
    let text = Array(path.utf8).map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || "0123456789-._~/".utf8.contains(byte)
      return isPlain
        ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    return path.hasPrefix("/") ? "file://\(text)" : text
  }
}

// MARK: - JUnit

extension GateReport {
  /// A test for each rule, which fails where something is found.
  ///
  /// > Source: the schema of Jenkins' xUnit plugin, junit-10.xsd.
  private var junit: String {
    let cases = Remark.Rule.allCases.map { rule in
      XMLElement(
        "testcase",
        [
          XMLAttribute("classname", "diagen"),
          XMLAttribute("name", "\(rule.rawValue) \(rule.title)"),
        ],
        failure(of: rule).map { [.element($0)] } ?? [])
    }
    let failed = cases.count { !$0.children.isEmpty }
    let suite = XMLElement(
      "testsuite",
      [
        XMLAttribute("name", "diagen check"), XMLAttribute("tests", "\(cases.count)"),
        XMLAttribute("failures", "\(failed)"),
      ], cases.map(XMLNode.element))
    let options = XMLOptions(hasDeclaration: true, isIndented: false)
    do throws(XMLError) {
      return String(
        decoding: try XMLElement("testsuites", [], [.element(suite)]).serialised(options),
        as: UTF8.self)
    } catch {
      preconditionFailure("names are ours and texts are what XML knows: \(error)")
    }
  }

  /// What was found by a rule; nil where nothing was.
  private func failure(of rule: Remark.Rule) -> XMLElement? {
    let found = told.map(\.remark).filter { $0.rule == rule }
    guard !found.isEmpty else { return nil }
    let text = found.map { "\($0.file):\($0.origin.line): \($0.message)" }
    return XMLElement(
      "failure",
      [
        XMLAttribute("type", rule.severity.rawValue),
        XMLAttribute("message", count(found.count, "finding")),
      ], [.text(text.joined(separator: "\n").withoutForbiddenScalars)])
  }
}
