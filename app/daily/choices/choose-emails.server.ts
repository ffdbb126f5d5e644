import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { endComplaint } from '#app/outbox/blocked-address.server.ts'
import { emailTopics } from '#app/outbox/email-topics.ts'
import { findEmailChoices } from './find-email-choices.server.ts'
import { emailChoicesInput } from './email-choices-input.ts'

/**
 * A person chooses how often, when and about what they get the email of a day, by the address at its end and without signing in. Emails
 * that they ask for themselves, such as sign-in links, are not touched.
 */
export const chooseEmails = defineCommand({
  name: 'choose-emails',
  scope: 'workspace',
  input: emailChoicesInput,
  async run({ trx, workspaceId, actor, input, now, record }) {
    const before = await findEmailChoices(trx, { workspaceId, readerId: actor.id })
    const after = {
      rhythm: input.rhythm ?? before.rhythm,
      timeZone: input.timeZone === undefined ? before.timeZone : input.timeZone || null,
      silent: input.topics ? emailTopics.filter((topic) => !input.topics?.includes(topic)) : before.silent,
    }
    // Who says that they want emails takes back that an earlier one was spam.
    if (input.rhythm !== undefined && input.rhythm !== 'none')
      await endComplaint(trx, { workspaceId, readerId: actor.id })
    const changed = (['rhythm', 'timeZone', 'silent'] as const).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    if (changed.length === 0) return null
    const kept = { ...after, chosenAt: now }
    await trx
      .insertInto('emailChoice')
      .values({ workspaceId, readerId: actor.id, ...kept })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'readerId']).doUpdateSet(kept))
      .execute()
    await record({
      event: 'emails chosen',
      subjectId: actor.id,
      subject: actor.name,
      changes: changedFields(changed, before, after),
    })
    return null
  },
})
