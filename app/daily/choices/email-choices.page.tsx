import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countAgainstLimit, networkIn } from '#app/access/core/count-against-limit.server.ts'
import { newId } from '#app/kit/ids.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import type { Reply } from '#app/runner/reply.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { emailRhythms } from '../email-rhythms.ts'
import { emailTopics } from '#app/outbox/email-topics.ts'
import { chooseEmails } from './choose-emails.server.ts'
import {
  emailChoicesIntro,
  emailChoicesWords,
  ownZoneWords,
  rhythmWords,
  emailTopicWords,
} from './email-choices-words.ts'
import { getEmailChoices, requireEmailReader } from './email-choices-queries.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [
  { title: pageTitle(emailChoicesWords.title) },
  { name: 'robots', content: 'noindex' },
]

/** Where the last line of an email leads: what its reader gets, without signing in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { parts } = context
  await countAgainstLimit(context, [['choices of emails from a network', networkIn(context)]]).catch(throwAsPage)
  const { actor, ...page } = await requireEmailReader(parts, params['choices']).catch(throwAsPage)
  const choices = await getEmailChoices(parts, actor)
  return { ...page, name: actor.name, choices, timeZones: Intl.supportedValuesOf('timeZone'), formKey: newId() }
}

/** Mail programs end the emails, those that leave at once too, by a post of their own (RFC 8058), which names no form. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { parts } = context
  await countAgainstLimit(context, [['choices of emails from a network', networkIn(context)]]).catch(throwAsPage)
  const { actor } = await requireEmailReader(parts, params['choices']).catch(throwAsPage)
  const scopeId = actor.workspaceId
  const done = () => data<Reply>({ status: 'done', result: null })
  return dispatch(
    request,
    { context, actor, scopeId },
    {
      // The reader may be signed out, so what was done is said here, not on the page after a redirect.
      'choose-emails': async (values) => {
        const input = { ...values, topics: values['topics'] ?? [] }
        const idempotencyKey = firstValue(values, 'idempotencyKey') ?? ''
        await runCommand(parts, chooseEmails, { actor, scopeId, input, idempotencyKey })
        return done()
      },
    },
    {
      unnamed: 'stop',
      others: {
        stop: async () => {
          await runCommand(parts, chooseEmails, { actor, scopeId, input: { rhythm: 'none', topics: [] } })
          return done()
        },
      },
    },
  )
}

export default function EmailChoicesPage() {
  const { name, workspace, zone, choices, timeZones, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack middle">
      <PageHead title={emailChoicesWords.title} eyebrow={workspace} intro={emailChoicesIntro(workspace, name)} />
      {reply?.status === 'done' && <Notice tone="good">{emailChoicesWords.saved}</Notice>}
      <Panel>
        <Form idempotencyKey={keyFor('choose-emails')} intent="choose-emails" reply={reply}>
          <div className="fields">
            <SelectField
              name="rhythm"
              label={emailChoicesWords.rhythm}
              width="half"
              value={choices.rhythm}
              options={emailRhythms.map((rhythm) => ({ value: rhythm, text: rhythmWords[rhythm] }))}
              hint={emailChoicesWords.rhythmHint}
            />
            <SelectField
              name="timeZone"
              label={emailChoicesWords.timeZone}
              width="half"
              optional
              value={choices.timeZone ?? ''}
              options={[
                { value: '', text: ownZoneWords(zone) },
                ...timeZones.map((it) => ({ value: it, text: it.replaceAll('_', ' ') })),
              ]}
              hint={emailChoicesWords.timeZoneHint}
            />
            <CheckGroup
              name="topics"
              legend={emailChoicesWords.topics}
              options={emailTopics.map((topic) => ({
                value: topic,
                ...emailTopicWords[topic],
                checked: !choices.silent.includes(topic),
              }))}
            />
          </div>
          <div className="acts">
            <SubmitButton>{emailChoicesWords.save}</SubmitButton>
          </div>
        </Form>
      </Panel>
    </div>
  )
}
