import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { typedIn } from './typed-in.ts'
import { typedLabels } from './typed-in-words.ts'

test('what someone typed is told from what the form carries and from what was chosen', () => {
  expect(
    typedIn({
      idempotencyKey: 'key',
      intent: 'edit-terms',
      'seen.ifMissed': 'before',
      taskId: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
      termsVersion: '3',
      owner: 'member:6f9619ff-8b86-4011-b42d-00c04fc964ff',
      kinds: ['logo', 'call'],
      ifMissed: 'Twelve people close by hand.',
      criticalDate: '2026-12-01',
      note: ' ',
      'customerClosed.0.why': 'Plant shutdown',
      'customerWorksWhy.2026-12-25': 'Release week',
      'held.customerClosed.0.to': '2026-12-24',
    }),
  ).toEqual([
    { label: 'If it is missed', text: 'Twelve people close by hand.' },
    { label: 'Critical date', text: '1 December 2026' },
    { label: 'Why', text: 'Plant shutdown' },
    { label: 'Why', text: 'Release week' },
  ])
})

test('names that every object has are fields of no form', () => {
  const names = ['__proto__', 'constructor', 'toString', 'customerClosed.0.__proto__', 'customerClosed.0.constructor']
  expect(typedIn(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([])
})

/** The label of a field, which stands in a words file of the room: `label={winWords.measure}`. */
async function labelIn(tag: string, path: string, source: string): Promise<string | undefined> {
  const [, words, key] = /label=\{(\w+)\.(\w+)\}/.exec(tag) ?? []
  if (!words || !key) return /label="([^"]+)"/.exec(tag)?.[1]
  const from = new RegExp(`import \\{[^}]*\\b${words}\\b[^}]*\\} from '([^']+)'`).exec(source)?.[1] ?? ''
  const file = from.startsWith('#app/') ? from.replace('#', '') : join('app', dirname(path), from)
  const texts = z
    .record(z.string(), z.unknown())
    .parse(((await import(resolve(file))) as Record<string, unknown>)[words])
  return z.string().parse(texts[key])
}

test('every field in which people type is known, with a label that it has on a page', async () => {
  const labels = new Map<string, Set<string>>()
  for (const path of readdirSync('app', { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.tsx') || path.endsWith('.test.tsx')) continue
    const source = readFileSync(`app/${path}`, 'utf8')
    // Forms that only ask for something are sent by their address.
    if (/method="get"/.test(source)) continue
    for (const [, tag = ''] of source.matchAll(/<(?:Text|Number|Date)(?:Field|Area)\s([^<]*?)\/?>/gs)) {
      const name = /name="(\w+)"/.exec(tag)?.[1]
      const label = await labelIn(tag, path, source)
      if (name && name !== 'code') labels.set(name, (labels.get(name) ?? new Set()).add(label ?? ''))
    }
  }
  expect(labels.size).toBeGreaterThan(30)
  for (const [name, known] of labels) {
    expect(Object.keys(typedLabels), name).toContain(name)
    if (!known.has('')) expect([...known], name).toContain(typedLabels[name])
  }
})
