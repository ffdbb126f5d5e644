import { Form as RemixForm } from '@remix-run/react'
import { Moment } from './moment.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import type { FormConflict, FormReply, FormValues } from './form-reply.ts'
import { listOfWords, settledValues } from './form-reply.ts'
import { chooseVersionWords, conflictWords, conflictVersions, versionOfParts } from './conflict-words.ts'
import { typedList } from './name-words.ts'
import { Sentence } from './sentence.tsx'

export type ConflictChooserProps = {
  reply: Extract<FormReply, { status: 'conflict' }>
  idempotencyKey: string
  action?: string | undefined
  show?: ((field: string, value: string) => string) | undefined
  doing?: 'typing' | 'reading' | undefined
}

const asIs = (_field: string, value: string) => typedList(listOfWords(value) ?? [value])

/** Both values of each field that two people changed, and a button to choose either: two plain form posts. */
export function ConflictChooser({
  reply,
  idempotencyKey,
  action,
  show = asIs,
  doing = 'typing',
}: ConflictChooserProps) {
  return reply.conflicts.map((conflict, index) => (
    <section key={conflict.field} className="panel conflict" role="alert">
      <h2>{conflictWords(conflict.by, doing)}</h2>
      <p>{chooseVersionWords(conflict.label)}</p>
      <div className="two">
        {(['yours', 'theirs'] as const).map((keep) => (
          <Choice
            key={keep}
            conflict={conflict}
            keep={keep}
            text={show(conflict.field, conflict[keep])}
            values={{
              ...settledValues(reply.values, conflict, keep),
              idempotencyKey: `${idempotencyKey}:${conflict.field}:${keep}`,
            }}
            action={action}
            focus={index === 0 && keep === 'yours'}
          />
        ))}
      </div>
    </section>
  ))
}

type ChoiceProps = {
  conflict: FormConflict
  keep: 'yours' | 'theirs'
  text: string
  values: FormValues
  action: string | undefined
  focus: boolean
}

function Choice({ conflict, keep, text, values, action, focus }: ChoiceProps) {
  return (
    <RemixForm method="post" action={action} preventScrollReset>
      <HiddenFields values={values} />
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the answer to a post that was not kept: where to go on */}
      <button type="submit" autoFocus={focus}>
        <small>
          {keep === 'yours' ? (
            conflictVersions.yours
          ) : (
            <Sentence parts={versionOfParts(conflict.by, conflict.at && <Moment at={conflict.at} />)} />
          )}
        </small>{' '}
        <b>{text || conflictVersions.empty}</b>
      </button>
    </RemixForm>
  )
}
