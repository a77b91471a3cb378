import DiagramDSL

/// A login that somebody else vouches for.
let login = Series("kubernetes/oidc", slide: .width(0.35)) {
  Picture("oidc") {
    let provider = Component("OIDC provider"), app = Component("Application")
    let user = Component("User", shape: .person)
    Column(spacing: 60) {
      Row(spacing: 90) {
        provider; app
      }
      user.align(.center)
    }
    (user --> provider).numbered(1)
    (user --> app).numbered(2)
    (app --> provider).numbered(3)
  }
}

/// Who looks after what.
let ownership = Series("kubernetes/ownership", slide: .width(0.35)) {
  let dev = Component("Dev").accent(.green), ops = Component("Ops").accent()
  Picture("product-team") {
    Row(spacing: 120) {
      dev
      ops
    }
    Region("Product team", around: dev, ops)
  }
  Picture("platform-team") {
    Row(spacing: 120) {
      dev
      ops
    }
    Region("Product team", around: dev)
    Region("Platform team", around: ops)
  }
}

/// What a platform asks of people.
let skills = Series("kubernetes/skills", slide: .width(0.35)) {
  Picture("skills") {
    Node("DevOps culture") {
      Column {
        Row {
          Component("Dev skills").accent(); Component("Ops skills").accent(.green)
        }
        Component("Kubernetes").strong()
      }
    }.dashed()
  }
}

/// Accounts that act in the name of others.
let accounts = Series("kubernetes/accounts", slide: .width(0.4)) {
  let reader = Component("Read-only\nServiceAccount"), admin = Component("Admin\nServiceAccount")
  let namespace = Node("Namespace") {
    Row(spacing: 80) {
      reader; admin
    }
  }.dashed()
  Picture("demo") {
    Column(spacing: 40) { namespace }
    reader --> namespace[admin]
  }
  Picture("impersonation") {
    let other = reader.id("outside"), second = Node("Namespace") { admin }.id("second").dashed()
    Column(spacing: 40) {
      namespace
      Row(align: .center, spacing: 60) {
        other; second
      }.align(.end)
    }
    reader --> namespace[admin]
    other --> second[admin]
  }
}

/// What is recorded of them.
let audit = Series("kubernetes/audit", slide: .width(0.3)) {
  Picture("audit") {
    let api = Component("kube-apiserver"), sink = Component("Log sink", shape: .cylinder)
    Row(spacing: 80) {
      api; sink
    }
    api --> sink
  }
}

/// Which binding gives whom which role.
let bindings = Series("kubernetes/bindings", slide: .width(0.5)) {
  let account = Component("ServiceAccount", icon: .serviceAccount)
  let here = Component("RoleBinding", icon: .roleBinding), role = Component("Role", icon: .role)
  let everywhere = Component("ClusterRoleBinding", icon: .clusterRoleBinding)
  let clusterRole = Component("ClusterRole", icon: .clusterRole)
  let all = Row(align: .center, spacing: 60) {
    account
    Column {
      here; everywhere
    }
    Column {
      role; clusterRole
    }
  }
  let arrows = ([here, everywhere] --> account) + [here --> role, everywhere --> clusterRole]
  Picture("bindings") {
    all; arrows
  }
  Picture("cluster-role-here") {
    all; arrows; (here --> clusterRole).new().strong()
  }
}

/// A pod and the account that it acts as, and how it loses both.
let recovery = Series("kubernetes/recovery", slide: .width(0.2)) {
  let account = Component("Service account", icon: .serviceAccount)
  let pod = Component("Pod", icon: .pod), api = Component("Kubernetes API", icon: .apiServer)
  let all = Column(spacing: 50) {
    account; pod; api
  }
  Picture("service-account") {
    all; pod --> [account, api]
  }
  Picture("recovery") {
    all; (pod --> [account, api]).accent(.red).numbered("✕")
  }
}

/// The objects of an application and what names what.
let templates = Series("kubernetes/templating", slide: .width(0.5)) {
  Picture("app") {
    let service = Component("Service", icon: .service), pod = Component("Pod", icon: .pod)
    let deployment = Component("Deployment", icon: .deployment)
    let settings = Component("ConfigMap", icon: .configMap)
    let secret = Component("Secret", icon: .secret)
    let account = Component("ServiceAccount", icon: .serviceAccount)
    let binding = Component("RoleBinding", icon: .roleBinding),
      role = Component("Role", icon: .role)
    Column(spacing: 50) {
      Row(spacing: 50) {
        service; pod; deployment
      }
      Row(spacing: 50) {
        settings; secret; account
      }
      Row(spacing: 50) {
        Spot("a"); role; binding
      }
    }
    service --> pod <-- deployment
    pod --> [settings, secret, account]
    binding --> [account, role]
  }
}

/// The file of an object.
private func object(_ kind: String, _ version: String, _ rest: String) -> Code {
  Code("kind: \(kind)\napiVersion: \(version)\nmetadata:\n\(rest)", language: .yaml).id(kind)
}

/// The file of an object that others name.
private func leaf(_ kind: String, _ name: String) -> Code {
  object(kind, "v1", "  name: \(name)").mark("name: \(name)", as: "name")
}

/// The same application as files, whose names have to agree.
let manifests = Series("kubernetes/manifests", slide: .full) {
  let service = object("Service", "v1", "  name: web\nspec:\n  selector:\n    app: shop")
    .mark("app: shop", as: "selector")
  let pod = object(
    "Pod", "v1",
    """
      name: web
      labels:
        app: shop
    spec:
      serviceAccountName: robot
      volumes:
      - configMap:
          name: settings
      - secret:
          secretName: password
    """
  ).mark("app: shop", as: "label").mark("serviceAccountName: robot", as: "account")
    .mark("name: settings", as: "settings").mark("secretName: password", as: "password")
  let deployment = object(
    "Deployment", "apps/v1",
    "  name: web\nspec:\n  selector:\n    matchLabels:\n      app: shop\n  template: …"
  ).mark("app: shop", as: "selector")
  let settings = leaf("ConfigMap", "settings"), secret = leaf("Secret", "password")
  let account = leaf("ServiceAccount", "robot")
  let links = [
    service["selector"] --> pod["label"], deployment["selector"] --> pod["label"],
    pod["settings"] --> settings["name"], pod["password"] --> secret["name"],
    pod["account"] --> account["name"],
  ].accent(.red)
  Picture("manifests-small") {
    Column(spacing: 70) {
      Row(align: .start, spacing: 70) {
        service; pod; deployment
      }
      Row(align: .start, spacing: 70) {
        settings; secret; account
      }
    }
    links
  }
  Picture("manifests") {
    let rules = "rbac.authorization.k8s.io/v1"
    let binding = object(
      "RoleBinding", rules,
      """
        name: may-read
      subjects:
      - kind: ServiceAccount
        name: robot
      roleRef:
        kind: Role
        name: reader
      """
    ).mark("name: robot", as: "account").mark("name: reader", as: "role")
    let role = object("Role", rules, "  name: reader\nrules: []").mark("name: reader", as: "name")
    Column(spacing: 70) {
      Row(align: .start, spacing: 70) {
        service; pod; deployment
      }
      Row(align: .start, spacing: 70) {
        settings; secret; account
      }
      Row(align: .start, spacing: 70) {
        Spot("a"); role; binding
      }
    }
    links
    (binding["account"] --> account["name"]).accent(.red)
    (binding["role"] --> role["name"]).accent(.red)
  }
}
