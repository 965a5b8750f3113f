import { Icon } from '../core/ui/icons.tsx'
import { nextTheme, theme } from './theme.ts'

const nextName = { system: 'light', light: 'dark', dark: 'system' } as const

/** Goes to the next theme. */
export function ThemeButton() {
  const now = theme.value
  return (
    <button
      type="button" class="button icon-only" onClick={nextTheme}
      aria-label={`Theme: ${now}. Change to ${nextName[now]}.`} title={`Theme: ${now}`}
    >
      <Icon name={now} />
    </button>
  )
}
