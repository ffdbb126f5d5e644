/** The elements that Tab reaches. */
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'

/** Content opened by another control, or about an action elsewhere: when it closes, the focus returns there. */
const passing = '[data-returns-focus]'

type Focusable = HTMLElement | SVGElement
const isFocusable = (node: unknown): node is Focusable => node instanceof HTMLElement || node instanceof SVGElement

/**
 * Keeps the focus where the person is. A browser moves it to the top of the page when the focused control is removed: a task that is done,
 * a row that is removed, a notice that was answered, the page before this one. Called once, before React starts.
 */
export function keepFocus(): void {
  /** Where the focus was last, and on which page that was. */
  let held: Focusable | null = null
  /** Its text before it showed that it was busy. */
  let words: string | null = null
  let heldOn = location.pathname
  let page = location.pathname
  /** The control used last, except notices and content that it opened. */
  let used: Focusable | null = null

  document.addEventListener('focusin', ({ target }) => {
    if (!isFocusable(target)) return
    held = target
    words = target.textContent
    heldOn = location.pathname
  })
  const onUse = (event: Event) => {
    if (event instanceof KeyboardEvent && ['Tab', 'Shift'].includes(event.key)) return
    const control = event.target instanceof Element ? event.target.closest(focusable) : null
    if (isFocusable(control) && !control.closest(passing)) used = control
  }
  document.addEventListener('click', onUse, true)
  document.addEventListener('keydown', onUse, true)

  /** Where a new page starts; looked up again while its parts arrive. */
  let start: Element | null = null

  new MutationObserver((records) => {
    const active = document.activeElement
    const isLost = active === null || active === document.body
    const isNew = page !== location.pathname
    page = location.pathname
    if (isNew && (isLost || !active.closest('main'))) focus((start = startOfPage()))
    else if (isLost && held && !held.isConnected) {
      // The address changes before the page does: what had the focus may go later, with the page that it was on.
      if (held === start || heldOn !== page) return focus((start = startOfPage()))
      const gone = held
      const record = records.findLast(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)))
      const isPassing = [...(record?.removedNodes ?? [])].some(
        (node) => node instanceof Element && node.matches(passing),
      )
      const back = isPassing && used?.isConnected ? used : null
      focus(
        back ??
          (record && (drawnAgain(record, gone) ?? beside(record, like(gone, words)))) ??
          document.querySelector('main'),
      )
    }
  }).observe(document, { childList: true, subtree: true })
}

/** The task that the address names, else the page's heading. */
const startOfPage = () =>
  (location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))) ||
  (document.querySelector('main h1') ?? document.querySelector('main'))

/** Identifies a form on the page: its intent and the ids it carries. */
const formName = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
    .filter(({ name }) => name !== 'idempotencyKey' && !name.startsWith('seen.'))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&')

/** The same control after its form was rendered again, which happens once a form is saved. */
function drawnAgain({ target }: MutationRecord, gone: Focusable): Element | undefined {
  const form = gone.closest('form')
  const again = form && [...document.forms].find((it) => target.contains(it) && formName(it) === formName(form))
  if (!again) return undefined
  const nameOf = (element: Element) => `${element.localName} ${element.getAttribute('name')}`
  return [...again.querySelectorAll(focusable)].find((element) => nameOf(element) === nameOf(gone))
}

type Like = (element: Element) => boolean

/** Ways to identify a control, the most reliable first; a confirmation is identified by the control that opens it. */
function like(gone: Focusable, words: string | null): Like[] {
  const opener = gone.closest('details')?.querySelector('summary')
  const model = opener ?? gone
  const isLook: Like = (element) =>
    element.localName === model.localName && element.classList.item(0) === model.classList.item(0)
  const text = opener ? opener.textContent : words
  return [(element) => isLook(element) && element.textContent === text, isLook]
}

const row = 'li, tr'
const place = `${row}, section, fieldset, form`

/**
 * The next row of a list, else the one before, else the heading of the list; for a part of a row or section, what is beside it, else
 * the row or section. After a form, never the form beside it: pressing the same key again would give the other answer.
 */
function beside({ target, nextSibling, previousSibling, removedNodes }: MutationRecord, kinds: Like[]): Element | null {
  const isGone = (what: string) => [...removedNodes].some((node) => node instanceof Element && node.matches(what))
  const [isRow, isForm] = [isGone(row), isGone('form')]
  const around = [...siblings(nextSibling, 'nextSibling'), ...siblings(previousSibling, 'previousSibling')]
  for (const element of around) {
    const control = isForm && element.matches('form') ? undefined : controlIn(element, kinds)
    if (control) return control
  }
  const [nearest] = around
  if (isRow && nearest) return nearest
  if (!(target instanceof Element)) return null
  // An only child was replaced in place.
  return (!nearest && controlIn(target, kinds)) || target.closest(place) || headingAbove(target, previousSibling)
}

/** The elements after or before one. */
function* siblings(from: Node | null, direction: 'nextSibling' | 'previousSibling') {
  for (let node = from; node; node = node[direction]) if (node instanceof Element && node.isConnected) yield node
}

function controlIn(element: Element, kinds: Like[]): Element | undefined {
  const controls = [element, ...element.querySelectorAll(focusable)].filter(
    (it) => it.matches(focusable) && it.checkVisibility(),
  )
  for (const isLike of kinds) {
    const control = controls.find(isLike)
    if (control) return control
  }
  return controls[0]
}

/** The last heading above the removed element: before or in its previous siblings, else before their parent. */
function headingAbove(holder: Element, before: Node | null): Element | null {
  const isBefore = (heading: Element, place: Node) =>
    place === heading || (heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  const headings = [...document.querySelectorAll('main :is(h1, h2, h3)')]
  return (
    headings.findLast(
      (heading) => isBefore(heading, holder) || (before && (isBefore(heading, before) || before.contains(heading))),
    ) ?? null
  )
}

/** Does not scroll, unless the control is out of view. */
function focus(element: Element | null) {
  if (!isFocusable(element)) return
  if (!element.matches(focusable) && !element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1')
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
  if (element.matches(focusable)) element.scrollIntoView({ block: 'nearest' })
}
