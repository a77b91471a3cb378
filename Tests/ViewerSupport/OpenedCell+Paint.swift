import DiagramModel

extension OpenedCell {
  /// What differs between the pen, fill and font of the scene and those of draw.io.
  func differences(from expected: Paint, text: SceneText?) -> [String] {
    guard let paint else { return ["\(id) has no shape in draw.io"] }
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ actual: Value?, _ expected: Value?) {
      guard actual != expected else { return }
      let (actual, expected) = (actual.map { "\($0)" }, expected.map { "\($0)" })
      found.append("the \(what) of \(id) is \(actual ?? "none"), not \(expected ?? "none")")
    }
    if kind == .box { compare("fill", paint.fill, expected.fill?.description) }
    compare("stroke", paint.stroke, expected.stroke?.description)
    if expected.stroke != nil {
      compare("stroke width", paint.strokeWidth, Double(expected.strokeWidth) / 10)
      compare("dashing", paint.isDashed, expected.pattern != .solid)
    }
    if let text, !text.lines.isEmpty {
      compare("text colour", paint.textColor, text.color.description)
      compare("text size", paint.textSize, Double(text.font.size))
      compare("boldness", paint.isTextBold, text.font.face.isBold)
    }
    return found
  }
}
