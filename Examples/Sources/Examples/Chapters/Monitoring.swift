import DiagramDSL

/// What there is to watch, from the machine up to the applications.
let watched = Series("monitoring/overview", slide: .width(0.35)) {
  Picture("layers") {
    Column(spacing: 10) {
      Row(spacing: 10) {
        Component("App 1"); Component("App 2")
      }
      Row(spacing: 10) { (1...3).map { Component("Pod \($0)") } }
      Component("Kubernetes")
      Component("Operating system")
      Component("Infrastructure")
    }
  }
}

/// What there is to know of it.
let observability = Series("monitoring/observability", slide: .width(0.35)) {
  Picture("observability") {
    Column(spacing: 10) {
      Component("Observability")
      Row(spacing: 10) { ["Metrics", "Logs", "Traces"].map { Component($0) } }
    }
  }
}

private let settings = Component("Scrape\nconfiguration", shape: .note)
private let server = Component("Server"), app = Component("App")

/// A server that fetches the numbers.
let pulling = Series("monitoring/pull", slide: .width(0.5)) {
  Picture("pull") {
    Row(spacing: 60) {
      settings; server; app
    }
    settings --> server --> app
  }
}

/// An agent that sends them.
let pushing = Series("monitoring/push", slide: .width(0.5)) {
  Picture("push") {
    let agent = Component("Agent")
    Column(spacing: 50) {
      settings.align(.center)
      Row(spacing: 60) {
        server; agent; app
      }
    }
    settings --> agent --> [server, app]
  }
}
