import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { chooseChannelTopics } from '#app/notices/channels/choose-channel-topics.server.ts'
import { connectChannel } from '#app/notices/channels/connect-channel.server.ts'
import { disconnectChannel } from '#app/notices/channels/disconnect-channel.server.ts'
import { listChannels } from '#app/notices/channels/channel-queries.server.ts'
import { sendChatPost } from '#app/notices/channels/send-chat-post.server.ts'
import { tellLatePlans } from '#app/notices/channels/tell-late-plans.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { getWinForForm } from '#app/value/win/win-queries.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { day } from '#app/kit/durations.ts'
import { forgetOld } from '#app/jobs/forget-old.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import type { ChatTopic } from '#app/outbox/chat-topics.ts'
import { refreshAllSummaries } from '#tests/factories/refresh-all-summaries.ts'
import { refusalOf } from '#tests/factories/plan-setting.ts'
import { erasing } from '#tests/factories/erasing.ts'

const closers: (() => void)[] = []
afterAll(() => {
  for (const close of closers.splice(0)) close()
})

/** A program with incoming webhooks on the loopback, which keeps what is posted. */
async function startChat() {
  const posts: { path: string; type: string | undefined; body: unknown }[] = []
  let status = 200
  let isLost = false
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      posts.push({ path: req.url ?? '', type: req.headers['content-type'], body })
      if (isLost) req.socket.destroy()
      else res.writeHead(status).end('ok')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return {
    posts,
    url: (path: string) => `http://127.0.0.1:${address.port}${path}`,
    answer: (with_: number) => (status = with_),
    /** It takes posts, and no answer of it arrives. */
    loseAnswers: () => (isLost = true),
  }
}

async function stage() {
  const it = await erasing()
  const chat = await startChat()
  const parts = { ...it.parts, environment: { ...it.parts.environment, outgoingAllow: ['127.0.0.1'] } }
  const { workspaceId, plan } = it
  const order = (actor = it.admin) => ({ actor, scopeId: workspaceId })
  const connect = (kind: 'slack' | 'teams', topics: ChatTopic[], path = `/${kind}`) =>
    runCommand(parts, connectChannel, {
      ...order(),
      input: { kind, name: `#${kind}`, webhookAddress: chat.url(path), topics },
    }).then(({ result }) => (result as { channelId: string }).channelId)
  const ask = () =>
    runCommand(parts, askQuestion, {
      ...it.order(plan.champion),
      input: { about: '', body: 'Who trains us?', askerId: '', askerName: '' },
    })
  const waiting = () => it.within((trx) => trx.selectFrom('chatPost').select(['id', 'topic', 'state']).execute())
  const sendAllPosts = async () => {
    for (const { id, state } of await waiting()) if (state === 'waiting') await sendChatPost(parts, workspaceId, id)
  }
  return { ...it, parts, chat, order, connect, ask, waiting, sendAllPosts }
}

test('a question is posted to the channels that want to know of it, as each program takes it', async () => {
  const it = await stage()
  await it.connect('slack', ['question', 'won'])
  await it.connect('teams', ['question'])
  await it.connect('slack', ['won'], '/wins')
  await it.ask()
  await it.sendAllPosts()
  expect(it.chat.posts.map(({ path }) => path).sort()).toEqual(['/slack', '/teams'])
  const link = `http://localhost:3000/plans/${it.plan.planId}`
  const text = 'Halden Foods is waiting for an answer to a question: Faster month-end close'
  const [slack, teams] = ['/slack', '/teams'].map((path) => it.chat.posts.find((post) => post.path === path))
  expect(slack).toMatchObject({ type: 'application/json', body: { text } })
  expect(JSON.stringify(slack?.body)).toContain(`<${link}|Open the plan>`)
  expect(teams?.body).toMatchObject({
    type: 'message',
    attachments: [{ content: { type: 'AdaptiveCard', actions: [{ url: link }] } }],
  })
  await it.sendAllPosts()
  expect(it.chat.posts, 'once').toHaveLength(2)
})

test('what was rolled back is not posted, and the address is kept sealed', async () => {
  const it = await stage()
  await it.connect('slack', ['question'], '/secret-part')
  const empty = runCommand(it.parts, askQuestion, {
    actor: it.plan.champion,
    scopeId: it.plan.planId,
    input: { about: '', body: '' },
  })
  await expect(empty).rejects.toMatchObject({ status: 422 })
  expect(await it.waiting()).toEqual([])
  expect(await it.holds(['secret-part'])).toEqual([])
})

