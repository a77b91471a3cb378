import DiagramModel

extension Sample {
  /// The picture as an SVG; a negative control changes a part of it.
  ///
  /// - Parameters:
  ///   - label: the text of the arrow.
  ///   - shift: how much further right the server's box stands.
  ///   - accent: the colour of the arrow.
  ///   - font: the font stack of all text.
  ///   - attributes: more attributes of the root element.
  /// - Returns: the text of the file.
  static func svg(
    label: String = "HTTPS", shift: Int = 0, accent: String = "#7cbad4",
    font: String = "'Liberation Sans', Arial, Helvetica, sans-serif", attributes: String = ""
  ) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="480" height="260" viewBox="0 0 480 260"\(attributes)>
    <g fill="none" stroke="#ffffff" stroke-width="2">
    <rect x="20" y="20" width="200" height="220" rx="8"/>
    <rect x="\(40 + shift)" y="60" width="160" height="60" rx="8"/>
    <rect x="40" y="160" width="160" height="60" rx="8"/>
    <rect x="360" y="160" width="100" height="60" rx="8"/>
    <path stroke="\(accent)" d="M410 160V100Q410 90 400 90H208"/>
    <path stroke="\(accent)" fill="\(accent)" d="M202 90l8 -4v8z"/>
    </g>
    <g fill="#ffffff" text-anchor="middle" font-size="16" font-family="\(font)">
    <text x="120" y="43" font-weight="bold">Cluster</text>
    <text x="120" y="95">Größenänderung</text>
    <text x="120" y="186">store of</text>
    <text x="120" y="205">records</text>
    <text x="410" y="195">browser</text>
    <text x="305" y="84">\(label)</text>
    </g>
    </svg>

    """
  }

  /// The picture as a draw.io file; a negative control changes a part of it.
  ///
  /// - Parameters:
  ///   - bend: the x of the arrow's bend.
  ///   - shape: the start of the server's style.
  ///   - serverWidth: the width of the server's box.
  ///   - browserStyle: more of the browser's style.
  ///   - browserValue: the text of the browser.
  ///   - more: further cells.
  /// - Returns: the text of the file.
  static func drawio(
    bend: Int = 410, shape: String = "rounded=1", serverWidth: Int = 160, browserStyle: String = "",
    browserValue: String = "browser", more: String = ""
  ) -> String {
    let box =
      "whiteSpace=wrap;html=1;absoluteArcSize=1;arcSize=16;fillColor=none;strokeColor=#ffffff;"
      + "strokeWidth=2;fontColor=#ffffff;fontSize=16;"
    return """
      <mxfile>
        <diagram id="request" name="Request">
          <mxGraphModel grid="1" gridSize="10" page="0">
            <root>
              <mxCell id="0" />
              <mxCell id="1" parent="0" />
              <mxCell id="cluster" parent="1" style="rounded=1;container=1;collapsible=0;fontStyle=1;verticalAlign=top;\(box)" value="Cluster" vertex="1">
                <mxGeometry height="220" width="200" x="20" y="20" as="geometry" />
              </mxCell>
              <mxCell id="cluster/server" parent="cluster" style="\(shape);\(box)" value="Größenänderung" vertex="1">
                <mxGeometry height="60" width="\(serverWidth)" x="20" y="40" as="geometry" />
              </mxCell>
              <mxCell id="cluster/store" parent="cluster" style="rounded=1;\(box)" value="store of&lt;br&gt;records" vertex="1">
                <mxGeometry height="60" width="160" x="20" y="140" as="geometry" />
              </mxCell>
              <mxCell id="browser" parent="1" style="rounded=1;\(box)\(browserStyle)" value="\(browserValue)" vertex="1">
                <mxGeometry height="60" width="100" x="360" y="160" as="geometry" />
              </mxCell>
              <mxCell id="browser-&gt;cluster/server" edge="1" parent="1" source="browser" style="edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;exitX=0.5;exitY=0;entryX=1;entryY=0.5;endArrow=block;strokeColor=#7cbad4;strokeWidth=2;fontColor=#ffffff;fontSize=16;labelBackgroundColor=none;verticalAlign=bottom;" target="cluster/server" value="HTTPS">
                <mxGeometry relative="1" x="0.25" as="geometry">
                  <Array as="points">
                    <mxPoint x="\(bend)" y="90" />
                  </Array>
                  <mxPoint as="offset" />
                </mxGeometry>
              </mxCell>
              \(more)
            </root>
          </mxGraphModel>
        </diagram>
      </mxfile>

      """
  }

  /// A small box of a draw.io file.
  static func cell(_ id: String, parent: String) -> String {
    """
    <mxCell id="\(id)" parent="\(parent)" vertex="1">
      <mxGeometry height="10" width="10" x="300" y="10" as="geometry" />
    </mxCell>
    """
  }

  /// The picture as an SVG that draw.io opens.
  static var drawioSVG: String {
    let escaped = drawio().reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case "'": text += "&apos;"
      default:
        if character.isASCII {
          text.append(character)
        } else {
          text += character.unicodeScalars.map { "&#\($0.value);" }.joined()
        }
      }
    }
    return svg(attributes: " content='\(escaped)'")
  }
}
