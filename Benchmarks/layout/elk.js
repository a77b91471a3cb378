// Runs elkjs's worker over one file: node elk.js WORKER IN.json OUT.json
//
// The worker is written for browsers: it reads `self.onmessage` and answers with `postMessage`.
const fs = require('fs')
const [worker, input, output] = process.argv.slice(2)
const graph = JSON.parse(fs.readFileSync(input, 'utf8'))

globalThis.document = undefined
globalThis.self = globalThis
globalThis.postMessage = message => {
  if (message.error) {
    console.error(JSON.stringify(message.error))
    process.exit(1)
  }
  if (message.id === 2) fs.writeFileSync(output, JSON.stringify(message.data))
}
globalThis.importScripts = () => {}
require(worker)
globalThis.onmessage({data: {id: 1, cmd: 'register', algorithms: ['layered']}})
globalThis.onmessage({data: {id: 2, cmd: 'layout', graph, layoutOptions: {}, options: {}}})
