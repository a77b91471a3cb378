import DiagramDSL
import DiagramModel
import DiagramText

extension SceneBuilder {
  /// Lays stripes below lines of code, and takes the surface off what is marked in it.
  func highlight(_ index: Int, _ variant: ResolvedSeries.Variant, in box: inout SceneBox) {
    if variant.attributes.isMark {
      let grounds = grounds(ofMark: index)
      box.shapes = box.shapes.prefix(1).map { shape in
        var outline = shape
        outline.paint.fill = nil
        outline.paint.stroke = outline.paint.stroke?.seen(
          on: grounds, as: .rim, towards: theme.outline)
        return outline
      }
    }
    guard let code = variant.attributes.code else { return }
    var paint = Paint.invisible
    paint.fill = theme.stripe(on: box.paint.fill ?? fill(around: index))
    let stripes = code.stripes(
      in: box.frame, from: box.frame.minY + BoxMetrics.endPadding, pen: 1)
    guard !stripes.isEmpty else { return }
    box.shapes += stripes.map { SceneShape(path: $0, paint: paint) }
    box.drawioStyle = nil
  }

  /// What may lie under a mark: its code, and the lines of it that stand out.
  private func grounds(ofMark index: Int) -> [Color] {
    let code = resolved.items.closestBox(around: index).flatMap {
      resolved.items[$0].variants[picture]?.attributes.code
    }
    let ground = fill(around: index)
    return [ground] + (code?.highlighted.isEmpty == false ? [theme.stripe(on: ground)] : [])
  }
}

extension Theme {
  /// The colours of a code in a box whose text has some others: code is read word by word, unlike the title of
  /// a container.
  func colors(of code: CodeBlock, _ box: TextColors) -> TextColors {
    let stripe = code.highlighted.isEmpty ? nil : stripe(on: box.ground)
    let color = (box.isMuted ? box.text : text)
      .seen(on: [box.ground, stripe].compactMap(\.self), as: .text, towards: text)
    return TextColors(
      theme: self, text: color, ground: box.ground, isMuted: box.isMuted, stripe: stripe)
  }
}
