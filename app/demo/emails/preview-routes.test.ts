import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ListeningServer, listen } from '#app/server/listen.server.ts'
import { previewRoutes, renderPreviews } from './preview-routes.server.ts'
import { sampleNotices } from './sample-notices.ts'

let listening: ListeningServer
let base: string

beforeAll(async () => {
  listening = await listen(express().use(previewRoutes(await renderPreviews())), { host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${listening.port}`
})
afterAll(() => listening.close(1_000))

const open = async (path: string) => {
  const answer = await fetch(base + path)
  return { status: answer.status, text: await answer.text(), policy: answer.headers.get('content-security-policy') }
}

const paths = Object.entries(sampleNotices).flatMap(([kind, samples]) =>
  Object.keys(samples).map((_, at) => `/${kind}/${at + 1}`),
)

test('the list leads to every sample, each by its subject', async () => {
  const { status, text } = await open('/')
  expect(status).toBe(200)
  const listed = [...text.matchAll(/<a href="([^"]+)"><strong>([^<]+)</g)]
  expect(listed.map(([, path]) => path)).toEqual(paths)
  expect(new Set(listed.map(([, , subject]) => subject)).size).toBeGreaterThan(Object.keys(sampleNotices).length)
})

test('a sample is shown at two widths, in both schemes and as plain text', async () => {
  const page = await open('/invitation/1')
  for (const frame of ['w600', 'w360']) {
    expect(page.text).toContain(`class="${frame}" title`)
    expect(page.text).toContain(`src="/invitation/1/html?scheme=dark"`)
  }
  expect(page.text).toContain('https://plans.example/l/sample')
  const [light, dark] = [await open('/invitation/1/html'), await open('/invitation/1/html?scheme=dark')]
  expect(light.text).toContain('@media not all')
  expect(dark.text).toContain('@media all')
  expect(dark.policy).toContain('sandbox')
  expect((await open('/sign-in-code/1')).text).toContain('204 981')
})

test('no sample leaves a place empty', async () => {
  for (const path of paths) {
    const { status, text } = await open(path)
    expect(status, path).toBe(200)
    expect(text, path).not.toMatch(/undefined|null|NaN|Invalid|\[object/)
  }
})

test('what is not in the catalogue is not found', async () => {
  for (const path of ['/invitation/9', '/nothing/1', '/invitation/1/nothing'])
    expect((await open(path)).status).toBe(404)
})

test('every email has one button at most, and says what happens if its reader does nothing', async () => {
  for (const path of paths) {
    const { text } = await open(`${path}/html?scheme=light`)
    expect(text.match(/class="main"/g)?.length ?? 0, path).toBeLessThanOrEqual(1)
    expect(text.replace(/<!-- -->/g, ''), path).toMatch(
      /If you do nothing, |You do not need to do anything\.|you do not need to/,
    )
  }
})

/** What a reader can do is said to them, or asked of them. */
const isToDo = /^(?:You can|You do not need|You lead|Please|Open|Sign in|Enter|Stop using|Nothing )/

test('the first line of every email is what its reader can do', async () => {
  for (const path of paths) {
    const { text } = await open(`${path}/html?scheme=light`)
    const [, first = ''] = /data-skip-in-text="true"[^>]*>([^<]*)/.exec(text) ?? []
    expect(first, path).toMatch(isToDo)
  }
})
