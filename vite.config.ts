import { vitePlugin as remix } from '@remix-run/dev'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { clientChunks } from './client-chunks'
import { clientConstants } from './client-constants'
import options from './remix.config.js'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(options), clientConstants()],
  // app/shell/provide-session-storage.ts stands for it, where a browser refuses its own.
  define: { sessionStorage: 'globalThis.storageOfTab' },
  resolve: {
    alias: [
      // Remix's own loads the document again where a page's script does not come.
      {
        find: /^\.\/routeModules\.js$/,
        replacement: fileURLToPath(new URL('app/shell/load-route-module.ts', import.meta.url)),
      },
    ],
  },
  // Terser makes 3 % less of it than esbuild, which every visitor would load.
  build: isSsrBuild
    ? {}
    : {
        // What a part loaded on demand needs besides itself is mostly there already: no list of it in every file.
        modulePreload: false,
        minify: 'terser',
        // Reading a property does nothing else, in our own script as in the libraries.
        terserOptions: { ecma: 2020, compress: { passes: 3, pure_getters: true } },
        rollupOptions: { output: { manualChunks: clientChunks() } },
      },
}))
