import DiagramDSL

/// Texts in runs of several styles, wherever a text may stand.
let texts = Series("features") {
  Picture("runs") {
    let api = Component("**API** in *Swift*, see [docs](https://example.org/a?b=c&d=\"e\")").id(
      "api")
    let pods = Component("`kubectl get pods`: [ready]{.green}, [failed]{.red}, [gone]{.muted}")
      .id("pods")
    let both = Component("***both***, **bold *and slanted* bold**, \\*literal\\*").accent(.red)
    let right = Component("to the *right*\n`in` **lines**").id("right").textAlignment(.right)
    Node("A title with `code` and *slant*") {
      Grid(columns: 2, spacing: 100) {
        api
        pods
        both
        right
        Component("`all of it code`").accent()
        Component("[a **link**](#here) in [red]{.red}, muted").muted()
        Component("2*3*4, *.example.org, handlers[i](x)")
        Component("**Überweisungs\u{AD}auftragsbestätigungs\u{AD}*nummern*\u{AD}kreis**").id(
          "hyphens")
      }
    }
    Text("A free text with **bold** and [orange]{.orange} words, and `code`")
    (api --> pods).label("`GET /`\nas **JSON**")
    (both --> right).label("*slanted*").muted()
  }
  .heading("A *heading* with `code`").caption("A caption with a [link](https://example.org)")
  Picture("details") {
    let orders = Component(
      "Orders", subtitle: "Container: Swift", detail: "Takes orders and **keeps** them until paid")
    let mail = Component("Mail", shape: .cylinder).subtitle("[SMTP](mailto:a@example.org)").accent()
    Node("Shop", subtitle: "System", detail: "Sells *things*") {
      Row {
        orders.link("https://example.org/?a=b&c=\"d\"").tooltip("More about\norders & mail")
        mail
        Component("upwards").vertical()
        Component("upwards in\ntwo lines").vertical().muted()
      }
      Row {
        Component("at the top").textPosition(.top).height(100)
        Component("at the bottom", detail: "below").textPosition(.bottom).height(120)
        Component("[run](#a) and box").link("other.html")
        Component("left", subtitle: "`code`", detail: "quiet").textAlignment(.left).muted()
      }
    }
    Node("Below", detail: "at the bottom") { Component("in") }.title(.bottom)
    Node("Empty", subtitle: "in the middle")
    (orders --> mail).tooltip("stores").link("#x")
  }
  Picture("code") {
    let secret = Component("Secret", shape: .cylinder).accent()
    let pod = Code(
      """
      apiVersion: v1  # the first one
      kind: Pod
      metadata: {name: web, labels: {app: "web"}}
      spec:
        containers:
        - name: 'web'

          env:
          - name: PASSWORD
      \t    value: ${PASSWORD} &amp; <b>
      """, language: .yaml, lineNumbers: true
    ).highlightLines(5...6).highlightLines(9).mark("${PASSWORD}", as: secret)
      .mark("kind", as: "kind")
    Row {
      pod
      Column {
        secret
        Code("# it\nfor i in 1 2; do echo \"$i\"; done", language: .shell).id("shell")
        Code("{\"a\": [1, true]}", language: .json).muted()
        Code("let a = \"\\(b)\"  // c", language: .swift).accent(.green)
        Code("FROM a AS b\nRUN  x", language: .dockerfile).highlightLines(2)
        Code("plain  text", lineNumbers: true).width(300)
      }
    }
    secret --> pod[secret]
    Component("other") --> pod["kind"]
    Component("other")
  }
}
