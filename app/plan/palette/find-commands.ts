/** Something on the page that can be pressed, followed or typed into. */
export type PageCommand = { text: string; element: HTMLElement }

/** Where commands stand on the page of a plan, in the order in which they are listed. */
const places = [
  '.toast button:not(.toast-close)',
  '.add-row textarea',
  '.goals button',
  '.bar-top > nav a:not([aria-current])',
  '.plan-top .here > a',
  '.plan-foot a',
  '.plan-foot button:not([data-palette])',
]

/** What the reader can do on the page, read from the page itself: nothing is offered that is not there for this reader. */
export function findCommands(page: ParentNode): PageCommand[] {
  const found = new Map<string, HTMLElement>()
  for (const element of page.querySelectorAll<HTMLElement>(places.join(','))) {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (text && !found.has(text) && isShown(element)) found.set(text, element)
  }
  const order = (element: HTMLElement) => places.findIndex((place) => element.matches(place))
  return [...found].map(([text, element]) => ({ text, element })).sort((a, b) => order(a.element) - order(b.element))
}

const isShown = (element: HTMLElement) => element.checkVisibility?.() ?? true

/** Does what the reader would do there: types into a field, presses all else. */
export function giveCommand({ element }: PageCommand): void {
  if (element instanceof HTMLTextAreaElement) {
    unfold(element)
    element.focus()
  } else element.click()
}

/** Opens what an element is folded in. */
export function unfold(element: Element): void {
  for (let at = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true
}
