extension IconName {
  /// The Kubernetes icon of a pod.
  public static let pod: IconName = "kubernetes/pod"
  /// The Kubernetes icon of a deployment.
  public static let deployment: IconName = "kubernetes/deployment"
  /// The Kubernetes icon of a replica set.
  public static let replicaSet: IconName = "kubernetes/replica-set"
  /// The Kubernetes icon of a stateful set.
  public static let statefulSet: IconName = "kubernetes/stateful-set"
  /// The Kubernetes icon of a daemon set.
  public static let daemonSet: IconName = "kubernetes/daemon-set"
  /// The Kubernetes icon of a job.
  public static let job: IconName = "kubernetes/job"
  /// The Kubernetes icon of a cron job.
  public static let cronJob: IconName = "kubernetes/cron-job"
  /// The Kubernetes icon of a service.
  public static let service: IconName = "kubernetes/service"
  /// The Kubernetes icon of a ingress.
  public static let ingress: IconName = "kubernetes/ingress"
  /// The Kubernetes icon of a gateway.
  public static let gateway: IconName = "kubernetes/gateway"
  /// The Kubernetes icon of a endpoint.
  public static let endpoint: IconName = "kubernetes/endpoint"
  /// The Kubernetes icon of a network policy.
  public static let networkPolicy: IconName = "kubernetes/network-policy"
  /// The Kubernetes icon of a config map.
  public static let configMap: IconName = "kubernetes/config-map"
  /// The Kubernetes icon of a secret.
  public static let secret: IconName = "kubernetes/secret"
  /// The Kubernetes icon of a persistent volume.
  public static let persistentVolume: IconName = "kubernetes/persistent-volume"
  /// The Kubernetes icon of a persistent volume claim.
  public static let persistentVolumeClaim: IconName = "kubernetes/persistent-volume-claim"
  /// The Kubernetes icon of a storage class.
  public static let storageClass: IconName = "kubernetes/storage-class"
  /// The Kubernetes icon of a volume.
  public static let volume: IconName = "kubernetes/volume"
  /// The Kubernetes icon of a service account.
  public static let serviceAccount: IconName = "kubernetes/service-account"
  /// The Kubernetes icon of a role.
  public static let role: IconName = "kubernetes/role"
  /// The Kubernetes icon of a cluster role.
  public static let clusterRole: IconName = "kubernetes/cluster-role"
  /// The Kubernetes icon of a role binding.
  public static let roleBinding: IconName = "kubernetes/role-binding"
  /// The Kubernetes icon of a cluster role binding.
  public static let clusterRoleBinding: IconName = "kubernetes/cluster-role-binding"
  /// The Kubernetes icon of a autoscaler.
  public static let autoscaler: IconName = "kubernetes/autoscaler"
  /// The Kubernetes icon of a resource quota.
  public static let resourceQuota: IconName = "kubernetes/resource-quota"
  /// The Kubernetes icon of a namespace.
  public static let namespace: IconName = "kubernetes/namespace"
  /// The Kubernetes icon of a node.
  public static let node: IconName = "kubernetes/node"
  /// The Kubernetes icon of a cluster.
  public static let cluster: IconName = "kubernetes/cluster"
  /// The Kubernetes icon of a custom resource.
  public static let customResource: IconName = "kubernetes/custom-resource"
  /// The Kubernetes icon of a api server.
  public static let apiServer: IconName = "kubernetes/api-server"
  /// The Kubernetes icon of a etcd.
  public static let etcd: IconName = "kubernetes/etcd"
  /// The Kubernetes icon of a scheduler.
  public static let scheduler: IconName = "kubernetes/scheduler"
  /// The Kubernetes icon of a controller manager.
  public static let controllerManager: IconName = "kubernetes/controller-manager"
  /// The Kubernetes icon of a kubelet.
  public static let kubelet: IconName = "kubernetes/kubelet"
  /// The Kubernetes icon of a kube proxy.
  public static let kubeProxy: IconName = "kubernetes/kube-proxy"
}
