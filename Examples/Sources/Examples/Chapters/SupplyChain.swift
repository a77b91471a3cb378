import DiagramDSL

/// Who relies on whom.
let chain = Series("supply-chain", slide: .width(0.5)) {
  Picture("supply-chain") {
    let links = ["Your dependencies", "You", "Your users"].map { Component($0) }
    Row(spacing: 70) { links }
    links[0] --> links[1] --> links[2]
  }
}

/// What an artifact is made from, and what vouches for it.
let artifact = Series("supply-chain/artifact", slide: .width(0.5)) {
  Picture("artifact") {
    let dependencies = Component("Dependencies").stacked(),
      source = Component("Source", shape: .note)
    let build = Component("Build"), artifact = Component("Artifact", icon: .box)
    let attestation = Component("Attestation", shape: .note)
    Row(align: .center, spacing: 60) {
      Column {
        dependencies; source
      }
      build
      artifact
      attestation
    }
    [dependencies, source] --> build --> artifact <-- attestation
  }
}

/// What keeps dependencies new.
let bot = Series("supply-chain/renovate", slide: .width(0.5)) {
  Picture("renovate") {
    let repository = Component("Repository", shape: .cylinder)
    let bot = Component("Update bot", shape: .chevron),
      data = Component("Data source", shape: .cube)
    Row(align: .center, spacing: 70) {
      Node("Platform") { repository }
      bot
      data
    }
    repository <-- bot --> data
  }
}

/// A signature without a key that has to be kept.
let signing = Series("supply-chain/signing", slide: .width(0.4)) {
  Picture("keyless") {
    let client = Component("cosign").height(160).badge(1), provider = Component("OpenID Connect")
    let authority = Component("fulcio"), log = Component("rekor")
    Row(align: .center, spacing: 120) {
      client
      Column(spacing: 40) {
        provider; authority; log
      }
    }
    (client --> authority).numbered(2)
    (client --> provider).numbered(3)
    (client <--> authority).numbered(4).id("certificate")
    (client --> log).numbered(5)
  }
}
