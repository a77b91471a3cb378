extension Modifiable where ChangedItem: Labelled {
  /// A copy that leads somewhere: to an address on the web (`https:`, `http:`), of mail (`mailto:`), or
  /// to a path from where the picture is. It leads nowhere if `nil`.
  public func link(_ address: String?) -> ChangedCopy {
    changing { $0.attributes.link = address }
  }

  /// A copy that tells more where a pointer rests on it; nothing if `nil`.
  public func tooltip(_ text: String?) -> ChangedCopy {
    changing { $0.attributes.tooltip = text }
  }
}

extension Modifiable where ChangedItem: Titled {
  /// A copy with a smaller line below its title, which says what kind of thing it is; with none if `nil`.
  public func subtitle(_ text: String?) -> ChangedCopy {
    changing { $0.attributes.subtitle = text }
  }

  /// A copy with smaller lines below its title that say what it does; with none if `nil`.
  public func detail(_ text: String?) -> ChangedCopy { changing { $0.attributes.detail = text } }
}

extension Modifiable where ChangedItem == Component {
  /// A copy whose text stands at the top or bottom of the box, or below it; in its middle if `nil`.
  ///
  /// With its text below, a width and height are those of the shape.
  public func textPosition(_ position: TextPosition?) -> ChangedCopy {
    changing { $0.attributes.textPosition = position }
  }

  /// A copy whose text runs upwards.
  public func vertical(_ isVertical: Bool = true) -> ChangedCopy {
    changing { $0.attributes.isVertical = isVertical }
  }
}
