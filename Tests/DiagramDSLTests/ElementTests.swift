import DiagramDSL
import Testing

private let kubelet = Component("kubelet")
private let proxy = Component("kube-proxy")

@Suite struct ElementTests {
  @Test func modifiersReturnChangedCopies() {
    let changed = kubelet.accent(.red).dashed().label("agent").id("agent").width(200).align(.end)
    let origin = kubelet.attributes.origin
    #expect(kubelet == Component("kubelet", line: origin.line, column: origin.column))
    #expect(changed.attributes.style.accent == .red)
    #expect(changed.attributes.style.pattern == .dashed)
    #expect(changed.attributes.label == "agent")
    #expect(changed.attributes.id == "agent")
    #expect(changed.attributes.width == 200)
    #expect(changed.attributes.alignment == .end)
    #expect(changed.title == "kubelet")
  }

  @Test func everyLookHasAModifier() {
    let style = kubelet.muted().dotted().outlined().bold().monospaced().textAlignment(.left)
      .attributes.style
    #expect(style.emphasis == .muted)
    #expect(style.pattern == .dotted)
    #expect(style.isFilled == false)
    #expect(style.isBold == true)
    #expect(style.isMonospaced == true)
    #expect(style.textAlignment == .left)
    #expect(kubelet.strong().attributes.style.emphasis == .strong)
    #expect(kubelet.shape(.cylinder).attributes.shape == .cylinder)
    #expect(Node("n").title(.bottom).attributes.titlePosition == .bottom)
  }

  @Test(arguments: [
    ("kube-apiserver", "kube-apiserver"), ("Control Plane", "control-plane"),
    ("  a -- b  ", "a-b"), ("Größe & <Maß>", "größe-maß"), ("42", "42"), ("שלום", "שלום"),
    ("🚀", "u1f680"), ("a/b", "a-b"),
  ])
  func aSlugKeepsLettersAndDigits(title: String, expected: String) {
    #expect(slug(title) == expected)
  }

  @Test func aReferenceReachesIntoContainers() {
    let worker = Node("Worker 1") { kubelet }
    let cluster = Node("Cluster") { worker }
    #expect(worker[kubelet].path == ["worker-1", "kubelet"])
    #expect(cluster[worker][kubelet].path == ["cluster", "worker-1", "kubelet"])
    #expect(kubelet.id("agent").reference.path == ["agent"])
  }

  @Test func operatorsMakeArrowsAndLines() {
    let heads = [kubelet --> proxy, kubelet <-- proxy, kubelet <--> proxy, kubelet --- proxy]
    #expect(heads.map(\.startHead) == [.none, .none, .arrow, .none])
    #expect(heads.map(\.endHead) == [.arrow, .arrow, .arrow, .none])
    #expect(heads.map(\.source.title) == ["kubelet", "kube-proxy", "kubelet", "kubelet"])
  }

  @Test func arrowsRunInChainsAndFans() {
    let runtime = Component("runtime")
    let chain = kubelet --> runtime --> proxy --> kubelet
    #expect(chain.map(\.source.title) == ["kubelet", "runtime", "kube-proxy"])
    #expect(chain.map(\.target.title) == ["runtime", "kube-proxy", "kubelet"])
    #expect((kubelet --> [runtime, proxy]).map(\.target.title) == ["runtime", "kube-proxy"])
    #expect(([runtime, proxy] --> kubelet).map(\.source.title) == ["runtime", "kube-proxy"])
    #expect(chain.muted().allSatisfy { $0.attributes.style.emphasis == .muted })
  }

  @Test func aCollapsedNodeKeepsItsIdentity() {
    let worker = Node("Worker") { kubelet }
    #expect(worker.collapsed().children.isEmpty)
    #expect(worker.collapsed().reference.path == worker.reference.path)
  }

  @Test func aBoxInsideIsReplacedHoweverDeep() {
    let worker = Node("Worker") {
      Row {
        Column { kubelet }
        proxy
      }
    }
    let accented = Node("Worker", line: worker.attributes.origin.line) {
      Row(line: 1) {
        Column(line: 1) { kubelet.accent() }
        proxy
      }
    }
    let replaced = worker.replacing(with: kubelet.accent())
    #expect(replaced != worker)
    #expect(replaced.components == accented.components)
    #expect(worker.replacing(with: Component("unknown")) == worker)
  }
}

extension Node {
  fileprivate var components: [Component] { children.flatMap(\.components) }
}

extension Element {
  fileprivate var components: [Component] {
    switch kind {
    case .node(let node): node.components
    case .component(let component): [component]
    case .text, .hint: []
    case .group(let group): group.children.flatMap(\.components)
    }
  }
}
