import { describe, expect, it } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { TextArea, TextField } from './text-field.tsx'

const shown = async (length: number) => {
  const html = await renderPage(<TextArea name="note" label="Note" value={'x'.repeat(length)} maxLength={1_000} />)
  return { html, text: textOf(html) }
}

describe('a text with a largest size', () => {
  it('says nothing while there is room', async () => {
    expect((await shown(899)).text).not.toContain('left')
    const { html } = await shown(0)
    expect(html).toContain('maxLength="1000"')
    expect(html, 'what describes it is not there yet').not.toContain('aria-describedby')
  })
  it('says how much is left near its end, in what describes the field', async () => {
    const { html, text } = await shown(958)
    expect(text).toContain('42 characters left.')
    const id = /aria-describedby="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`id="${id}"`)
  })
  it('says what the most is once there is no room, also for what is too long already', async () => {
    expect((await shown(1_000)).text).toContain('No room is left: the most is 1,000 characters.')
    expect((await shown(1_200)).text).toContain('No room is left')
  })
  it('has no end where none is set', async () => {
    expect(await renderPage(<TextField name="title" label="Title" value={'x'.repeat(5_000)} />)).not.toContain('hint')
  })
})
