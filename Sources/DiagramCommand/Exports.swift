// A program that draws needs one import: what it draws with comes along.
@_exported public import DiagramDSL
