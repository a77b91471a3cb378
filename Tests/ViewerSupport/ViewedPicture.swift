/// One SVG, as Chromium and other viewers draw it.
package struct ViewedPicture: Hashable, Sendable, Decodable {
  /// The name of the file.
  package let name: String
  /// Why Chromium does not show it; nil if it does.
  package let failure: String?
  /// Warnings and errors of the browser, and requests that the picture made.
  package let complaints: [String]
  /// The size in Chromium, in pixels from (0, 0).
  package let size: ViewerRect
  /// How others draw it, rsvg-convert first.
  package let others: [OtherView]
  /// The lines of text in the order of the file, in units of the picture.
  package let lines: [ViewerText]
  /// The families that stand first in a font stack of the picture and are not installed.
  package let absentFonts: [String]
}

/// One SVG, as another viewer than Chromium draws it.
package struct OtherView: Hashable, Sendable, Decodable {
  /// The name of the viewer.
  package let viewer: String
  /// Its size there; nil if it stands in a page with others.
  package let size: ViewerRect?
  /// How far it differs from what Chromium shows, over each background.
  package let comparisons: [PictureComparison]
}

/// How far the pictures of two viewers differ.
///
/// A pixel differs when its colour is none of those that the other picture shows within one pixel of
/// it, so that smoothed edges do not count.
package struct PictureComparison: Hashable, Sendable, Decodable {
  /// The colour under the pictures.
  package let background: String
  package let differingPixels: Int
  /// The share of all pixels that differ, from 0 to 1.
  package let differingShare: Double
  /// The share of differing pixels in the square of 16 × 16 pixels where it is greatest.
  package let worstTileShare: Double
  /// The top left corner of that square.
  package let worstTile: ViewerPoint
}
