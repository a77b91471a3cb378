package import DiagramDSL
import DiagramModel

/// Sequences, legends, callouts and texts below shapes, in every manner that there is.
package let wordFeatures = [sequences, legends, besides]

private let sequences = Series("features") {
  Picture("sequence") {
    let browser = Icon(.browser, "Browser"), web = Component("Web", subtitle: "nginx")
    let worker = Component("Worker", shape: .queue).accent(.violet)
    let user = Component("User", shape: .person)
    Node("Shop") {
      Sequence(numbered: true) {
        user
        browser
        user --> browser
        (browser --> web).label("POST /login")
        (web --> web).label("checks the `password`")
        When("remembered") {
          Note("The token is valid for 30 days", over: web)
          (web --> worker).label("stores <token>")
        }
        (browser <-- web).label("302 /home").accent(.green)
        Divider("a day later")
        Loop("every 10 s") {
          (browser --> web).label("GET /events")
          Parallel {
            Case { (web --> worker).label("job 1").dashed() }
            Case("slow") {
              Active(worker) {
                (web --> worker).label("job 2").dashed().heads(end: .hollow)
                Note("busy", rightOf: worker).accent(.orange)
              }
            }
          }
          browser <-- web
        }
        Alternatives {
          Case("found") { (worker ==> web).label("data") }
          Case("else") { (web <--> worker).muted() }
        }
        Note("Sees **all** of it", over: user, worker)
        Note("waits", leftOf: user)
      }
    }
  }
}

private let legends = Series("features") {
  Picture("legend") {
    let a = Component("A").means("usual"), b = Component("B").accent(.green).means("new")
    let c = Icon(.pod, "web").means("a pod")
    Row(spacing: 100) {
      a; b; c
    }
    (a --> b).dashed().means("asynchronous")
    (b ==> c).means("data")
    Region("zone", around: a).accent(.violet).means("a zone")
    Legend("What it *means*") {
      Component("several").stacked()
      Component("gone").crossedOut()
      Component("watched", shape: .cylinder).highlight()
      Node("a container").dashed()
      ArrowSample("one to many").heads(start: .one, end: .many)
      ArrowSample("in both directions").heads(.both).accent(.red).strong()
    }
  }
}

private let besides = Series("features") {
  Picture("texts below") {
    let shapes = Shapes.all.map {
      Component("a text of \($0.name)", shape: ShapeName($0)).textPosition(.below)
    }
    let hub = Component("hub"), pod = Icon(.pod, "web")
    let gone = Node("Gone") {
      Row {
        Component("kubelet"); Component("proxy")
      }
    }.crossedOut()
    Column(spacing: 60) {
      Row(spacing: 60) {
        shapes[0].accent(); shapes[1].highlight(); shapes[2].stacked(); shapes[3].crossedOut()
        shapes[4].badge("deprecated since 1.29").muted(); shapes[5].corner(.topLeft, Icon(.lock))
        shapes[6].icon(.server); shapes[7].width(120).height(80).icon(.database, label: .none)
      }
      Row(spacing: 120) {
        hub; gone; pod
      }
      Grid(columns: 8, spacing: 60) { shapes.dropFirst(8) }
    }
    for shape in shapes[1...3] { hub --> shape }
    for shape in shapes[8...9] { (hub --> shape).to(.left) }
    Callout("Restarted *twice*", at: pod)
    for side in Side.allCases { Callout("\(side)", at: hub, side: side).accent(.orange) }
    Callout("about a shape", at: shapes[5]).muted()
  }
}
