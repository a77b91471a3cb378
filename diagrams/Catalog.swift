public import DiagramDSL

/// The drawings of this package, in the order of their chapters.
public let catalog: [Series] = [architecture]
