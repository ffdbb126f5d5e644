import type { APIRequestContext, Page } from '@playwright/test'

/**
 * Fills and sends a form, like a browser without JavaScript. `page` reads it and does not navigate. For the setup of a test: nothing
 * is rendered.
 * @param path of the page that holds the form
 * @param button the button's text, which identifies the form
 * @param fields by label; an option by the start of its text
 * @param session of the person who sends it: that of `page`, unless this person has no page
 * @returns the path that the answer leads to
 * @throws Error when there is no such form or field, or the answer leads nowhere
 */
export async function sendForm(
  page: Page,
  path: string,
  button: string,
  fields: Record<string, string> = {},
  session: APIRequestContext = page.request,
): Promise<string> {
  const asked = await session.get(path)
  const url = asked.url()
  const filled = await page.evaluate(
    ({ html, button: words, fields: values }) => {
      const { forms } = new DOMParser().parseFromString(html, 'text/html')
      const sends = (it: HTMLButtonElement) => it.textContent?.trim() === words
      const form = [...forms].find((it) => [...it.querySelectorAll('button')].some(sends))
      if (!form) throw new Error(`No form with the button “${words}” in:\n${html}`)
      for (const [label, value] of Object.entries(values)) {
        const field = [...form.querySelectorAll('label')].find((it) => it.textContent?.trim() === label)?.control
        if (field instanceof HTMLSelectElement)
          field.value = [...field.options].find((it) => it.textContent?.startsWith(value))?.value ?? ''
        else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value
        else throw new Error(`No field “${label}” in the form with the button “${words}”`)
      }
      const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)])
      return { action: form.getAttribute('action') ?? '', entries }
    },
    { html: await asked.text(), button, fields },
  )
  const answer = await session.post(new URL(filled.action, url).href, {
    data: new URLSearchParams(filled.entries).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin },
    maxRedirects: 0,
  })
  const to = answer.headers()['location']
  if (!to) {
    const faults = [...(await answer.text()).matchAll(/class="err"[^>]*>(.*?)</g)].map(([, words]) => words)
    throw new Error(`“${button}” at ${path} answered ${answer.status()}: ${faults.join(' ')}`)
  }
  return new URL(to, url).pathname
}
