// The random numbers of tests are those of the engines.
@_exported public import struct DiagramAlgorithms.SeededGenerator
