import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { writePieceInput } from '../model.ts'
import { currentText, keepDraft } from './keep-draft.server.ts'
import { pieceWords } from './piece-words.ts'
import { takePieces } from './take-pieces.server.ts'

/** Saves a draft of a quote or a case study; only the vendor sees it. What was approved before stays shown. */
export const writePiece = defineCommand({
  name: 'write-piece',
  scope: 'plan',
  input: writePieceInput,
  async current(context) {
    const value = await currentText(context, context.input.kind)
    return { subjectId: context.row.id, fields: { text: { label: pieceWords.text, value } } }
  },
  async run(context, touched) {
    const { input, actor, row, record } = context
    if (actor.kind !== 'member') throw notFound()
    const versions = await takePieces(context, input.kind)
    if (!touched.has('text')) return null
    await keepDraft(context, versions, { kind: input.kind, text: input.text, memberId: actor.id })
    await record({
      event: 'piece drafted',
      subjectId: row.id,
      subject: row.project,
      changes: { kinds: { before: null, after: [input.kind] } },
      visibleTo: 'vendor',
    })
    return null
  },
})
