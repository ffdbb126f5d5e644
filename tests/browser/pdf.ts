import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'

type Node = { alt?: string; children?: unknown[] }

/** The alternative text of a figure in a PDF. */
const altsOf = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return []
  const { alt, children = [] } = node as Node
  return [...(alt ? [alt] : []), ...children.flatMap(altsOf)]
}

/** The content of a page printed to PDF: its title, its text in one line, and the alternative texts of its figures. */
export async function printed(page: Page): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', tagged: true })))
  const { text } = await extractText(pdf, { mergePages: true })
  const alts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++)
    alts.push(...altsOf(await (await pdf.getPage(number)).getStructTree()))
  return [await page.title(), text, ...alts].join(' ').replace(/\s+/g, ' ')
}
