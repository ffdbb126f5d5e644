import { type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** Connections of a pool, which pages and emails share. */
const connections = 10

/** A mail service that takes requests, and answers none until it is let go. */
async function startHangingService() {
  const held: ServerResponse[] = []
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => void held.push(response))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return { held, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('while the mail service hangs, the emails on their way keep no connection from the pages', async () => {
  const { db, appUrl } = await testDatabase()
  const { held, baseUrl } = await startHangingService()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, resendBaseUrl: baseUrl } }
  const { workspaceId, lead } = await makePlan(db)
  const emails = connections + 2
  const ids = await inWorkspace(db, workspaceId, async (trx) => {
    for (let n = 0; n < emails; n++)
      await writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'security-notice',
          facts: { workspace: 'Brightline', name: `Person ${n}`, title: 'A new device', happened: 'You signed in.' },
          to: { memberId: lead.id, address: `person.${n}@brightline.example` },
          planId: null,
          link: { path: '/' },
        },
        parts.clock.now(),
      )
    return trx.selectFrom('notice').select('id').execute()
  })
  const sending = ids.map(({ id }) => sendNotice(parts, workspaceId, id))
  await expect.poll(() => held.length).toBe(emails)
  const reading = Array.from({ length: connections }, () =>
    inWorkspace(db, workspaceId, (trx) => trx.selectFrom('workspace').select('name').executeTakeFirstOrThrow()),
  )
  expect(await Promise.all(reading)).toHaveLength(connections)
  for (const [n, response] of held.entries())
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `email-${n}` }))
  await Promise.all(sending)
  const states = await inWorkspace(db, workspaceId, (trx) => trx.selectFrom('notice').select('state').execute())
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['sent']))
})
