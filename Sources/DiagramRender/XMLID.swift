import DiagramXML

/// An XML id for the path of an element, as legible as XML allows: `control-plane/etcd` becomes
/// `control-plane.etcd`.
///
/// Letters, digits and hyphens stay, any other character becomes its number between underscores.
/// So no two paths get the same id, and no id starts with an underscore and a letter beyond `f`.
func xmlID(of path: String) -> String {
  var id = String.UnicodeScalarView()
  for scalar in path.unicodeScalars {
    let isFirst = id.isEmpty
    if scalar == "/", !isFirst {
      id.append(".")
    } else if scalar != "_", scalar != ".",
      isFirst ? scalar.startsXMLName : scalar.continuesXMLName
    {
      id.append(scalar)
    } else {
      id.append(contentsOf: "_\(String(scalar.value, radix: 16))_".unicodeScalars)
    }
  }
  return id.isEmpty ? "_" : String(id)
}
