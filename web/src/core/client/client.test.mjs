// The engine's client against a worker that does as it is told: what cannot be provoked in a real engine at will.

import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { moduleOf } from '../../../test/module.mjs'

const { EngineClient } = await moduleOf('core/client/client.ts')
const { SharedAnswer } = await moduleOf('core/client/shared.ts')

const answer = { lines: ['{"answer":{"problems":[],"reply":{"status":200,"body":"","wire":"","origins":{}}}}', '{"é":"\u2028😀"}', '{}', '{}'], took: 1 }

class FakeWorker {
  sent = []
  ended = false
  postMessage(message) { this.sent.push(message) }
  terminate() { this.ended = true }
  tell(data) { this.onmessage?.({ data }) }
  get asked() { return this.sent.filter(({ op }) => op === 'evaluate').map(({ request }) => request.revision) }
}

async function started(download = async () => ({})) {
  const workers = []
  const heard = { phases: [], answers: [], restarts: [], gaveUp: [], readers: [] }
  const client = new EngineClient({
    phase: ({ name, title }) => heard.phases.push(title ?? name),
    answer(revision, { reply }) {
      assert.equal(reply.body, '{"é":"\u2028😀"}')
      heard.answers.push(revision)
    },
    busy() {},
    readers: (state) => heard.readers.push(state?.name ?? null),
    restarted: (reason) => heard.restarts.push(reason),
    gaveUp: (reason) => heard.gaveUp.push(reason),
  }, {
    download,
    createWorker() {
      workers.push(new FakeWorker())
      return workers.at(-1)
    },
  })
  await client.load()
  return { client, heard, workers, ask: (revision, text = `text ${revision}`) => client.evaluate({ revision, text, options: {} }) }
}

test('a request before the engine is ready is answered when it is', async () => {
  const { ask, workers: [worker], heard } = await started()
  ask(1)
  assert.deepEqual(worker.asked, [])
  worker.tell({ event: 'ready' })
  assert.deepEqual(worker.asked, [1])
  worker.tell({ event: 'answer', revision: 1, ...answer })
  assert.deepEqual(heard.answers, [1])
  assert.deepEqual(heard.phases, ['downloading', 'starting', 'ready'])
})

test('one request is with the engine and only the latest waits; the answer to an older one is dropped', async () => {
  const { ask, workers: [worker], heard } = await started()
  worker.tell({ event: 'ready' })
  for (const revision of [1, 2, 3]) ask(revision)
  assert.deepEqual(worker.asked, [1])
  worker.tell({ event: 'answer', revision: 1, ...answer })
  assert.deepEqual(worker.asked, [1, 3])
  worker.tell({ event: 'answer', revision: 3, ...answer })
  assert.deepEqual(heard.answers, [3])
})

test('a text that ends the engine twice is not tried a third time, until it changes', async () => {
  const { ask, workers, heard } = await started()
  workers[0].tell({ event: 'ready' })
  ask(1)
  workers[0].tell({ event: 'crashed', reason: 'panic' })
  assert.ok(workers[0].ended)
  workers[1].tell({ event: 'ready' })
  assert.deepEqual(workers[1].asked, [1])
  workers[1].tell({ event: 'crashed', reason: 'panic' })
  workers[2].tell({ event: 'ready' })
  assert.deepEqual(workers[2].asked, [])
  assert.deepEqual([heard.restarts, heard.gaveUp], [['panic', 'panic'], ['panic']])
  ask(2)
  assert.deepEqual(workers[2].asked, [2])
  workers[2].tell({ event: 'answer', revision: 2, ...answer })
  // An undo brings the text back.
  ask(3, 'text 1')
  assert.deepEqual(workers[2].asked, [2])
  assert.deepEqual(heard.gaveUp, ['panic', 'panic'])
})

