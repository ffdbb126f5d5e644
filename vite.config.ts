import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

export default defineConfig({
  plugins: [remix(options)],
  // app/shell/session-storage.ts stands for it, where a browser refuses its own.
  define: { sessionStorage: 'globalThis.storageOfTab' },
})
