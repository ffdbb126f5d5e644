import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { labels } from '#app/kit/label-words.ts'
import { noteInput } from '../model.ts'
import { findNote } from './find-note.server.ts'
import { type NoteField, noteFields } from './note-texts.ts'

const nothing = { why: null, byWhen: null, brings: null, asks: null }

/** Keeps what the champion writes to their own management; an earlier champion's stays as it is. A shared note shows it at once. */
export const saveNote = defineCommand({
  name: 'save-note',
  scope: 'plan',
  input: noteInput,
  async current({ trx, workspaceId, row }) {
    const found = await findNote(trx, { workspaceId, planId: row.id })
    const field = (name: NoteField) => ({ label: labels[name], value: found?.texts[name] ?? null })
    return {
      subjectId: row.id,
      fields: { why: field('why'), byWhen: field('byWhen'), brings: field('brings'), asks: field('asks') },
    }
  },
  async run({ trx, workspaceId, row, input, actor, now, record }, touched) {
    if (actor.kind !== 'participant') throw notFound()
    const of = { workspaceId, planId: row.id }
    const stored = await findNote(trx, of)
    if (stored && touched.size === 0) return null
    const texts = { ...(stored?.texts ?? nothing) }
    for (const field of noteFields) if (touched.has(field)) texts[field] = input[field]
    const kept = { ...texts, savedAt: now }
    await trx
      .insertInto('managementNote')
      .values({ ...of, ...kept, participantId: actor.id })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'planId', 'participantId']).doUpdateSet(kept))
      .execute()
    await record({
      event: 'note changed',
      subjectId: row.id,
      subject: row.project,
      changes: {},
      // What a customer tells its own management is none of the vendor's business.
      visibleTo: 'customer',
    })
    return null
  },
})
