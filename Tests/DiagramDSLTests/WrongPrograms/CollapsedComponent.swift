// error: a Component has nothing inside: only a Node can be collapsed
import DiagramDSL

let kubelet = Component("kubelet").collapsed()
