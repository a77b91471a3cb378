import DiagramDSL

/// A kind of document, with the types that registries know it by.
private func document(_ name: String, _ types: String...) -> Component {
  Component(
    name, detail: types.map { "`\($0)`" }.joined(separator: "\n")
  ).width(460)
}

/// How four documents refer to each other.
private func picture(_ name: String, _ documents: [Component]) -> Picture {
  let documents = documents.enumerated().map { $1.id("document-\($0)") }
  return Picture(name) {
    Column(spacing: 60) { documents }
    (documents[0] --> documents[1]).labels(start: "1", end: "n")
    (documents[1] --> documents[2]).labels(start: "1", end: "1")
    (documents[1] --> documents[3]).from(.left).to(.left).labels(start: "1", end: "n")
    Brace("`/v2/<repo>/manifests/<tag>`", over: documents[0], documents[1], side: .right)
    Brace("`/v2/<repo>/blobs/<digest>`", over: documents[2], documents[3], side: .right)
  }
}

/// The four kinds of documents that make an image, and where a registry has them.
let registry = Series("registries/documents", slide: .full) {
  picture(
    "docker-oci-registry",
    [
      document(
        "Manifest list, or image index", "vnd.docker.distribution.manifest.list.v2+json",
        "vnd.oci.image.index.v1+json"),
      document(
        "Manifest", "vnd.docker.distribution.manifest.v2+json", "vnd.oci.image.manifest.v1+json"),
      document(
        "Configuration", "vnd.docker.container.image.v1+json", "vnd.oci.image.config.v1+json"),
      document(
        "Layer", "vnd.docker.image.rootfs.diff.tar.gzip", "vnd.oci.image.layer.v1.tar+gzip"),
    ])
  picture(
    "oci-registry",
    [
      document("Image index", "vnd.oci.image.index.v1+json"),
      document("Image manifest", "vnd.oci.image.manifest.v1+json"),
      document("Image configuration", "vnd.oci.image.config.v1+json"),
      document("Image layer", "vnd.oci.image.layer.v1.tar+gzip"),
    ])
}

/// One address, several services.
let hosts = Series("registries/reverse-proxy", slide: .width(0.4)) {
  Picture("reverse-proxy") {
    let clients = [Spot("registry client"), Spot("hub client")]
    let proxy = Component("Reverse proxy", icon: .balancer)
    let services = [Component("Registry"), Component("Hub")]
    Column(spacing: 70) {
      Row(spacing: 60) { clients }
      proxy
      Row(spacing: 60) { services }
    }
    (clients[0] --> proxy).label("`Host: reg.example.org`")
    (clients[1] --> proxy).label("`Host: hub.example.org`")
    proxy --> services
  }
}
