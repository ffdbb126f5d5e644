import { expect, test } from 'vitest'
import { chatPayload } from './chat-payload.ts'

const post = {
  text: 'Halden <!channel> & [x](https://evil.example) won',
  link: 'https://plans.example/plans/1',
  linkText: 'Open',
}

test('Slack gets text in which no name mentions everyone', () => {
  expect(chatPayload('slack', post)).toEqual({
    text: 'Halden &lt;!channel&gt; &amp; [x](https://evil.example) won',
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: 'Halden &lt;!channel&gt; &amp; [x](https://evil.example) won\n<https://plans.example/plans/1|Open>',
        },
      },
    ],
  })
})

test('Teams gets a card whose button leads there, and no link that someone typed', () => {
  const payload = chatPayload('teams', post)
  expect(payload).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', actions: [{ type: 'Action.OpenUrl', url: post.link }] },
      },
    ],
  })
  expect(JSON.stringify(payload)).not.toContain('[x](')
})
