import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { leadsPlansWords, memberWords, removalEffect, removeMemberWords, takeOverHint } from './member-words.ts'
import type { MemberPageView } from '../workspace-queries.server.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { planNameWords } from '#app/ui/name-words.ts'

type Props = MemberPageView & { idempotencyKey: string; reply: FormReply | undefined }

/** Behind a fold, so that no one is removed by a slip: what it does, who takes over, and then the button. */
export function RemoveMember({ member, others, led, idempotencyKey, reply }: Props) {
  return (
    <details className="panel fold-panel remove-member" open={reply !== undefined}>
      <summary>
        <h2>{removeMemberWords(member.name)}</h2>
      </summary>
      <p>{removalEffect(member.name)}</p>
      {led.length > 0 && (
        <>
          <p>{leadsPlansWords(member.name)}</p>
          <ul className="led-plans">
            {led.map(({ id, account, project }) => (
              <li key={id}>
                <PageLink className="text-link" to={paths.plan(id)}>
                  {planNameWords({ account, project })}
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form idempotencyKey={idempotencyKey} intent="remove-member" reply={reply} className="after-fields">
        {led.length > 0 && (
          <div className="fields">
            <SelectField
              name="successorId"
              label={memberWords.successor}
              width="half"
              hint={takeOverHint(led.length)}
              options={[
                { value: '', text: memberWords.choose },
                ...others.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
          </div>
        )}
        <div className="acts">
          <SubmitButton tone="danger" busyText={buttonWords.removing}>
            {removeMemberWords(member.name)}
          </SubmitButton>
        </div>
      </Form>
    </details>
  )
}
