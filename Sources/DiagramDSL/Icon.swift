/// A small picture with a text below it: a resource, a device, a person.
///
/// ```swift
/// let web = Icon(.pod, "web")
/// let laptop = Icon("laptop", "Ann", label: .beside)
/// ```
/// It is a box like every other: arrows end at it, and the same value is the same icon in every picture.
public struct Icon: Content, Placeable, Labelled, Filled, Referable, Hashable, Sendable {
  private var component: Component

  /// An icon with a text under it; without a text it is the picture alone.
  ///
  /// Its identity is the slug of its text, or of the icon's name without one, unless ``SingleItem/id(_:)``
  /// says otherwise. `size` is its height and width in units, from 16 to 400, 64 unless given.
  public init(
    _ name: IconName, _ text: String? = nil, label: IconLabel = .below, size: Int? = nil,
    file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) {
    component = Component(
      text ?? name.base, shape: .none, file: file, line: line, column: column)
    component.attributes.icon = IconUse(name, label: text == nil ? .none : label, size: size)
  }

  /// What the modifiers change in a copy.
  public var attributes: Attributes {
    get { component.attributes }
    set { component.attributes = newValue }
  }

  /// The name of the picture.
  var name: IconName? { component.attributes.icon?.name }

  /// The box that it is.
  public var content: [Element] { component.content }

  /// The way to it, by its own id.
  public var reference: Reference { component.reference }
}

/// An icon that an element shows.
package struct IconUse: Hashable, Sendable {
  package let name: IconName
  package var label: IconLabel
  /// In units; nil for what is usual.
  package let size: Int?

  package init(_ name: IconName, label: IconLabel, size: Int? = nil) {
    self.name = name
    self.label = label
    self.size = size
  }
}

/// An icon on the outline of an element.
package struct CornerIcon: Hashable, Sendable {
  package let place: BorderPlace
  package let name: IconName
  /// What the icon's own style says.
  package let style: Style
}

extension Modifiable where ChangedItem: Labelled & Placeable {
  /// A copy with an icon on its outline, in the style that the icon has; `nil` takes it off.
  public func corner(_ place: BorderPlace, _ icon: Icon?) -> ChangedCopy {
    changing { item in
      item.attributes.corners.removeAll { $0.place == place }
      guard let icon, let name = icon.name else { return }
      item.attributes.corners.append(
        CornerIcon(place: place, name: name, style: icon.attributes.style))
    }
  }

  /// A copy with a number at its corner.
  public func badge(_ number: Int) -> ChangedCopy { badge("\(number)") }

  /// A copy with a short word at its corner, of 24 characters at most; `nil` takes it off.
  public func badge(_ text: String?) -> ChangedCopy { changing { $0.attributes.badge = text } }
}

extension Modifiable where ChangedItem: Shaped {
  /// A copy with an icon beside its text or above it, or with none if `nil`.
  public func icon(_ name: IconName?, label: IconLabel = .beside) -> ChangedCopy {
    changing { $0.attributes.icon = name.map { IconUse($0, label: label) } }
  }
}

extension Modifiable where ChangedItem == Arrow {
  /// A copy with a number on its line, which texts beside the picture can refer to.
  public func numbered(_ number: Int) -> ChangedCopy {
    changing { $0.attributes.badge = "\(number)" }
  }

  /// A copy with a short word on its line, of 24 characters at most; `nil` takes it off.
  public func numbered(_ text: String?) -> ChangedCopy { changing { $0.attributes.badge = text } }
}