test('an isolated page without SharedArrayBuffer, as in WebKitGTK, starts and is answered by messages', async (t) => {
  const { SharedArrayBuffer } = globalThis
  globalThis.crossOriginIsolated = true
  delete globalThis.SharedArrayBuffer
  t.after(() => {
    delete globalThis.crossOriginIsolated
    Object.defineProperty(globalThis, 'SharedArrayBuffer', { value: SharedArrayBuffer, configurable: true, writable: true, enumerable: false })
  })
  const { workers } = await started()
  const [start] = workers.at(-1).sent
  assert.equal(start.op, 'start')
  assert.equal(start.answers, undefined)
})

test('a question lets evaluations go first, and one that ends the engine is told so and not asked again', async () => {
  const { client, ask, workers } = await started()
  const asked = (worker) => worker.sent.filter(({ op }) => op === 'ask').map(({ id }) => id)
  ask(1)
  const first = client.ask('contract')
  const second = client.ask('contract')
  workers[0].tell({ event: 'ready' })
  assert.deepEqual([workers[0].asked, asked(workers[0])], [[1], []])
  workers[0].tell({ event: 'answer', revision: 1, ...answer })
  assert.deepEqual(asked(workers[0]), [1])
  workers[0].tell({ event: 'told', id: 1, answer: 'the contract' })
  assert.equal(await first, 'the contract')
  const refused = assert.rejects(second, /panic/)
  workers[0].tell({ event: 'crashed', reason: 'panic' })
  await refused
  workers[1].tell({ event: 'ready' })
  assert.deepEqual(asked(workers[1]), [])
  await assert.rejects(client.ask('contract'), /panic/)
  assert.deepEqual(asked(workers[1]), [])
  // Nothing runs on after the test.
  ask(2)
  workers[1].tell({ event: 'answer', revision: 2, ...answer })
})

/** As on a host that lets memory be shared; the worker writes its answers there. */
async function sharing(t) {
  globalThis.crossOriginIsolated = true
  t.after(() => { delete globalThis.crossOriginIsolated })
  const all = await started()
  const [worker] = all.workers
  const shared = new SharedAnswer(worker.sent[0].answers)
  worker.tell({ event: 'ready' })
  const write = (revision, said = answer) => {
    assert.ok(shared.write(revision, said))
    return { event: 'written', revision }
  }
  return { ...all, worker, shared, write }
}

test('an answer in shared memory is taken at once, and its message then tells nothing twice', async (t) => {
  const { client, ask, worker, write, heard } = await sharing(t)
  ask(1)
  const first = write(1)
  client.takeAnswer()
  assert.deepEqual(heard.answers, [], 'before it is known to be fast nobody waits for it')
  worker.tell(first)
  assert.deepEqual(heard.answers, [1])

  ask(2)
  const second = write(2)
  client.takeAnswer()
  assert.deepEqual(heard.answers, [1, 2])
  ask(3)
  worker.tell(second)
  assert.deepEqual([heard.answers, worker.asked], [[1, 2], [1, 2, 3]])
  const third = write(3)
  worker.tell(third)
  worker.tell(third)
  assert.deepEqual(heard.answers, [1, 2, 3])
})

test('an answer in shared memory is the same on both sides, whatever it shares with the ones before', () => {
  const written = new SharedAnswer()
  const read = new SharedAnswer(written.memory)
  const answers = ['one\ntwo\n\nfour', 'one\ntwo\n\nfour', 'one\n2\n\nfour', 'one', 'one\n2\nthree\n4', '', 'é😀\u2028\n2', 'one\n2\nthree\n4']
  answers.forEach((said, at) => {
    const answer = { lines: said.split('\n'), took: at }
    assert.ok(written.write(at + 1, answer))
    assert.deepEqual(read.read(at + 1), answer)
    assert.equal(read.read(at + 2), null)
    // Asked for again, it is still there.
    assert.deepEqual(read.read(at + 1), answer)
  })
  assert.equal(written.write(99, { lines: Array(20).fill(''), took: 0 }), false)
})

