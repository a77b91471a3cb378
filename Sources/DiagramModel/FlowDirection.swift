/// Where the arrows of a drawing point.
public enum FlowDirection: String, Hashable, Sendable, CaseIterable {
  case down, right, up, left

  /// Whether the flow runs along the x axis.
  package var isHorizontal: Bool { self == .right || self == .left }

  /// The axis along the flow.
  package var axis: Axis { isHorizontal ? .horizontal : .vertical }

  /// Whether it leads towards smaller coordinates.
  package var isReversed: Bool { self == .up || self == .left }
}
