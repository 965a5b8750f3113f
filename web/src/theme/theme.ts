// Light or dark, as chosen or as the machine has it. What must be known before the first paint is in first.ts.

import { effect, signal } from '@preact/signals'
import { keep, recall } from '../core/storage.ts'

/** The themes a person can choose; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark'

function kept(): Theme {
  const name = recall('theme')
  return name === 'light' || name === 'dark' ? name : 'system'
}

/** The chosen theme. */
export const theme = signal<Theme>(kept())

effect(() => {
  const root = document.documentElement
  if (theme.value === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme.value
  keep('theme', theme.value === 'system' ? null : theme.value)
})

/** Sets a theme by its name; another text is no theme. */
export function setTheme(name: unknown): void {
  if (name === 'system' || name === 'light' || name === 'dark') theme.value = name
}

/** Goes to the next theme: system, light, dark. */
export function nextTheme(): void {
  theme.value = theme.value === 'system' ? 'light' : theme.value === 'light' ? 'dark' : 'system'
}
