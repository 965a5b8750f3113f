// What a program for Node writes, which has no types of a page.
import { loadEngine, type Engine } from 'user-pool-playground'

const engine: Engine = await loadEngine()
console.log(engine.evaluate('{}').reply.status)
