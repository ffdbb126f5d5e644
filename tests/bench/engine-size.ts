import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, transformWithEsbuild } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** The parts of the engine that the plan page runs in the browser, with what a what-if loads. */
const entries = ['page/plan-page.tsx', 'what-if/what-if-plan.tsx'].map((file) => resolve(root, 'app/plan', file))

/** Bytes, gzipped, that `app/schedule` adds to the plan page: its code as the build keeps it, minified alone. */
export async function engineSize(): Promise<{ bytes: number; modules: string[] }> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rollupOptions: {
        input: entries,
        preserveEntrySignatures: 'strict',
        external: (id) => /^(react|react-dom|@remix-run|@react-router)(\/|$)/.test(id),
        output: { format: 'es' },
      },
    },
  })
  const outputs = [result].flat().flatMap((it) => ('output' in it ? it.output : []))
  const parts = outputs.flatMap((it) =>
    it.type === 'chunk'
      ? Object.entries(it.modules).flatMap(([id, { code }]) =>
          id.includes('/app/schedule/') && code ? [{ id, code }] : [],
        )
      : [],
  )
  const { code } = await transformWithEsbuild(parts.map((part) => part.code).join('\n'), 'engine.js', {
    minify: true,
    format: 'esm',
  })
  return {
    bytes: gzipSync(code, { level: 9 }).byteLength,
    modules: parts.map(({ id }) => id.slice(id.lastIndexOf('/') + 1)).sort(),
  }
}
