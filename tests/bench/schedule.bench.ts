import { Bench } from 'tinybench'
import { forecast } from '#app/schedule/forecast.ts'
import { schedule } from '#app/schedule/schedule.ts'
import { bareForward, bareOrder, barePasses } from './bare-passes.ts'
import { bareGraph, randomPlan } from './schedule-graphs.ts'

/** What the schedule engine may cost, as ratios within one run; ends with an error when it costs more. */
const small = randomPlan(1_000)
const large = randomPlan(10_000)
const bare = bareGraph(large)
const medium = randomPlan(200)
const planned = schedule(medium)
const goals = (planned.ok ? planned.answer.criticalPath.slice(-1) : []).map((task) => ({ task }))
const bareMedium = bareGraph(medium)
const mediumOrder = bareOrder(bareMedium)
const mediumFinish = new Int32Array(200)
const result = schedule(large)
if (!result.ok) throw new Error(JSON.stringify(result.faults.slice(0, 3)))

const bench = new Bench({ name: 'schedule', time: 2_000, warmupTime: 500 })
bench
  .add('bare passes, 10,000 tasks', () => void barePasses(bare))
  .add('engine, 1,000 tasks', () => void schedule(small))
  .add('engine, 10,000 tasks', () => void schedule(large))
  .add('10,000 bare forward passes, 200 tasks', () => {
    for (let run = 0; run < 10_000; run++) bareForward(bareMedium, mediumOrder, mediumFinish)
  })
  .add('forecast of 10,000 runs, 200 tasks', () => void forecast({ plan: medium, goals }))
await bench.run()

function median(name: string): number {
  const latency = bench.getTask(name)?.result
  if (latency?.state !== 'completed') throw new Error(`${name} did not finish`)
  return latency.latency.p50
}

const ratios = [
  {
    what: 'engine at 10,000 tasks, against the bare passes',
    value: median('engine, 10,000 tasks') / median('bare passes, 10,000 tasks'),
    most: 12,
  },
  {
    what: 'time per task at 10,000 tasks, against 1,000',
    value: median('engine, 10,000 tasks') / 10 / median('engine, 1,000 tasks'),
    most: 1.5,
  },
  {
    what: 'forecast, against as many bare forward passes',
    value: median('forecast of 10,000 runs, 200 tasks') / median('10,000 bare forward passes, 200 tasks'),
    most: 20,
  },
]
const links = large.tasks.reduce((sum, task) => sum + (task.dependsOn?.length ?? 0), 0)
process.stdout.write(`${links} dependencies; milliseconds (median):\n`)
for (const task of bench.tasks) process.stdout.write(`  ${task.name}: ${median(task.name).toFixed(3)}\n`)
for (const { what, value, most } of ratios) {
  process.stdout.write(`${value <= most ? 'ok  ' : 'OVER'} ${what}: ${value.toFixed(2)} (at most ${most})\n`)
  if (value > most) process.exitCode = 1
}
