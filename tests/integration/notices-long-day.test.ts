import { expect, test } from 'vitest'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'

test('an email of a day on which very much happened stays readable: a task once, so much news, and how much more', async () => {
  const { parts, plan, workspaceId, within, addressOf } = await makePlanWithSignIn()
  const { planId, contributor } = plan
  const address = await addressOf(contributor.id)
  const times = 45
  for (let at = 0; at < times; at++)
    await within((trx) =>
      writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'task-sent-back',
          facts: {
            ...{ workspace: 'Brightline', account: 'Halden Foods', project: 'Close', name: contributor.name },
            ...{
              task: at < 5 ? 'Sign the form' : `Sign page ${at}`,
              by: 'Sam Ortiz',
              reason: `page ${at} is missing`,
              doBy: '2026-07-01',
            },
          },
          to: { participantId: contributor.id, address },
          planId,
          link: { kind: 'return', planId },
        },
        parts.clock.now(),
      ),
    )
  parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(parts, workspaceId)
  const notice = await within((trx) =>
    trx
      .selectFrom('notice')
      .selectAll()
      .where('kind', '=', 'daily')
      .where('participantId', '=', contributor.id)
      .executeTakeFirstOrThrow(),
  )
  const { notice: facts } = readNotice(notice)
  if (facts?.kind !== 'daily') throw new Error('Another kind.')
  const [{ waiting, news }] = facts.facts.plans
  expect(waiting.filter(({ title }) => title === 'Sign the form')).toHaveLength(1)
  expect(news).toHaveLength(31)
  expect(news.filter((text) => text.includes('“Sign the form”'))).toHaveLength(1)
  expect(news.at(-1)).toBe('And 11 more changes: see Activity on the plan')
})
