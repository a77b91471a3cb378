import DiagramDSL
import DiagramModel
import DiagramText

/// A picture in words, and the words for its boxes.
extension SceneBuilder {
  /// The picture for those who cannot see it: what contains what, and what points at what.
  func summary() -> String {
    var sentences: [String] = []
    for (index, item) in resolved.items.enumerated() {
      guard let variant = item.variants[picture], item.isSeen else { continue }
      if let sentence = variant.details { sentences.append(sentence) }
      guard variant.isFilled else { continue }
      let inside = resolved.items.indices.filter {
        resolved.items.closestBox(around: $0) == index
          && resolved.items[$0].variants[picture] != nil && resolved.items[$0].isSeen
      }
      let names = inside.compactMap { resolved.items[$0].variants[picture]?.text.onOneLine }
        .filter { !$0.isEmpty }
      let name = variant.text.onOneLine
      sentences.append(
        "\(name.isEmpty ? "A container" : name) contains \(names.isEmpty ? "nothing" : names.joined(separator: ", "))."
      )
    }
    let outside = resolved.items.indices.filter {
      resolved.items.closestBox(around: $0) == nil && resolved.items[$0].isSeen
    }
    let names = outside.compactMap { resolved.items[$0].variants[picture] }
      .filter { !$0.isFilled }.map(\.text.onOneLine)
    if !names.isEmpty { sentences.insert("\(names.joined(separator: ", ")).", at: 0) }
    sentences += resolved.arrows.indices.compactMap { sentence(for: $0) }
    sentences += sequenceSentences()
    if let legend = legendSentence() { sentences.append(legend) }
    if let caption = resolved.pictures[picture].caption {
      sentences.append(caption.plain.onOneLine)
    }
    return sentences.joined(separator: " ")
  }

  private func sentence(for index: Int) -> String? {
    let ends = resolved.ends(of: index, in: picture)
    guard let arrow = resolved.arrows[index].variants[picture],
      let source = resolved.items[ends.source].variants[picture]?.text.onOneLine,
      let target = resolved.items[ends.target].variants[picture]?.text.onOneLine
    else { return nil }
    let label = arrow.label.map { " (\($0.text.plain.onOneLine))" } ?? ""
    let state = arrow.attributes.style.isCrossedOut == true ? ", crossed out" : ""
    return SceneWords.sentence(source, arrow.startHead, arrow.endHead, target) + "\(label)\(state)."
  }

  /// What a box is called, by its icon where nothing is written on it, and what else is said of it.
  func meaning(
    of variant: ResolvedSeries.Variant, _ kind: Reference.Kind
  ) -> SceneMeaning {
    let text = variant.text.onOneLine
    let style = variant.attributes.style
    let states = [
      style.isCrossedOut == true ? "crossed out" : nil,
      style.isHighlighted == true ? "highlighted" : nil,
    ]
    return SceneMeaning(
      name: text.isEmpty ? IconPlan(variant.attributes, kind)?.name.base ?? "" : text,
      details: variant.smallLines + states.compactMap(\.self))
  }
}

extension ResolvedSeries.Variant {
  /// The smaller lines below its title in words; nil if it has none.
  fileprivate var details: String? {
    let lines = smallLines.map { $0.replacing("\n", with: " ") }
    return lines.isEmpty ? nil : "\(text.onOneLine): \(lines.joined(separator: ", "))."
  }

  /// The smaller lines below its title; of code, all other lines as one text.
  fileprivate var smallLines: [String] {
    [attributes.subtitle, attributes.detail].compactMap { $0?.withoutMarkup.onOneLine }
      + (attributes.code.map { [$0.lines.dropFirst().joined(separator: "\n")] } ?? [])
  }
}

extension String {
  /// The text without line breaks, what only tells where there might be one, and space around it.
  var onOneLine: String {
    // Signs of ASCII with no space around them: the usual case, quickly told.
    let isPlain = utf8.allSatisfy { (0x20...0x7E).contains($0) }
    if isPlain, utf8.first != 0x20, utf8.last != 0x20 { return self }
    let line = split(whereSeparator: \.isNewline).joined(separator: " ").withoutBreakMarks
    let text = line.drop(while: \.isWhitespace)
    return String(
      text[..<(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex)])
  }
}