test('a channel that refuses posts is shown with the reason; one that is down is tried again', async () => {
  const it = await stage()
  await it.connect('slack', ['question'])
  await it.ask()
  it.chat.answer(503)
  await expect(it.sendAllPosts()).rejects.toThrow('503')
  expect(await it.waiting()).toMatchObject([{ state: 'waiting' }])
  expect(await listChannels(it.parts, it.workspaceId)).toMatchObject([
    { failure: expect.stringContaining('We try again') as string },
  ])
  it.chat.answer(410)
  await it.sendAllPosts()
  expect(await it.waiting()).toMatchObject([{ state: 'failed' }])
  expect(await listChannels(it.parts, it.workspaceId)).toMatchObject([
    { failure: expect.stringContaining('410') as string },
  ])
  it.chat.answer(200)
  await it.ask()
  await it.sendAllPosts()
  expect(await listChannels(it.parts, it.workspaceId)).toMatchObject([{ failure: null }])
})

test('posts are kept as long as emails', async () => {
  const it = await stage()
  await it.connect('slack', ['question'])
  await it.ask()
  await it.ask()
  const [old] = await it.waiting()
  const createdAt = new Date(it.parts.clock.now().getTime() - 181 * day)
  await it.within((trx) =>
    trx
      .updateTable('chatPost')
      .set({ createdAt })
      .where('workspaceId', '=', it.workspaceId)
      .where('id', '=', old?.id ?? '')
      .execute(),
  )
  await forgetOld(it.parts, it.workspaceId)
  expect((await it.waiting()).map(({ id }) => id)).not.toContain(old?.id)
  expect(await it.waiting()).toHaveLength(1)
})

test('a post whose answer was lost is not posted again, nor is one that two jobs have', async () => {
  const it = await stage()
  await it.connect('slack', ['question'])
  await it.ask()
  await Promise.all([it.sendAllPosts(), it.sendAllPosts()])
  expect(it.chat.posts).toHaveLength(1)
  it.chat.loseAnswers()
  await it.ask()
  await it.sendAllPosts()
  await it.sendAllPosts()
  expect(it.chat.posts).toHaveLength(2)
})

test('a channel that cannot be connected to is tried again', async () => {
  const it = await stage()
  await it.connect('slack', ['question'])
  await it.ask()
  for (const close of closers.splice(0)) close()
  await expect(it.sendAllPosts()).rejects.toThrow()
  expect(await it.waiting()).toMatchObject([{ state: 'waiting' }])
})

test('a confirmed win is posted as won and as ready to be asked for a reference, to the channels that want each', async () => {
  const it = await stage()
  await it.connect('slack', ['won'], '/wins')
  await it.connect('teams', ['reference-ready'], '/marketing')
  const { champion: actor, planId: scopeId } = it.plan
  await runCommand(it.parts, confirmFirstWin, { actor, scopeId, input: { winVersion: 1, measuredValue: '1' } })
  await it.sendAllPosts()
  const said = Object.fromEntries(it.chat.posts.map(({ path, body }) => [path, JSON.stringify(body)]))
  expect(Object.keys(said).sort()).toEqual(['/marketing', '/wins'])
  expect(said['/wins']).toContain('Halden Foods confirmed the first win: Faster month-end close')
  expect(said['/marketing']).toContain('Halden Foods is ready to be asked for a reference: Faster month-end close')
})

test('once a win is withdrawn, what waits is not posted, and a channel that got a post gets another', async () => {
  const it = await stage()
  await it.connect('slack', ['won'], '/wins')
  await it.connect('teams', ['reference-ready'], '/marketing')
  const { champion: actor, planId: scopeId } = it.plan
  const viewer = { actor, standings: new Set(['champion'] as const) }
  expect((await getWinForForm(it.parts, viewer, scopeId)).audience?.channels).toEqual(['#slack', '#teams'])
  await runCommand(it.parts, confirmFirstWin, { actor, scopeId, input: { winVersion: 1, measuredValue: '1' } })
  const won = (await it.waiting()).find(({ topic }) => topic === 'won')
  await sendChatPost(it.parts, it.workspaceId, won?.id ?? '')
  await runCommand(it.parts, withdrawFirstWin, { actor, scopeId, input: { reason: 'The figures were wrong.' } })
  await it.sendAllPosts()
  expect(it.chat.posts.map(({ path }) => path)).toEqual(['/wins', '/wins'])
  expect(JSON.stringify(it.chat.posts[1]?.body)).toContain('withdrew the confirmation of its first win')
})

