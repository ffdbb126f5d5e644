import type { ChatKind } from '#app/outbox/chat-topics.ts'

/** What a channel shows: a line, and where it leads. */
export type ChatText = { text: string; link: string; linkText: string }

/** As an incoming webhook takes it: Slack's mrkdwn, or an Adaptive Card for the workflows of Teams. */
export const chatPayload = (kind: ChatKind, { text, link, linkText }: ChatText): object =>
  kind === 'slack'
    ? {
        text: slackText(text),
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: `${slackText(text)}\n<${link}|${slackText(linkText)}>` } },
        ],
      }
    : {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: {
              $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
              type: 'AdaptiveCard',
              version: '1.4',
              body: [{ type: 'TextBlock', text: teamsText(text), wrap: true }],
              actions: [{ type: 'Action.OpenUrl', title: linkText, url: link }],
            },
          },
        ],
      }

/** Slack's three control characters; a name cannot mention everyone, nor add a link. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A TextBlock reads a part of Markdown: nothing that people typed becomes a link. */
const teamsText = (text: string): string => text.replace(/[\\[\]()*_~`#]/g, '\\$&')
