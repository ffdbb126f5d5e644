import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { findNote } from './find-note.server.ts'
import { noteRefusals } from './note-words.ts'
import { findLinkOf, switchOnLink } from './shared-link.server.ts'

/** Lets everyone who has the link read the note as it was saved. @throws Refusal 409 before it was */
export const shareNote = defineCommand({
  name: 'share-note',
  scope: 'plan',
  input: noInput,
  async run({ trx, workspaceId, row, now, linkHash, record }) {
    const of = { workspaceId, planId: row.id }
    if (!(await findNote(trx, of))) throw new Refusal(409, noteRefusals.saveFirst)
    const page = { ...of, kind: 'note' } as const
    if (await findLinkOf(trx, page)) return null
    await switchOnLink({ trx, linkHash, now }, page)
    await record({
      event: 'note shared',
      subjectId: row.id,
      subject: row.project,
      changes: {},
      visibleTo: 'customer',
    })
    return null
  },
})
