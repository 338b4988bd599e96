import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * react-aria carries its own strings in 34 languages (about 60 kB gzipped); the page speaks two.
 * The others become empty modules; its look-up falls back to English.
 */
function onlyOurLanguages(): Plugin {
  return {
    name: 'only-our-languages',
    enforce: 'pre',
    load(id) {
      const m = /react-(?:aria|stately|aria-components)\/.*\/intl\/.*?([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)
      if (m && m[1] !== 'ar-AE' && m[1] !== 'en-US') return 'export default {}'
      return undefined
    },
  }
}

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [onlyOurLanguages(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // light-dark() and logical properties as written; older browsers are told so by the page.
    target: ['chrome123', 'firefox125', 'safari17.5'],
    // A data: URL for a font or picture would need a wider content security policy.
    assetsInlineLimit: 0,
    // The module preload polyfill is an inline-like helper that no target browser needs.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5178, strictPort: true, proxy: { '/api': 'http://127.0.0.1:4600' } },
})
