// A program that draws needs one import: what it draws with and what it draws come along.
@_exported public import DiagramDSL
@_exported public import DiagramEngine
