import DiagramModel
import DiagramText
import Testing

@Suite struct FontMetricsTests {
  @Test func anEmptyLineHasNoWidth() {
    #expect(FontMetrics().width(of: "", in: Font(face: .regular, size: 12)) == 0)
  }
}
