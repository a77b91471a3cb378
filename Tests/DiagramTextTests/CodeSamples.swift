import DiagramModel

extension CodeSamples {
  static let all = [
    CodeSamples(language: .yaml, code: deployment), CodeSamples(language: .yaml, code: flow),
    CodeSamples(language: .yaml, code: compose), CodeSamples(language: .json, code: json),
    CodeSamples(language: .shell, code: script), CodeSamples(language: .shell, code: session),
    CodeSamples(language: .swift, code: swift), CodeSamples(language: .swift, code: package),
    CodeSamples(language: .dockerfile, code: dockerfile),
    CodeSamples(language: .dockerfile, code: stages),
  ]

  private static let deployment = """
    # A web server
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      labels:
        app.kubernetes.io/name: "web"
    spec:
      replicas: 3
      selector:
        matchLabels: {app: web}
      template:
        spec:
          containers:
          - name: nginx
            image: registry.example.org:5000/nginx:1.27@sha256:abc # pinned
            args: ["--port", "80", '-v']
            env:
            - name: PASSWORD
              valueFrom:
                secretKeyRef:
                  name: 'db'
                  key: password
            - name: URL
              value: https://example.org/?a=b#c
          volumes:
            - name: data
              emptyDir: {}
    ---
    apiVersion: v1
    kind: ConfigMap
    data:
      enabled: true
      empty:
      config.ini: |
        [server]
        port: 80 # no comment

        host = "a"
      folded: >-
        one
        two
    """

  private static let flow = """
    base: &base

      size: !!int 3
    other:
      <<: *base
      list: [a, "b c", 'd''e', {f: 1, g: [h]}]
      map: {
        one: 1,
        two: two words
      }
    - - nested
      - x: y
        z: "multi \\" escaped"
    plain words without a key
    ...
    """

  private static let compose = """
    services:
      db:
        image: postgres:17
        ports:
          - "5432:5432"
          - 8080:80
        environment:
          POSTGRES_PASSWORD: ${PASSWORD}
        healthcheck:
          test: ["CMD-SHELL", "pg_isready -U postgres"]
          interval: 10s
      web:
        build: .
        depends_on: [db]
        command: sh -c "sleep 1 && run"
    """

  private static let json = """
    {
      "name": "shop",
      "price": -12.5e+3, "count": 0,
      "tags": ["a", "b\\"c", "d\\\\"],
      "inner": {"ok": true, "no" : false, "nothing": null, "größe": "ü"},
      "empty": {}, "list": []
    }
    """

  private static let script = """
    #!/bin/bash
    set -euo pipefail
    # Deploys everything
    NAME=web
    export IMAGE="registry/$NAME:${TAG:-latest}"
    for file in *.yaml; do
      echo "applying $file" 'not $this' >> log.txt
      kubectl apply -f "$file" || exit 1
    done
    if [[ -z $1 && "$#" -gt 2 ]]; then
      count=$((count + 1))
      echo `date` $(kubectl get pods -n kube-system | grep Running | wc -l)
    elif [ "$A" = b ]; then
      return 3
    fi
    cat <<EOF > out.txt
    text $HOME "quoted"
    EOF
    wait; sleep 10 &
    cd "${PATHS[0]}/${1#*x}" && echo "${@:2}"
    f() { local x=1; printf '%s\\n' "$x"; }
    """

  private static let session = """
    kubectl create secret generic db --from-literal=password=secret
    kubectl get pods -l app=web -o wide --watch
    docker run -d -p 8080:80 --name web nginx:1.27
    curl -sS https://example.org/api | jq '.items[0].name'
    kubectl exec -it web-0 -- sh -c 'echo $HOME'
    while true; do kubectl get nodes; sleep 2; done
    helm upgrade --install web ./chart \\
      --set image.tag=1.2.3 \\
      --wait
    """

  private static let swift = """
    import Foundation

    /// A shop. /* not nested */
    @main struct Shop: Sendable {
      let name: String, size = 0x1F
      private(set) var prices: [String: Double] = ["a": 1_000.5e3, "b": 2]
      static func open(_ names: [String]) async throws -> Bool {
        guard let first = names.first, first != "x\\t\\(names.count + 1) y" else { return false }
        for name in names where name.isEmpty { continue }
        switch self.state {
        case .open(let date)?: print(date)
        default: break
        }
        #if os(Linux)
        return true
        #else
        return try await close()
        #endif
      }
      /* a
         /* nested */ comment */
      var counts: [Int] { names.map { $0.count } }

      var text: String {
        \"""
        many lines, \\(name)
        \"""
      }
      init() { super.init(); weak var x = nil as Any? }
    }
    """

  private static let package = """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "drawings",
      targets: [
        .executableTarget(name: "Drawings", dependencies: [.product(name: "X", package: "x")])
      ]
    )
    """

  private static let dockerfile = """
    # syntax=docker/dockerfile:1
    FROM golang:1.24 AS build
    WORKDIR /src
    COPY go.mod go.sum ./
    RUN go mod download && \\
        go build -o /app ./cmd
    ENV PORT=8080 NAME="a b"
    EXPOSE 8080
    USER nobody
    ENTRYPOINT ["/app", "--port", "80"]
    """

  private static let stages = """
    ARG VERSION=3.21
    FROM alpine:3
    LABEL app=web
    COPY --from=build /app /app
    RUN echo "$VERSION" > /version
    HEALTHCHECK CMD wget localhost
    VOLUME /data
    CMD echo $HOME
    """
}
