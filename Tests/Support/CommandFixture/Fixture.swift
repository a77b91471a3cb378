import DiagramCommand

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program with a catalog that the tests choose through the environment.
@main struct Fixture: DiagramProgram {
  static var catalog: [Series] {
    switch variable("FIXTURE_CATALOG") {
    case "mistakes": mistakes
    case "escaping": [escaping(variable("FIXTURE_PATH") ?? "../outside")]
    case "odd names": [oddNames]
    case "warnings": [network, doubtful]
    case "many": (0..<40).map(numbered)
    case "slow": (0..<16).map(entangled)
    case "empty": []
    case "split": [architecture, network, further]
    case "icons": [pictured]
    default: [architecture, network]
    }
  }

  static var outputs: [Output] {
    switch variable("FIXTURE_OUTPUTS") {
    case "two":
      [Output("images", theme: .dark), Output("images/light", theme: .light, formats: [.svg])]
    case "nested": [Output(theme: .dark), Output("chapter/light", theme: .light)]
    case "same": [Output("images", theme: .dark), Output("./images/", theme: .light)]
    case "shared":
      [Output("", theme: .dark, formats: [.drawio, .drawioSVG]), Output(formats: [.svg])]
    case "pixels": [Output("images", formats: [.png, .pdf, .drawioPages], scale: 1.5)]
    case "outlines": [Output("images", formats: [.svg, .drawioSVG], text: .outlines)]
    case "endless": [Output("images", formats: [.png], scale: .infinity)]
    case "none": []
    case "no format": [Output("images", formats: [])]
    default: [Output()]
    }
  }

  static var icons: [IconFolder] {
    variable("FIXTURE_ICONS").map { [IconFolder("own", at: $0)] } ?? []
  }

  static let version = "7.8.9"

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static var architecture: Series {
    Series("chapter/architecture") {
      Picture("nodes") { Component(variable("FIXTURE_TITLE") ?? "kubelet") }
      Picture("worker") { Component("kube-proxy") }
    }
  }

  /// One icon, of whatever name.
  private static var pictured: Series {
    Series("icons") {
      Picture("one") { Icon(IconName(variable("FIXTURE_ICON") ?? ""), "Router") }
    }
  }

  private static var network: Series {
    Series("chapter/network") {
      Picture("pods") { Component("pod") }
    }
  }

  /// A series of the same path as the first.
  private static var further: Series {
    Series("chapter/architecture") {
      Picture("master") { Component("etcd") }
    }
  }

  /// Two series with the same mistake at different places, the later one first, and one without.
  private static var mistakes: [Series] {
    let first = Series("first") {}
    let second = Series("second") {}
    return [second, first, network]
  }

  /// It can be drawn, but two arrows are equal.
  private static var doubtful: Series {
    let (one, other) = (Component("one"), Component("other"))
    return Series("doubtful") {
      Picture("pair") {
        one
        other
        one --> other
        one --> other
      }
    }
  }

  private static func escaping(_ path: String) -> Series {
    Series(path) {
      Picture("secret") { Component("kubelet") }
    }
  }

  private static var oddNames: Series {
    Series("Kapitel 12/Übersicht") {
      Picture("größe 🚀 [alt]") { Component("kubelet") }
      Picture("a&b (c)") { Component("kubelet") }
    }
  }

  /// Something that takes its time: no two of them are alike, so that none is known from another.
  private static func entangled(_ number: Int) -> Series {
    Series("slow/\(number)") {
      Picture("only") {
        let boxes = (0..<8).map { Component("box \(number) \($0)") }
        boxes
        boxes.indices.flatMap { index in
          [1, 3].map { boxes[index] --> boxes[(index + $0) % boxes.count] }
        }
      }
    }
  }

  private static func numbered(_ number: Int) -> Series {
    Series("many/\(number)") {
      Picture("only") { Component("box \(number) \(variable("FIXTURE_TITLE") ?? "")") }
    }
  }
}
