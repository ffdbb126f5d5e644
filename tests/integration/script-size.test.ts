import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'

const client = join(import.meta.dirname, '../../build/client')

const manifestSchema = z.object({
  entry: z.object({ module: z.string(), imports: z.array(z.string()) }),
  routes: z.record(z.string(), z.object({ module: z.string(), imports: z.array(z.string()).default([]) })),
})

/** Everything that a page's script needs before it runs: with no cache, a browser asks for each of these once. */
function scriptsOf(...routes: string[]): string[] {
  const name = readdirSync(join(client, 'assets')).find((file) => file.startsWith('manifest-')) ?? ''
  const text = readFileSync(join(client, 'assets', name), 'utf8')
  const manifest = manifestSchema.parse(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)))
  const parts = [manifest.entry, ...routes.map((route) => manifest.routes[route])]
  return [...new Set(parts.flatMap((part) => (part ? [part.module, ...part.imports] : [])))]
}

test('the plan page takes at most 110 KB of script, compressed, in at most 12 files', () => {
  const scripts = scriptsOf('root', 'plan/page/plan.page')
  const bytes = scripts.map((script) => brotliCompressSync(readFileSync(join(client, script))).byteLength)
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.length).toBeLessThanOrEqual(12)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(110 * 1024)
})
