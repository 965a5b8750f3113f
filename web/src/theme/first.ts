// Runs before the first paint, so that a chosen theme never flashes the other one. Kept to itself: it blocks the page.
try {
  const chosen = localStorage.getItem('upp.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['theme'] = chosen
} catch {
  // Storage is refused in some frames and private windows; the system's theme is then right.
}
