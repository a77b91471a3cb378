import DiagramModel
import DiagramXML

extension IconImage {
  /// The picture as SVG shows it.
  func svgElement(in frame: Rect) -> XMLElement {
    XMLElement(
      "image",
      [
        XMLAttribute("x", "\(frame.minX)"), XMLAttribute("y", "\(frame.minY)"),
        XMLAttribute("width", "\(frame.size.width)"),
        XMLAttribute("height", "\(frame.size.height)"),
        XMLAttribute("href", "data:\(mediaType);base64,\(base64)"),
      ])
  }

  /// The picture as draw.io shows it, whose styles hold no semicolon: it reads base64 without being told.
  var drawioStyle: [DrawioStyleEntry] {
    [
      DrawioStyleEntry("shape", "image"), DrawioStyleEntry("imageAspect", 0),
      DrawioStyleEntry("image", "data:\(mediaType),\(base64)"),
    ]
  }
}
