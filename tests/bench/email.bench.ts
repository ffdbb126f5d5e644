import { Bench } from 'tinybench'
import { sampleNotices } from '#app/demo/emails/sample-notices.ts'
import { renderNotice } from '#app/notices/render-notice.ts'
import { type SentNotice, hasEmail } from '#app/outbox/when-told.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'

/** Every email as the worker renders it, HTML and text, from its sample with the most to say. Ends with an error when one takes longer at the median. */
const mostMilliseconds = 20

const links = { own: { url: 'https://plans.example/l/sample' }, plans: new Map() }

const longest = (kind: string, samples: Record<string, unknown>): SentNotice => {
  const stored = Object.values(samples).map((facts) => ({ kind, facts }))
  const [most] = stored.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
  const { notice, fault } = readNotice(most ?? { kind, facts: null })
  if (!notice || !hasEmail(notice)) throw new Error(`No email comes of the sample of ${kind}: ${fault ?? ''}`)
  return notice
}

const bench = new Bench({ time: 0, iterations: 100, warmupTime: 0, warmupIterations: 20 })
for (const [kind, samples] of Object.entries(sampleNotices)) {
  const notice = longest(kind, samples)
  bench.add(kind, async () => {
    await renderNotice(notice, { links, sentOn: '2026-06-17' })
  })
}
await bench.run()
const medians = bench.tasks.map(({ name, result }) => ({
  name,
  ms: 'latency' in result ? result.latency.p50 : Infinity,
}))
medians.sort((a, b) => b.ms - a.ms)
for (const { name, ms } of medians) process.stdout.write(`${name.padEnd(22)} ${ms.toFixed(1)} ms at the median\n`)
if (medians.some(({ ms }) => ms > mostMilliseconds)) process.exitCode = 1
