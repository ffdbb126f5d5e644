import { randomBytes } from 'node:crypto'
import type { Database } from '#db/connection.ts'
import { newId } from '#app/kit/ids.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { finder } from './canary.ts'
import type { Asker, Cast } from './cast.ts'
import { type Answer, type Form, ask, formBody, inParallel, listen } from './client.ts'
import { type Place, paramsOf, queryOf } from './places.ts'
import { fill, isPage, urls } from './urls.ts'
import { ofThisTurn, triesEveryCombination } from './which-combinations.ts'

type Watched = { app: RunningApp; ownerDb: Database; cast: Cast; side: 'vendor' | 'customer' }

export type OtherSide = ReturnType<typeof watchOtherSide>

/**
 * Reads everything that one side's people can get while the other side has private tasks, and records what they should not see. Someone
 * not yet accepted by the champion counts as the other side of both.
 */
export function watchOtherSide({ app, ownerDb, cast, side }: Watched) {
  const mark = `qk${randomBytes(6).toString('hex')}`
  const leaks: string[] = []
  /** The stored ids of what is hidden. */
  const hiddenIds = new Set<string>()
  /** Agreed dates of hidden tasks that appear nowhere else. */
  const hiddenDays = new Set<string>()
  /** Dates in what was read, to find one that appears nowhere. */
  const seenDays = new Set<string>()
  let read = 0
  /** How often everything was read: another half of it each time. */
  let time = 0

  const named = (name: string): Asker => {
    const asker = cast.askers.find((it) => it.name === name)
    if (!asker) throw new Error(`There is no ${name} in tests/reach/cast.ts.`)
    return asker
  }
  const hider = named(side === 'vendor' ? 'lead' : 'champion')
  const readers = (
    side === 'vendor'
      ? ['champion', 'contributor', 'viewer', 'confirmer', 'waiting contributor', 'waiting viewer']
      : ['lead', 'admin', 'waiting contributor', 'waiting viewer', 'marketing', 'program with a key']
  ).map(named)

  /**
   * Who of the other side gives a command where: the first, who may give nearly all, at each place; of two others one, at one place.
   * @param turn a running number
   */
  function sendersAt(places: readonly Place[], turn: number): (readonly [Asker, Place])[] {
    const [first, ...others] = readers.slice(0, 3).map((reader) => places.map((place) => [reader, place] as const))
    return [
      ...(first ?? []),
      ...others.flat().filter((_, at, all) => triesEveryCombination || at === turn % all.length),
    ]
  }

  /** Checks what the other side received. Ids that it sent itself are allowed. */
  function received(what: string, bytes: Buffer, sent = '') {
    read++
    for (const [day] of bytes.toString('latin1').matchAll(/\d{4}-\d{2}-\d{2}/g)) seenDays.add(day)
    const found = finder([mark, ...hiddenDays, ...[...hiddenIds].filter((id) => !sent.includes(id))])(bytes)
    if (!found) return
    const text = bytes.toString('latin1')
    const at = text.indexOf(found)
    const around = at < 0 ? 'packed' : text.slice(Math.max(0, at - 100), at + 100)
    leaks.push(`${what}: ${around.replace(/\s+/g, ' ')}`)
  }

  /** Posts as someone; answers to the other side are checked. @throws Error for an answer of 500 or more */
  async function post(asker: Asker, path: string, form: Form): Promise<Answer> {
    const answer = await ask(new URL(path, app.baseUrl), {
      method: 'POST',
      headers: asker.headers,
      body: formBody({ idempotencyKey: newId(), ...form }),
    })
    const what = `${asker.name} posts ${String(form['intent'])} to ${path}`
    if (answer.status >= 500) throw new Error(`${what}: ${answer.status}`)
    if (asker !== hider) received(what, bytesOf(answer), path + JSON.stringify(form))
    return answer
  }

  /** What that side writes for itself: on a shared task, on the plan, and as a reply to the other side; and a link on a private task. */
  async function writeInternally(ownTaskId: string) {
    const { planId, taskIds, commentId } = cast.home
    const places = [
      { path: `/plans/${planId}/tasks/${taskIds['legal']}/view`, threadId: '' },
      { path: `/plans/${planId}/conversation`, threadId: '' },
      { path: `/plans/${planId}/conversation`, threadId: commentId },
    ]
    for (const { path, threadId } of places) {
      const form = { intent: 'add-comment', audience: 'own', threadId, body: `${mark} comment` }
      const { status } = await post(hider, path, form)
      if (status !== 303) throw new Error(`An internal comment was answered ${status}`)
      const { body } = await ask(new URL(path, app.baseUrl), { headers: hider.headers })
      if (!finder([`${mark} comment`])(body)) throw new Error('Its own side does not read an internal comment')
    }
    const link = { intent: 'add-link', url: 'https://brightline.example/own', linkTitle: `${mark} link` }
    const onTask = `/plans/${planId}/tasks/${ownTaskId}/view`
    const { status } = await post(hider, onTask, link)
    if (status !== 303) throw new Error(`A link on a private task was answered ${status}`)
    const added = ownerDb.selectFrom('attachment').select('id').where('visibleTo', '=', side)
    for (const { id } of await added.execute()) hiddenIds.add(id)
    if (side === 'vendor') await noteOnCapability(ownTaskId)
    if (side === 'vendor') await noteOnHandoff()
    const written = ownerDb.selectFrom('comment').select('id').where('visibleTo', '=', side)
    for (const { id } of await written.execute()) hiddenIds.add(id)
  }

  /** What the vendor alone reads of something it sold: a note, and a private task that delivers it. */
  async function noteOnCapability(ownTaskId: string) {
    const { planId, capabilityId } = cast.home
    const path = `/plans/${planId}/sold/${capabilityId}`
    const form = { intent: 'promise-capability', internalNote: `${mark} note`, tasks: [ownTaskId] }
    const { status } = await post(hider, path, form)
    if (status !== 303) throw new Error(`An internal note was answered ${status}`)
    const { body } = await ask(new URL(path, app.baseUrl), { headers: hider.headers })
    if (!finder([`${mark} note`])(body)) throw new Error('Its own side does not read an internal note')
  }

  /** What the lead tells the member who is to take over. */
  async function noteOnHandoff() {
    const { planId, teamId } = cast.home
    const path = `/plans/${planId}/handoff`
    const form = { intent: 'offer-handoff', receiverId: teamId, note: `${mark} note`, withTasks: 'yes' }
    const { status } = await post(hider, path, form)
    if (status !== 303) throw new Error(`A handoff was answered ${status}`)
    const { body } = await ask(new URL(path, app.baseUrl), { headers: hider.headers })
    if (!finder([`${mark} note`])(body)) throw new Error('Its own side does not read the note of a handoff')
  }

  /**
   * Every URL of every shared task, point and hidden id, as each of the other side.
   * @param as a page, the bare data that scripts get, or both; a page holds all of its data as well, so that in turn a person reads
   * one of the two, and half of either where only one is read
   */
  async function readEverything(as: 'pages' | 'data' | 'both' = 'both') {
    const shared = await ownerDb
      .selectFrom('task')
      .select('id')
      .where('planId', '=', cast.home.planId)
      .where('privateTo', 'is', null)
      .orderBy('title')
      .execute()
    const agreed = await ownerDb
      .selectFrom('baseline')
      .select('number')
      .where('planId', '=', cast.home.planId)
      .execute()
    const choices: Record<string, readonly string[]> = {
      number: agreed.map(({ number }) => String(number)),
      taskId: [...shared.map(({ id }) => id), ...hiddenIds, 'own-1'],
      milestoneId: cast.home.milestoneIds,
    }
    const pathsOf = (url: string, personId: string | null, shift: number) => {
      const params = paramsOf(cast.home, personId)
      const [name, ids] = Object.entries(choices).find(([it]) => url.includes(`:${it}`)) ?? ['', ['']]
      return ids.flatMap((id) => {
        const path = fill(url, name ? { ...params, [name]: id } : params)
        const ways = isPage(url)
          ? { pages: [path], data: [`${path}.data`], both: ofThisTurn([path, `${path}.data`], 2, shift) }
          : undefined
        return (ways?.[triesEveryCombination ? 'both' : as] ?? [path]).map((it) => it + queryOf(url, cast.home))
      })
    }
    const questions = readers.flatMap((reader, row) =>
      urls.flatMap((url, column) => {
        const paths = pathsOf(url, reader.personId, row + column)
        return (as === 'both' ? paths : ofThisTurn(paths, 2, time + row + column)).map((path) => ({ reader, path }))
      }),
    )
    time++
    await inParallel(questions, 6, async ({ reader, path }) => {
      const answer = await ask(new URL(path, app.baseUrl), { headers: reader.headers })
      received(`GET ${path} as ${reader.name}: ${answer.status}`, bytesOf(answer), path)
    })
  }

  /** Opens the stream of changes of every reader, and tells that the tasks are edited by the side that keeps them to itself. */
  async function followEditing(taskIds: readonly string[]) {
    const plan = `/plans/${cast.home.planId}`
    const streams = readers.map((reader) => listen(new URL(`${plan}/events`, app.baseUrl), reader.headers))
    for (const taskId of taskIds) {
      const form = { intent: 'tell-editing', page: newId(), taskId, field: 'title' }
      const { status } = await post(hider, `${plan}/editing`, form)
      if (status !== 204) throw new Error(`Telling what is edited was answered ${status}.`)
    }
    return streams
  }

  async function readMails() {
    const reads = side === 'vendor' ? /@halden\.example$/ : /@brightline\.example$|^halden\.waiting\./
    for (const mail of await app.mailbox.list())
      if (mail.to.some((address) => reads.test(address)))
        received(`email “${mail.subject}”`, Buffer.from(JSON.stringify(mail)))
  }

  return {
    mark,
    /** A text with the mark, and characters that each format encodes differently. */
    text: (what: string) => `${mark} ${what} “&<b>é`,
    hider,
    named,
    readers,
    sendersAt,
    hiddenIds,
    hiddenDays,
    seenDays,
    leaks,
    /** How much was read. */
    read: () => read,
    received,
    post,
    writeInternally,
    readEverything,
    followEditing,
    readMails,
  }
}

const bytesOf = ({ headers, body }: Answer) =>
  Buffer.concat([Buffer.from([...headers].map((pair) => pair.join(': ')).join('\n')), body])
