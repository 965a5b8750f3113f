import type { JSX } from 'preact'

const paths = {
  error: <><circle cx="8" cy="8" r="6.25" /><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" /></>,
  warning: <><path d="M8 2.2 14.4 13.4H1.6z" /><path d="M8 6.4v3.2M8 11.4v.1" /></>,
  note: <><circle cx="8" cy="8" r="6.25" /><path d="M8 7.4v3.6M8 5v.1" /></>,
  check: <path d="M3 8.6l3.2 3.2L13 4.8" />,
  chevron: <path d="M4.5 6.2 8 9.8l3.5-3.6" />,
  up: <path d="M8 12.5v-9M4.2 7.2 8 3.4l3.8 3.8" />,
  down: <path d="M8 3.5v9M4.2 8.8 8 12.6l3.8-3.8" />,
  copy: <><rect x="5.4" y="5.4" width="8" height="8" rx="1.6" /><path d="M10.6 5.2V4a1.4 1.4 0 0 0-1.4-1.4H4A1.4 1.4 0 0 0 2.6 4v5.2A1.4 1.4 0 0 0 4 10.6h1.2" /></>,
  system: <><rect x="2" y="3" width="12" height="8" rx="1.4" /><path d="M5.6 13.4h4.8" /></>,
  light: <><circle cx="8" cy="8" r="2.8" /><path d="M8 1.6v1.3M8 13.1v1.3M1.6 8h1.3M13.1 8h1.3M3.5 3.5l.9.9M11.6 11.6l.9.9M12.5 3.5l-.9.9M4.4 11.6l-.9.9" /></>,
  dark: <path d="M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  fix: <path d="M9.9 2.7a3.4 3.4 0 0 0-3.2 4.6l-4 4a1.4 1.4 0 0 0 2 2l4-4a3.4 3.4 0 0 0 4.4-4.2L11 7.2 9 6.9l-.3-2z" />,
  link: <path d="M6.5 3.5h-3v9h9v-3M9 2.8h4.2V7M13 3 7.4 8.6" />,
  settings: <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M10.2 2.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM5.8 9.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z" />,
  download: <path d="M8 2.5v7.2M4.6 6.8 8 10.1l3.4-3.3M2.8 12.9h10.4" />,
  share: <><circle cx="4" cy="8" r="1.7" /><circle cx="11.8" cy="3.8" r="1.7" /><circle cx="11.8" cy="12.2" r="1.7" /><path d="M5.5 7.2l4.8-2.6M5.5 8.8l4.8 2.6" /></>,
  help: <><circle cx="8" cy="8" r="6.25" /><path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.6v.1" /></>,
  undo: <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.6 2.9 6.5l2.9 2.9" />,
  redo: <path d="M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10.2 3.6l2.9 2.9-2.9 2.9" />,
  add: <path d="M8 3v10M3 8h10" />,
  remove: <path d="M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9" />,
  format: <path d="M2.5 3.5h11M5.5 6.5h8M5.5 9.5h8M2.5 12.5h11" />,
} satisfies Record<string, JSX.Element>

/** The name of an icon. */
export type IconName = keyof typeof paths

/** A drawing beside words, so that it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {paths[name]}
    </svg>
  )
}
