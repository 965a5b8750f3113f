import { readAnswer, readEvaluation } from './answers.ts'
import type { OpenEngine } from './open.ts'
import type {
  Checked, Completion, Contract, Export, Form, FormChange, Hover, Import, Mended, Options, PasswordTrial, Summary, TextImport,
} from './types.ts'
import type { Engine } from './verbs.ts'

/** The typed surface over a program. */
export function engineOver({ ask, readers }: OpenEngine): Engine {
  function answer(verb: string, text: unknown, options: unknown, argument?: unknown): unknown {
    return readAnswer(verb, ask(verb, text, options, argument))
  }

  async function importText(text: string, options?: Options): Promise<TextImport> {
    const reader = answer('readerFor', text, options) as string
    return answer('importText', text, options, reader ? await readers.read(text, options) : undefined) as TextImport
  }

  async function check(text: string, options?: Options): Promise<Checked> {
    const reader = answer('readerFor', text, options) as string
    return readEvaluation(ask('check', text, options, reader ? await readers.read(text, options) : undefined).split('\n')) as Checked
  }

  return {
    check,
    evaluate: (text, options) => readEvaluation(ask('evaluate', text, options).split('\n')),
    fixAll: (text, options) => answer('fixAll', text, options) as Mended,
    importDescription: (text, options) => answer('importDescription', text, options) as Import,
    importText,
    complete: (text, offset, options) => answer('complete', text, options, offset) as Completion[],
    hover: (text, offset, options) => answer('hover', text, options, offset) as Hover | null,
    form: (text, options) => answer('form', text, options) as Form,
    editForm: (text, edit, options) => answer('editForm', text, options, edit) as FormChange,
    summarise: (text, options) => answer('summarise', text, options) as Summary,
    tryPassword: (text, password, options) => answer('tryPassword', text, options, password) as PasswordTrial,
    exportAs: (target, text, options) => answer('exportAs', text, options, target) as Export,
    contract: (options) => answer('contract', '', options) as Contract,
  }
}
