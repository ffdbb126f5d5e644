import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import type { PieceVersion } from './piece-version.ts'
import { pieceWords, sendWords } from './piece-words.ts'
import { PieceText } from './piece-text.tsx'
import { PieceStanding } from './piece-standing.tsx'

type Props = {
  kind: PieceKind
  versions: readonly (PieceVersion & { html: string | null })[]
  /** The quote that was given with the consent, to begin with. */
  begun: string
  keyFor: KeyFor
  reply: FormReply | null | undefined
  champion: string | null
}

/** What marketing writes of a win: what is approved, what waits, and the words to work on. */
export function PieceEditor({ kind, versions, begun, keyFor, reply, champion }: Props) {
  const [newest] = versions
  const others = versions.filter((it) => it !== newest && (it.state === 'approved' || it.state === 'sent'))
  const text = newest?.text ?? ''
  const answer = replyTo(reply, 'write-piece', { kind }) ?? replyTo(reply, 'send-piece', { kind })
  return (
    <>
      {newest && <PieceStanding version={newest} />}
      {others.map((it) => (
        <details key={it.version} className="piece-version">
          <summary>
            <PieceStanding version={it} />
          </summary>
          <PieceText {...it} />
        </details>
      ))}
      <Form idempotencyKey={keyFor('write-piece', kind)} intent={null} hidden={{ kind }} seen={{ text }} reply={answer}>
        <TextArea
          name="text"
          label={pieceWords.text}
          rows={kind === 'quote' ? 3 : 14}
          value={text || begun}
          maxLength={kind === 'quote' ? textSizes.note : textSizes.caseStudy}
          {...(kind === 'quote' ? {} : { hint: pieceWords.caseHint })}
        />
        <div className="acts">
          <SubmitButton name="intent" value="send-piece">
            {pieceWords.send}
          </SubmitButton>
          <SubmitButton name="intent" value="write-piece" tone="plain">
            {pieceWords.save}
          </SubmitButton>
        </div>
        <p className="fine">{sendWords(champion)}</p>
      </Form>
    </>
  )
}
