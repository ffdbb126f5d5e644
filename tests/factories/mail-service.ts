import { Webhook } from 'standardwebhooks'

/** The secret of a webhook, as Resend makes it. */
export const webhookSecret = `whsec_${Buffer.from('a secret for the tests of webhooks').toString('base64')}`

/** A message as the mail service posts it, signed at a moment. */
export function signedMessage(id: string, at: Date, told: unknown, secret = webhookSecret): RequestInit {
  const body = JSON.stringify(told)
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
      'svix-signature': new Webhook(secret).sign(id, at, body),
    },
  }
}
