import DiagramModel

/// The id of an element's cell in draw.io, and its `data-cell-id` in SVG: its path, with an
/// apostrophe after a path that draw.io would take for something else, as in `constructor'`.
///
/// It depends on the path alone, so that it is the same in all pictures of a series. No two paths
/// get the same id: an apostrophe after such a path gets one more.
package func cellID(of path: String) -> String {
  var name = path[...]
  while name.last == "'" { name.removeLast() }
  return DrawioID.reserved.contains(name.lowercased()) ? "\(path)'" : path
}

/// Ids of cells that have a meaning of their own, as they stand in a file.
enum DrawioID {
  static let root = "0"
  static let layer = "1"
  static let canvasLayer = "canvas-layer"
  static let canvas = "canvas"

  /// What no element's cell may be called, in lower case.
  ///
  /// draw.io looks cells up by `table[id]` in plain objects and arrays, so that an id which is a
  /// member of these finds that member, and the file does not open (`d.setId is not a function`;
  /// measured with 29.2.7 and 21.1.6).
  static let reserved = Set([root, layer, canvasLayer, canvas, "null", "undefined"])
    .union(members.map { $0.lowercased() })

  /// The members of objects, arrays and functions in JavaScript.
  ///
  /// > Source: ECMAScript 2024, sections 20.1.3, 20.2.3, 23.1.3 and B.2.2.
  private static let members = """
    __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor \
    hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf \
    at concat copyWithin entries every fill filter find findIndex findLast findLastIndex flat \
    flatMap forEach includes indexOf join keys lastIndexOf length map pop push reduce reduceRight \
    reverse shift slice some sort splice toReversed toSorted toSpliced unshift values with \
    apply arguments bind call caller name prototype
    """.split(separator: " ")
}
