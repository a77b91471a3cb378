/// One SVG, as Chromium and rsvg-convert draw it.
package struct ViewedPicture: Hashable, Sendable, Decodable {
  /// The name of the file.
  package let name: String
  /// Why Chromium does not show it; nil if it does.
  package let failure: String?
  /// Warnings and errors of the browser, and requests that the picture made.
  package let complaints: [String]
  /// The size in Chromium, then in rsvg-convert, in pixels from (0, 0).
  package let size: ViewerRect
  package let otherSize: ViewerRect
  /// How far both differ: over a dark background, then over a white one.
  package let comparisons: [PictureComparison]
  /// The lines of text in the order of the file, in units of the picture.
  package let lines: [ViewerText]
  /// The families that stand first in a font stack of the picture and are not installed.
  package let absentFonts: [String]
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
