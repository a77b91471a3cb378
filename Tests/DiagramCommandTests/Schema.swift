import Foundation
import Testing

/// As much of JSON Schema as ours needs.
///
/// > Source: JSON Schema, draft 2020-12.
struct Schema {
  let root: [String: Any]

  /// The schema of a file in Documentation.
  init(_ name: String) throws {
    let text = try String(contentsOfFile: WorkTree.file("Documentation/\(name)"), encoding: .utf8)
    root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What is wrong with a text, which is to be JSON.
  func mistakes(inText text: String) throws -> [String] {
    mistakes(in: try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

  func mistakes(in value: Any) -> [String] { mistakes(in: value, root, "") }

  private func mistakes(in value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return target.map { mistakes(in: value, $0, path) } ?? ["\(path): no \(reference)"]
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let all = choices.map { mistakes(in: value, $0, path) }
      return all.contains { $0.isEmpty } ? [] : all.flatMap(\.self)
    }
    if let allowed = schema["enum"] as? [String] {
      return allowed.contains(value as? String ?? "") ? [] : ["\(path): \(value)"]
    }
    let known: Set = [
      "$schema", "title", "type", "required", "additionalProperties", "properties", "items",
      "pattern", "$defs",
    ]
    var found = schema.keys.filter { !known.contains($0) }.map { "\(path): unknown \($0)" }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return found + ["\(path): no object"] }
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for name in schema["required"] as? [String] ?? [] where object[name] == nil {
        found.append("\(path): no \(name)")
      }
      for (name, member) in object {
        if let property = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
          found += mistakes(in: member, property, "\(path)/\(name)")
        } else if schema["additionalProperties"] as? Bool == false {
          found.append("\(path): unknown \(name)")
        }
      }
    case "array":
      guard let array = value as? [Any] else { return found + ["\(path): no array"] }
      guard let items = schema["items"] as? [String: Any] else { break }
      found += array.flatMap { mistakes(in: $0, items, "\(path)[]") }
    case "string":
      guard let text = value as? String else { return found + ["\(path): no text"] }
      if let pattern = schema["pattern"] as? String,
        (try? Regex(pattern).firstMatch(in: text)) == nil
      {
        found.append("\(path): \(text)")
      }
    case "integer": if !(value is Int) { found.append("\(path): no number") }
    case "boolean": if !(value is Bool) { found.append("\(path): no boolean") }
    default: found.append("\(path): no type")
    }
    return found
  }
}
