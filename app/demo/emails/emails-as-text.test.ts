import { expect, test } from 'vitest'
import { renderPreviews } from './preview-routes.server.ts'

test('what every email says is what was read and agreed last: change the file with the words', async () => {
  const emails = (await renderPreviews()).map(
    ({ kind, sample, subject, text }) => `=== ${kind}: ${sample}\n${subject}\n\n${text.trim()}\n`,
  )
  await expect(emails.join('\n')).toMatchFileSnapshot('./emails-as-text.txt')
})
