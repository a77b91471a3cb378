/// What is wanted of drawings beside their files.
package enum Examination: String, Hashable, Sendable {
  /// Nothing.
  case none = "drawing"
  /// What `check` finds, and what slides need to know.
  case check = "examining"
  /// Why everything lies where it does.
  case explanation = "explaining"
}
