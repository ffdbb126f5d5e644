import { Bench } from 'tinybench'
import { makeComputations } from '#app/server/make-computations.server.ts'
import type { CardPicture } from '#app/value/announce/card-view.ts'
import { drawCard } from '#app/value/announce/draw-card.server.ts'

/** A victory card drawn as the app draws it: beside the event loop, never from memory. Ends with an error when the median is over. */
const mostMilliseconds = 300

const short: CardPicture = {
  customer: { name: 'Halden Foods', people: ['Priya Raman', 'Tom Weiss', 'Eva Holm'] },
  vendor: { name: 'Brightline', people: ['Sam Ortiz', 'Noor Haddad'] },
  headline: 'We closed the books in one day.',
  measure: 'time to close a month',
  before: '30 days',
  after: '1 day',
  saved: 'Down by 29 days (97%)',
  on: '17 June 2026',
  colours: { ground: '#1f4e46', on: '#ffffff' },
  logo: null,
}

const cards: Record<string, CardPicture> = {
  short,
  'as long as it may be': { ...short, headline: 'The books of all eleven subsidiaries, '.repeat(5).trim() },
  Arabic: { ...short, headline: 'أغلقنا الدفاتر في يوم واحد بدلا من 30 يوما' },
  Japanese: { ...short, headline: '私たちは一日で決算を締めました' },
}

const computations = makeComputations()
try {
  const bench = new Bench({ time: 0, iterations: 15, warmupTime: 0, warmupIterations: 2 })
  for (const [name, card] of Object.entries(cards))
    bench.add(name, async () => {
      await computations.run('people', drawCard, card)
    })
  await bench.run()
  for (const { name, result } of bench.tasks) {
    const median = 'latency' in result ? result.latency.p50 : Infinity
    process.stdout.write(`${name.padEnd(22)} ${median.toFixed(0)} ms at the median\n`)
    if (median > mostMilliseconds) process.exitCode = 1
  }
} finally {
  await computations.close()
}
