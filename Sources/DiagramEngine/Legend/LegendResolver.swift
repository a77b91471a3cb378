import DiagramDSL
import DiagramModel

/// What looks mean in all pictures of a series, each once.
struct UnitedLegend: Sendable {
  /// What stands above the samples.
  var title: String?
  /// None twice; those of earlier pictures first.
  var samples: [LegendSample] = []
  /// For each picture the samples that it shows, `nil` where it has no legend.
  var shown: [Set<Int>?] = []
}

/// Collects what legends explain: their own samples, and what elements of their pictures mean.
struct LegendResolver {
  /// `nil` if no picture has one with something in it.
  private(set) var legend: UnitedLegend?
  private(set) var diagnostics: [Diagnostic] = []

  /// What is the same in two pictures.
  private struct Key: Hashable {
    let text: String
    let isLine: Bool
  }

  init(_ series: Series, _ occurrences: [Occurrence]) {
    var legend = UnitedLegend()
    var known: [Key: Int] = [:]
    for (index, picture) in series.pictures.enumerated() {
      let legends = picture.items.compactMap(\.legend)
      guard let first = legends.first else {
        legend.shown.append(nil)
        continue
      }
      legend.title = legend.title ?? legends.lazy.compactMap(\.title).first
      let samples =
        legends.flatMap(\.samples)
        + occurrences.filter { $0.picture == index }.flatMap(\.samples)
        + picture.items.compactMap(\.sample)
      check(legends, samples, picture, at: first.origin)
      var shown: Set<Int> = []
      for sample in samples {
        let key = Key(text: sample.text, isLine: sample.isLine)
        if known[key] == nil {
          known[key] = legend.samples.count
          legend.samples.append(sample)
        }
        if let place = known[key] { shown.insert(place) }
      }
      legend.shown.append(shown)
    }
    if !legend.samples.isEmpty { self.legend = legend }
  }

  private mutating func check(
    _ legends: [Legend], _ samples: [LegendSample], _ picture: Picture, at origin: Origin
  ) {
    for text in legends.compactMap(\.title) + samples.map(\.text) {
      diagnostics += Markup(text).diagnostics(at: origin)
    }
    guard samples.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .emptyLegend, "the legend of picture \(quoted(picture.name)) explains nothing", at: origin,
        hints: [
          "say what a look means: `(a --> b).dashed().means(\"asynchronous\")`",
          "or give it a sample: `Legend { Component(\"ours\").accent() }`",
        ]))
  }
}

extension LegendSample {
  var isLine: Bool { if case .line = look { true } else { false } }
}

extension Occurrence {
  /// What its look means, if its author says so, or those of the messages in it.
  fileprivate var samples: [LegendSample] {
    let said = (script?.messages ?? []).compactMap { arrow in
      arrow.attributes.meaning.map { LegendSample(text: $0, look: .line(arrow)) }
    }
    guard case .box(let kind) = content, let text = attributes.meaning else { return said }
    return [LegendSample(text: text, look: .box(kind, attributes))]
  }
}

extension PictureItem {
  fileprivate var legend: Legend? { if case .legend(let legend) = kind { legend } else { nil } }

  /// What an arrow or annotation means, if its author says so.
  fileprivate var sample: LegendSample? {
    guard let text = attributes.meaning else { return nil }
    switch kind {
    case .arrow(let arrow): return LegendSample(text: text, look: .line(arrow))
    case .annotation(let annotation):
      var attributes = annotation.attributes
      attributes.shape = .box
      attributes.style.isFilled = false
      if annotation.kind == .callout {
        attributes.shape = .callout
        attributes.style.isFilled = nil
        return LegendSample(text: text, look: .box(.component, attributes))
      }
      if annotation.kind == .region {
        attributes.style.pattern = attributes.style.pattern ?? .dashed
        return LegendSample(text: text, look: .box(.component, attributes))
      }
      let isZoom = annotation.kind == .zoom
      attributes.style.pattern = attributes.style.pattern ?? (isZoom ? .dashed : .solid)
      return LegendSample(text: text, look: .box(.text, attributes))
    case .element, .state, .legend: return nil
    }
  }
}
