extension Modifiable where ChangedItem == Arrow {
  /// A copy that leaves its source on this side; on the best one if `nil`.
  public func from(_ side: Side?) -> ChangedCopy { changing { $0.sourceSide = side } }

  /// A copy that reaches its target on this side; on the best one if `nil`.
  public func to(_ side: Side?) -> ChangedCopy { changing { $0.targetSide = side } }

  /// A copy with other heads at both ends.
  public func heads(start: ArrowHead, end: ArrowHead) -> ChangedCopy {
    changing {
      $0.startHead = start
      $0.endHead = end
    }
  }

  /// A copy with another head at its source; the other end stays.
  public func heads(start: ArrowHead) -> ChangedCopy { changing { $0.startHead = start } }

  /// A copy with another head at its target; the other end stays.
  public func heads(end: ArrowHead) -> ChangedCopy { changing { $0.endHead = end } }

  /// A copy with arrowheads at these ends, and at no others: `.heads(.both)`.
  public func heads(_ ends: ArrowEnds) -> ChangedCopy {
    heads(
      start: ends == .start || ends == .both ? .arrow : .none,
      end: ends == .end || ends == .both ? .arrow : .none)
  }

  /// A copy as one straight line, or a few pieces of one around boxes that are in the way.
  public func straight(_ isStraight: Bool = true) -> ChangedCopy { routing(.straight, isStraight) }

  /// A copy as a curve that stays clear of boxes.
  public func curved(_ isCurved: Bool = true) -> ChangedCopy { routing(.curved, isCurved) }

  private func routing(_ routing: ArrowRouting, _ isSet: Bool) -> ChangedCopy {
    changing { arrow in
      if isSet {
        arrow.routing = routing
      } else if arrow.routing == routing {
        arrow.routing = .orthogonal
      }
    }
  }

  /// A copy whose ends stay this many units, from 0 to 40, away from the outlines.
  public func gap(_ units: Int) -> ChangedCopy { changing { $0.gap = units } }

  /// A copy with two lines across its middle: a connection that is broken or not allowed.
  public func crossedOut(_ isCrossedOut: Bool = true) -> ChangedCopy {
    changing { $0.attributes.style.isCrossedOut = isCrossedOut }
  }

  /// A copy that leads at least this many layers on, from 1 to 20; for boxes in layers.
  public func minimumLength(_ layers: Int) -> ChangedCopy { changing { $0.minimumLength = layers } }

  /// A copy that counts as much as this many others, from 1 to 100: it is kept short and straight, at the
  /// cost of others; for boxes in layers or `Force`.
  public func weight(_ weight: Int) -> ChangedCopy { changing { $0.weight = weight } }

  /// A copy that may run from a box to itself; without this, such an arrow is a mistake.
  public func loop(_ isLoop: Bool = true) -> ChangedCopy { changing { $0.isLoop = isLoop } }
}

/// At which ends an arrow has heads.
public enum ArrowEnds: Hashable, Sendable, CaseIterable {
  case none, start, end, both
}