test('an answer that is not there within a moment comes by its message, and after two of them none is waited for', async (t) => {
  const { client, ask, worker, write, heard } = await sharing(t)
  ask(1)
  worker.tell(write(1))
  ask(2)
  let began = performance.now()
  client.takeAnswer()
  assert.ok(performance.now() - began < 100)
  assert.deepEqual(heard.answers, [1])
  ask(3)
  worker.tell(write(2, { ...answer, took: 50 }))
  assert.deepEqual(heard.answers, [1], 'a newer text waits')
  write(3)
  client.takeAnswer()
  assert.deepEqual(heard.answers, [1, 3], 'one late answer may have met the collector')
  for (const revision of [4, 5]) {
    ask(revision)
    client.takeAnswer()
    worker.tell(write(revision, { ...answer, took: 50 }))
  }
  ask(6)
  write(6)
  client.takeAnswer()
  assert.deepEqual(heard.answers, [1, 3, 4, 5])
})

test('an answer that is too long to share comes by message, and one that cannot be read ends the engine', async (t) => {
  const { ask, worker, shared, write, heard } = await sharing(t)
  assert.equal(shared.write(1, { lines: [' '.repeat(1_000_000)], took: 1 }), false)
  ask(1)
  worker.tell({ event: 'answer', revision: 1, ...answer })
  assert.deepEqual(heard.answers, [1])
  ask(2)
  worker.tell(write(2, { lines: ['{"crash":"broken"}'], took: 1 }))
  assert.deepEqual([heard.answers, heard.restarts], [[1], ['It failed: broken.']])
})

test('an engine that never starts fails, and a retry fetches it anew', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  let downloads = 0
  const { client, workers, heard } = await started(async () => { downloads++; return {} })
  mock.timers.tick(20_000)
  mock.timers.reset()
  assert.equal(heard.phases.at(-1), 'The engine could not be started')
  assert.ok(workers[0].ended)
  await client.load()
  workers[1].tell({ event: 'ready' })
  assert.equal(heard.phases.at(-1), 'ready')
  assert.equal(downloads, 2)
})

test('a hang is two seconds, more for a long text and for the first answer', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const { client, ask, workers, heard } = await started()
    const endsAfter = (limit) => {
      const before = heard.restarts.length
      mock.timers.tick(limit - 1)
      assert.equal(heard.restarts.length, before)
      mock.timers.tick(1)
      assert.equal(heard.restarts.at(-1), `It gave no answer within ${limit / 1000} seconds.`)
      workers.at(-1).tell({ event: 'ready' })
      workers.at(-1).tell({ event: 'answer', revision: 0, ...answer })
    }
    workers[0].tell({ event: 'ready' })
    ask(1)
    endsAfter(5_000)
    ask(2)
    endsAfter(2_000)
    ask(3, 'x'.repeat(1_000_000))
    endsAfter(7_000)
    // What has to be fetched first is waited for, and no longer than that.
    const unread = assert.rejects(client.ask('importText', 'x'), /no answer within 5 seconds/)
    workers.at(-1).tell({ event: 'loading', limit: 120_000 })
    mock.timers.tick(100_000)
    workers.at(-1).tell({ event: 'loaded' })
    endsAfter(5_000)
    await unread
  } finally {
    mock.timers.reset()
  }
})

test('an engine that ends again and again with nothing to answer is not started for ever', async () => {
  const { client, workers, heard } = await started()
  for (let times = 0; times < 6; times++) {
    workers[times].tell({ event: 'ready' })
    workers[times].tell({ event: 'crashed', reason: 'exit' })
  }
  assert.equal(workers.length, 6)
  assert.equal(heard.phases.at(-1), 'The engine keeps ending')
  await client.load()
  workers[6].tell({ event: 'ready' })
  assert.equal(heard.phases.at(-1), 'ready')
})

