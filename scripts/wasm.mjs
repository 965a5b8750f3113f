// WebAssembly modules in their binary form, as far as Go's linker writes it: what initialise.mjs and strip.mjs share.

export const section = { type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, start: 8, element: 9, code: 10, data: 11, dataCount: 12 }
export const pageSize = 65536

/** Ends the build. */
export class Unexpected extends Error {}

/** An unsigned LEB128 number. */
export function unsigned(n) {
  const bytes = []
  do {
    const low = n % 128
    n = Math.floor(n / 128)
    bytes.push(n > 0 ? low | 0x80 : low)
  } while (n > 0)
  return Buffer.from(bytes)
}

/** A signed LEB128 number, from a BigInt. */
export function signed(n) {
  const bytes = []
  for (let more = true; more;) {
    const low = Number(n & 0x7fn)
    n >>= 7n
    more = !((n === 0n && !(low & 0x40)) || (n === -1n && low & 0x40))
    bytes.push(more ? low | 0x80 : low)
  }
  return Buffer.from(bytes)
}

export class Reader {
  constructor(bytes, at = 0) { this.bytes = bytes; this.at = at }
  byte() { return this.bytes[this.at++] }
  unsigned() {
    let n = 0
    for (let scale = 1; ; scale *= 128) {
      const b = this.byte()
      n += (b & 0x7f) * scale
      if (b < 0x80) return n
    }
  }
  take(length) { return this.bytes.subarray(this.at, this.at += length) }
}

/** A module's sections in their order. */
export function sections(bytes) {
  const r = new Reader(bytes, 8)
  const found = []
  while (r.at < bytes.length) {
    const id = r.byte()
    found.push({ id, body: r.take(r.unsigned()) })
  }
  return found
}

/** The module of some sections; the header is any module's first eight bytes. */
export function assemble(header, list) {
  return Buffer.concat([header.subarray(0, 8), ...list.flatMap(({ id, body }) => [Buffer.from([id]), unsigned(body.length), body])])
}

/** A module's memory as it is when the module is instantiated. */
export function initialMemory(list) {
  const r = new Reader(list.find(({ id }) => id === section.memory).body)
  if (r.unsigned() !== 1) throw new Unexpected('the program has not one memory')
  r.byte()
  const memory = Buffer.alloc(r.unsigned() * pageSize)
  const data = new Reader(list.find(({ id }) => id === section.data).body)
  for (let n = data.unsigned(); n > 0; n--) {
    if (data.byte() !== 0 || data.byte() !== 0x41) throw new Unexpected('a data segment has no constant place')
    // Places are signed; Go's are below 2 GiB, so that only the sign's own bit has to be dropped.
    const at = data.unsigned()
    if (data.byte() !== 0x0b) throw new Unexpected("a data segment's place is computed")
    data.take(data.unsigned()).copy(memory, at)
  }
  return memory
}

// A segment costs some eight bytes, which compress worse than a run of zeros: with runs of 16 bytes left out, the engine
// is 100 kB (brotli) larger than with 128, and with 1,024 no smaller, but larger in memory on its way.
const shortestGap = 128

/** The data section, and data count section, that give a memory these contents: [id, body] each. */
export function dataSections(memory) {
  const segments = []
  for (let at = 0; ;) {
    while (at < memory.length && memory[at] === 0) at++
    if (at >= memory.length) break
    const start = at
    let end = at
    for (let zeros = 0; at < memory.length && zeros < shortestGap; at++) {
      if (memory[at] === 0) zeros++
      else { zeros = 0; end = at + 1 }
    }
    segments.push(Buffer.concat([Buffer.from([0, 0x41]), signed(BigInt(start)), Buffer.from([0x0b]), unsigned(end - start), memory.subarray(start, end)]))
  }
  if (segments.length > 100_000) throw new Unexpected(`${segments.length} data segments: browsers take 100,000`)
  return { [section.data]: Buffer.concat([unsigned(segments.length), ...segments]), [section.dataCount]: unsigned(segments.length) }
}

/** The sections with some bodies replaced, by id. */
export function withBodies(list, bodies) {
  return list.map(({ id, body }) => ({ id, body: bodies[id] ?? body }))
}