test('a post about a win that was on its way when the win was withdrawn is not posted later', async () => {
  const it = await stage()
  await it.connect('slack', ['won'], '/wins')
  const { champion: actor, planId: scopeId } = it.plan
  await runCommand(it.parts, confirmFirstWin, { actor, scopeId, input: { winVersion: 1, measuredValue: '1' } })
  const [won] = await it.waiting()
  const set = (state: string) =>
    it.within((trx) =>
      trx
        .updateTable('chatPost')
        .set({ state })
        .where('id', '=', won?.id ?? '')
        .execute(),
    )
  // It is asked, its answer is not there yet, and says in the end that it was not taken.
  await set('sent')
  await runCommand(it.parts, withdrawFirstWin, { actor, scopeId, input: { reason: 'The figures were wrong.' } })
  await set('waiting')
  await it.sendAllPosts()
  const said = it.chat.posts.map(({ body }) => JSON.stringify(body))
  expect(said).toEqual([expect.stringContaining('withdrew the confirmation of its first win')])
})

test.each([
  ['http://hooks.example/T1', 'https://'],
  ['https://10.0.0.7/T1', 'public internet'],
  ['https://[::1]/T1', 'public internet'],
  ['https://169.254.169.254/latest', 'public internet'],
  ['https://admin:secret@hooks.example/T1', 'user name or password'],
  ['ftp://hooks.example/T1', 'https://'],
  ['hooks.example/T1', 'https://'],
  ['https://', 'https://'],
  ['', ''],
])('a channel at %j is not connected, and the form says why', async (webhookAddress, why) => {
  const it = await stage()
  const input = { kind: 'slack', name: '#wins', webhookAddress, topics: ['won'] }
  const { status, faults } = await refusalOf(runCommand(it.parts, connectChannel, { ...it.order(), input }))
  expect({ status, faults }).toMatchObject({ status: 422, faults: [{ field: 'webhookAddress' }] })
  expect(faults[0]?.message).toContain(why)
  expect(await listChannels(it.parts, it.workspaceId)).toEqual([])
})

test('a channel whose address is not public any longer is not asked, and shown with the reason', async () => {
  const it = await stage()
  await it.connect('slack', ['question'])
  await it.ask()
  const [post] = await it.waiting()
  const closed = { ...it.parts, environment: { ...it.parts.environment, outgoingAllow: [] } }
  await sendChatPost(closed, it.workspaceId, post?.id ?? '')
  expect(it.chat.posts).toEqual([])
  expect(await it.waiting()).toMatchObject([{ state: 'failed' }])
  expect(await listChannels(it.parts, it.workspaceId)).toMatchObject([
    { failure: expect.stringContaining('https://') as string },
  ])
})

test('admins choose topics again, and a channel that is disconnected gets nothing more', async () => {
  const it = await stage()
  const channelId = await it.connect('slack', ['won'])
  await it.ask()
  expect(await it.waiting()).toEqual([])
  await runCommand(it.parts, chooseChannelTopics, { ...it.order(), input: { channelId, topics: ['question'] } })
  await it.ask()
  expect(await it.waiting()).toMatchObject([{ topic: 'question' }])
  const none = runCommand(it.parts, chooseChannelTopics, { ...it.order(), input: { channelId, topics: [] } })
  await expect(none).rejects.toMatchObject({ status: 422 })
  const byLead = runCommand(it.parts, disconnectChannel, { ...it.order(it.plan.lead), input: { channelId } })
  await expect(byLead).rejects.toMatchObject({ status: 403 })
  await runCommand(it.parts, disconnectChannel, { ...it.order(), input: { channelId } })
  await it.sendAllPosts()
  expect(it.chat.posts).toEqual([])
  expect(await listChannels(it.parts, it.workspaceId)).toEqual([])
})

test('a plan that is late is told once a week while it is', async () => {
  const it = await stage()
  await it.connect('slack', ['late'])
  await it.within((trx) =>
    trx
      .updateTable('plan')
      .set({ criticalDate: '2026-06-18', state: 'agreed' })
      .where('id', '=', it.plan.planId)
      .execute(),
  )
  const look = async (on: string) => {
    it.parts.clock.set(`${on}T08:00:00Z`)
    await refreshAllSummaries(it.parts, it.workspaceId)
    await tellLatePlans(it.parts, it.workspaceId)
    return (await it.waiting()).length
  }
  expect(await look('2026-06-17')).toBe(1)
  expect(await look('2026-06-18')).toBe(1)
  expect(await look('2026-06-25')).toBe(2)
  await it.sendAllPosts()
  expect(it.chat.posts[0]?.body).toMatchObject({ text: 'The plan with Halden Foods is late: Faster month-end close' })
})
