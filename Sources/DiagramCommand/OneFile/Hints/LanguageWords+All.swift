extension LanguageWords {
  /// The words of DiagramDSL and DiagramModel; `UPDATE_GOLDENS=1 swift test --filter LanguageWordsTests` writes
  /// them anew.
  static let all = LanguageWords(
    """
    types:
    Accent
    Active
    Alternatives
    Arrow from to
    ArrowSample
    Brace over side
    Callout at side
    Case
    Code language lineNumbers
    CodeLanguage
    Column align spacing
    Component detail icon shape subtitle
    Dimension over side
    Divider
    Focus
    Force spacing
    Grid align columns spacing
    Icon label size
    IconName
    Lane
    Lanes spacing
    Layered spacing
    Legend
    Loop
    Milestone
    Node detail icon shape subtitle
    Note leftOf over rightOf
    Packed spacing
    Parallel
    Picture title
    Region around
    Ring spacing
    Row align spacing
    SameRank
    Sequence numbered
    Series slide
    ShapeName
    SharedPlace
    Side
    Spot
    Text
    Timeline spacing
    Tree spacing
    When
    modifiers:
    above
    accent
    align
    all
    at x y
    badge
    below
    block
    bold
    caption
    collapsed
    corner
    crossedOut
    curved
    dashed
    detail
    dotted
    during
    focus
    from
    gap
    heading
    heads end start
    height
    highlight
    highlightLines
    icon label
    id
    label
    labels end start
    leftOf
    link
    loop
    mark as occurrence
    markAll as
    means
    minimumLength
    monospaced
    muted
    new
    numbered
    on x y
    outlined
    replacing with
    rightOf
    shape
    stacked
    straight
    strong
    subtitle
    textAlignment
    textPosition
    through
    title
    to
    tooltip
    trunk
    vertical
    weight
    width
    zoom into
    values:
    Accent green orange primary red violet
    Alignment center end start stretch
    Array ellipse polygon
    ArrowEnds both end none start
    ArrowHead arrow circle diamond hollow hollowDiamond many none one
    BorderPlace bottom bottomLeft bottomRight left right top topLeft topRight
    CodeLanguage dockerfile json plain shell swift yaml
    Direction down left right up
    IconLabel below beside none
    IconName apiServer autoscaler balancer bell bolt book box branch browser bucket bug calendar
      certificate chart check clock cloud cluster clusterRole clusterRoleBinding code configMap container
      controllerManager cpu cronJob cross customResource daemonSet database deployment desktop disk
      download endpoint etcd eye file firewall folder gateway gear globe home image ingress job key
      kubeProxy kubelet laptop layers link lock mail memory message namespace network networkPolicy node
      persistentVolume persistentVolumeClaim phone pipeline pod queue replicaSet resourceQuota robot role
      roleBinding router scheduler search secret server service serviceAccount shield star statefulSet
      storageClass sync tag terminal upload user users volume warning
    ShapeName box browser callout chevron circle cloud cube cylinder diamond document ellipse flag funnel
      hexagon none note package page parallelogram parallelogramLeft person pill queue ring stored
      subroutine terminal trapezoid triangle
    Side bottom left right top
    Slide full height width
    TextAlignment center left right
    TextPosition below bottom center top
    TitlePosition bottom center left top
    """)
}
