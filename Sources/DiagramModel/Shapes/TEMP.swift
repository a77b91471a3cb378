extension ShapeName {
  public static let box = ShapeName(rawValue: "box")
  public static let none = ShapeName(rawValue: "none")
  public static let cylinder = ShapeName(rawValue: "cylinder")
}
