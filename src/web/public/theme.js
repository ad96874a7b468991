// Runs before the first paint, so that a night desk never sees a white flash. The key is `themeKey` in frame/theme.ts.
try {
  const theme = localStorage.getItem('front-counter.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be shut off; then the system's choice stands.
}

// Our content policy forbids eval. Zod tries it once, when its first schema is made, unless it is told before any module runs.
globalThis.__zod_globalConfig = { jitless: true }