test('a text that waits for what reads it lets others go first, and is asked again once that is there', async () => {
  const { client, ask, workers: [worker], heard } = await started()
  const fetches = () => worker.sent.filter(({ op }) => op === 'evaluate').map(({ fetch }) => fetch)
  worker.tell({ event: 'ready' })
  ask(1)
  worker.tell({ event: 'later', revision: 1 })
  worker.tell({ event: 'readers', state: { name: 'loading', received: 1, total: 2 } })
  ask(2)
  worker.tell({ event: 'later', revision: 2 })
  worker.tell({ event: 'readers', state: { name: 'failed', why: 'no line' } })
  assert.deepEqual(heard.readers, ['loading', 'loading', 'failed'])
  ask(3)
  worker.tell({ event: 'later', revision: 3 })
  assert.deepEqual(fetches(), [true, true, false], 'not fetched again with each letter')
  client.readAgain()
  assert.deepEqual(fetches(), [true, true, false, true])
  worker.tell({ event: 'later', revision: 3 })
  worker.tell({ event: 'readers', state: { name: 'ready' } })
  assert.deepEqual(worker.asked, [1, 2, 3, 3, 3])
  worker.tell({ event: 'answer', revision: 3, ...answer })
  assert.deepEqual([heard.answers, heard.readers], [[3], ['loading', 'loading', 'failed', 'loading', null]])
})

test('a worker that other embeds have, too, downloads the engine; once it fails, this one has its own', async () => {
  for (const failure of [
    (common) => common.tell({ event: 'crashed', reason: 'it ended' }),
    (common) => common.onerror({ message: 'gone', preventDefault() {} }),
  ]) {
    const [common, own] = [new FakeWorker(), new FakeWorker()]
    const heard = { phases: [], answers: [], restarts: [] }
    let downloads = 0
    const client = new EngineClient({
      phase: ({ name }) => heard.phases.push(name), answer: (revision) => heard.answers.push(revision), busy() {}, readers() {},
      restarted: (reason) => heard.restarts.push(reason), gaveUp() {},
    }, {
      download: async () => { downloads++; return {} }, createWorker: () => own, shareWorker: () => common,
    })
    await client.load()
    assert.deepEqual(common.sent.map(({ op, module }) => [op, module]), [['start', undefined]])
    common.tell({ event: 'downloading', received: 1, total: 2 })
    common.tell({ event: 'ready' })
    assert.deepEqual(heard.phases, ['downloading', 'downloading', 'ready'])
    client.evaluate({ revision: 1, text: 'one', options: {} })
    common.tell({ event: 'answer', revision: 1, ...answer })
    assert.deepEqual([heard.answers, downloads], [[1], 0])
    client.evaluate({ revision: 2, text: 'two', options: {} })
    failure(common)
    assert.equal(common.ended, true)
    await new Promise((resolve) => setTimeout(resolve))
    assert.deepEqual([downloads, own.sent[0].op], [1, 'start'])
    own.tell({ event: 'ready' })
    own.tell({ event: 'answer', revision: 2, ...answer })
    assert.deepEqual(heard.answers, [1, 2])
    assert.equal(heard.restarts.length, 1)
  }
})

test('where the common worker could not have the engine, the page says why, and a retry is its own', async () => {
  const [common, own] = [new FakeWorker(), new FakeWorker()]
  const phases = []
  const client = new EngineClient({ phase: ({ name, title }) => phases.push(title ?? name), answer() {}, busy() {}, readers() {}, restarted() {}, gaveUp() {} }, {
    download: async () => ({}), createWorker: () => own, shareWorker: () => common,
  })
  await client.load()
  common.tell({ event: 'failed', title: 'You are offline', detail: 'It loads as soon as you are online.' })
  assert.deepEqual(phases, ['downloading', 'You are offline'])
  await client.load()
  own.tell({ event: 'ready' })
  assert.equal(phases.at(-1), 'ready')
})
