import DiagramModel

/// The boxes that stand at the top of a file, for its pictures to name them.
struct Definitions {
  /// In the order of the file.
  private(set) var names: [String] = []
  private(set) var fields: [String: JSONField] = [:]
  /// Those that are being read, from the outside in: none may lie in itself.
  var open: [String] = []

  /// Adds a box.
  ///
  /// - Returns: the one that has its name already, if there is one.
  mutating func add(_ field: JSONField, as name: String) -> JSONField? {
    if let other = fields[name] { return other }
    names.append(name)
    fields[name] = field
    return nil
  }
}
