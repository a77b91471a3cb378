@_exported public import DiagramModel
