// Takes out of a Go program's memory what only stack traces read: the names of functions, and the tables that give the
// file and line of an instruction. The linker has no switch for it, and it is an eighth of a program as it is sent.
// Nobody reads a stack trace in a browser's console; the program as compiled, in web/build, has all of it.
//
// Go's runtime takes an absent table (an offset of 0) for "not known" (runtime.funcline1, pcvalue in symtab.go). What it
// needs to run, it keeps: the tables of stack sizes, stack maps and inlined calls. The layout is that of Go 1.20 to 1.27
// (internal/abi.CurrentPCLnTabMagic, runtime.pcHeader, runtime._func); another one fails the build.

import { assemble, dataSections, initialMemory, sections, Unexpected, withBodies } from './wasm.mjs'

const magic = Buffer.from([0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8])

/** Clears the tables in the memory of a program, started or not. */
export function strip(memory) {
  const header = memory.indexOf(magic)
  if (header < 0 || memory.indexOf(magic, header + 1) >= 0) throw new Unexpected("Go's table of functions was not found, or twice")
  const field = (i) => Number(memory.readBigUInt64LE(header + 8 + 8 * i))
  const count = field(0)
  const [names, units, files, counters, functions] = [3, 4, 5, 6, 7].map((i) => header + field(i))
  if (!(count > 0 && header < names && names < units && units < files && files < counters && counters < functions && functions < memory.length)) {
    throw new Unexpected("Go's table of functions has another layout")
  }

  const all = Array.from({ length: count }, (_, i) => described(memory, functions, names, functions + memory.readUInt32LE(functions + 8 * i + 4)))
  const lastSpecial = all.find(({ name }) => name === 'runtime.systemstack_switch')
  if (!lastSpecial || lastSpecial.id === 0) throw new Unexpected("Go's functions are numbered in another way")
  const wrapper = lastSpecial.id + 1 // abi.FuncIDWrapper

  const kept = new Set()
  const needed = new Set([0])
  const gone = new Set()
  for (const f of all) {
    // These the runtime asks for: panicwrap takes its message out of a wrapper's name, and the stubs of reflect are found
    // by theirs (runtime.(*stkframe).argMapInternal).
    if (f.id === wrapper || f.name.startsWith('reflect.')) kept.add(f.nameAt)
    else memory.writeInt32LE(0, f.at + offset.name)
    for (const table of [offset.sizes, ...f.tables]) needed.add(memory.readUInt32LE(f.at + table))
    for (const table of [offset.file, offset.line]) {
      gone.add(memory.readUInt32LE(f.at + table))
      memory.writeUInt32LE(0, f.at + table)
    }
  }
  // Equal tables are stored once, whatever they are of; each ends where the next one begins.
  const starts = [...new Set([...needed, ...gone])].sort((a, b) => a - b)
  starts.forEach((start, i) => {
    if (!needed.has(start)) memory.fill(0, counters + start, i + 1 < starts.length ? counters + starts[i + 1] : functions)
  })
  for (let at = names; at < units;) {
    const end = memory.indexOf(0, at)
    if (!kept.has(at)) memory.fill(0, at, end)
    at = end + 1
  }
  memory.fill(0, units, counters) // the files, which only the tables of files refer to
}

/** Where the fields of runtime._func are. */
const offset = { name: 4, sizes: 16, file: 20, line: 24, tableCount: 28, id: 40, tables: 44 }

function described(memory, functions, names, at) {
  const count = memory.readUInt32LE(at + offset.tableCount)
  const nameAt = names + memory.readInt32LE(at + offset.name)
  if (at + offset.tables > memory.length || count > 8) throw new Unexpected("Go's functions are described in another way")
  return {
    at, nameAt, id: memory[at + offset.id],
    name: memory.toString('latin1', nameAt, memory.indexOf(0, nameAt)),
    tables: Array.from({ length: count }, (_, i) => offset.tables + 4 * i),
  }
}

/** A program that is shipped as it is compiled, without the tables. */
export function stripped(plain) {
  const list = sections(plain)
  const memory = initialMemory(list)
  strip(memory)
  return assemble(plain, withBodies(list, dataSections(memory)))
}
