/** What Tab leads to. */
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'

/** What was opened from somewhere, or speaks of something done elsewhere: once it is gone, the focus returns there. */
const passing = '[data-returns-focus]'

type Focusable = HTMLElement | SVGElement
const isFocusable = (node: unknown): node is Focusable => node instanceof HTMLElement || node instanceof SVGElement

/**
 * Keeps the focus where the person is. A browser drops it to the top of the page when the control that has it goes: a task that is done,
 * a row that is removed, a notice that was answered, the page before this one. Called once, before React begins.
 */
export function keepFocus(): void {
  /** Where the focus was last, and on which page that was. */
  let held: Focusable | null = null
  let heldOn = location.pathname
  let page = location.pathname
  /** The control that something was last done with, notices and what was opened from it apart. */
  let used: Focusable | null = null

  document.addEventListener('focusin', ({ target }) => {
    if (!isFocusable(target)) return
    held = target
    heldOn = location.pathname
  })
  const onUse = (event: Event) => {
    if (event instanceof KeyboardEvent && ['Tab', 'Shift'].includes(event.key)) return
    const control = event.target instanceof Element ? event.target.closest(focusable) : null
    if (isFocusable(control) && !control.closest(passing)) used = control
  }
  document.addEventListener('click', onUse, true)
  document.addEventListener('keydown', onUse, true)

  /** Where a page that was gone to began, which is sought again where its parts come one after the other. */
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
      focus(back ?? (record && beside(record, gone)) ?? document.querySelector('main'))
    }
  }).observe(document, { childList: true, subtree: true })
}

/** The task that the address names, else the page's heading. */
const startOfPage = () =>
  (location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))) ||
  (document.querySelector('main h1') ?? document.querySelector('main'))

/** What follows the removed, else what came before it, else what holds both: the like of what had the focus, where there is one. */
function beside({ target, nextSibling, previousSibling }: MutationRecord, gone: Focusable): Element | null {
  for (let node = nextSibling; node; node = node.nextSibling) {
    const control = controlIn(node, gone)
    if (control) return control
  }
  for (let node = previousSibling; node; node = node.previousSibling) {
    const control = controlIn(node, gone)
    if (control) return control
  }
  return target instanceof Element ? target.closest('section, fieldset, form, main') : null
}

function controlIn(node: Node, gone: Focusable): Element | undefined {
  if (!(node instanceof Element)) return undefined
  const controls = [node, ...node.querySelectorAll(focusable)].filter(
    (element) => element.matches(focusable) && element.checkVisibility(),
  )
  const isLike = (element: Element) =>
    element.localName === gone.localName && element.classList.item(0) === gone.classList.item(0)
  return controls.find(isLike) ?? controls[0]
}

/** Without scrolling: the reader is there already. */
function focus(element: Element | null) {
  if (!isFocusable(element)) return
  if (!element.matches(focusable) && !element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1')
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}
