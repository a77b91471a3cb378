// error: cannot convert value of type 'String' to expected argument type 'Accent'
import DiagramDSL

let kubelet = Component("kubelet").accent("red")
