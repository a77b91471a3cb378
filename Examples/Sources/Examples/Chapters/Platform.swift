import DiagramDSL

/// Which secret opens which part of a platform for source code.
let tokens = Series("platform/authentication", slide: .width(0.65)) {
  Picture("options") {
    let user = Icon(.user, "Actor")
    let (web, api, git) = (Component("Web"), Component("API"), Component("Git"))
    let account = Component("User"), group = Component("Group")
    let projects = (1...2).map { Component("Project \($0)") }
    Row(align: .center, spacing: 280) {
      user
      Node("Code platform") {
        Row(align: .center, spacing: 80) {
          Column(spacing: 60) {
            web; api; git
          }
          Column(spacing: 40) {
            account; group
          }
          Column(spacing: 40) { projects }
        }
      }.title(.bottom)
    }
    [
      (user --> web).label("password"), (user --> api).label("access token"),
      (user --> git).label("password, token\nor SSH key"),
    ].from(.right).to(.left)
    [web, api] --> account
    api --> [group, projects[0]]
    account --> [group, projects[1]]
    group --> projects
    git --> projects[1]
  }
}

/// Ways into the platform, and around it.
let entry = Series("platform/entry", slide: .width(0.5)) {
  Picture("reverse-proxy") {
    let user = Icon(.user), proxy = Component("Reverse\nproxy", icon: .balancer)
    let apps = [Component("app1"), Component("app2")]
    Row(align: .center, spacing: 70) {
      user; proxy; Column { apps }
    }
    (user --> apps[0]).through(proxy)
    proxy --> apps[1]
  }
}

/// Where accounts come from.
let directory = Series("platform/ldap", slide: .width(0.6)) {
  Picture("ldap") {
    let user = Icon(.user), proxy = Component("Proxy"), code = Component("Code platform")
    let login = Component("Login service").dashed(), accounts = Component("LDAP")
    let store = Component("PostgreSQL", shape: .cylinder)
    Row(align: .center, spacing: 50) {
      user; proxy;
      Column {
        code; login
      }; accounts; store
    }
    user --> proxy --> code --> accounts --> store
    (proxy --> login --> accounts).dashed()
  }
}

/// What runs the jobs.
let runners = Series("platform/runners", slide: .width(0.3)) {
  Picture("runner") {
    let user = Icon(.user), platform = Component("Code platform")
    let shell = Component("Runner", subtitle: "shell"),
      docker = Component("Runner", subtitle: "Docker")
        .id("docker-runner")
    let jobs = [Component("job1"), Component("job2")]
    Tree(.down) {
      user; platform; shell; docker; jobs
    }
    user --> platform --> [shell, docker]
    (shell --> shell).loop().from(.bottom).to(.bottom)
    docker --> jobs
  }
}

/// Numbers of a program that has none of its own.
let exporting = Series("platform/monitoring", slide: .width(0.5)) {
  Picture("prometheus") {
    let daemon = Component("Daemon"), exporter = Component("Exporter")
    let server = Component("Prometheus", icon: .chart)
    Row(align: .center, spacing: 80) {
      Node {
        Row(spacing: 60) {
          daemon; exporter
        }
      }.dashed()
      server
    }
    daemon <-- exporter <-- server
  }
}
