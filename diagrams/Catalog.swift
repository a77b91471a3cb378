public import DiagramDSL

/// The drawings of this package, in the order of the slides.
public let catalog: [Series] = [architecture, components, controller] + scaling
