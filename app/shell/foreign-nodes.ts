/*
 * Translators replace texts and extensions add elements. React keeps references to nodes that have moved, and throws at the next change
 * beside them (facebook/react#11538). This file handles that, so components need no rule for it.
 */

/** The element in place of a text of ours: translators use `<font>`, which no page of ours does. */
const standIns = new WeakMap<Node, Element>()
const taken = new WeakSet<Element>()

/** Records which element replaced which text; translators insert it just before, just after or instead of the text. */
function note(records: readonly MutationRecord[]) {
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    const gone = removedNodes[0]
    if (!(gone instanceof Text)) continue
    const standIn = [addedNodes[0], nextSibling, previousSibling].find(
      (node) => node instanceof Element && node.localName === 'font' && !taken.has(node),
    )
    if (!(standIn instanceof Element)) continue
    standIns.set(gone, standIn)
    taken.add(standIn)
  }
}

/** The child of `parent` that is, holds or stands for `node`; null where there is none. */
function childFor(parent: Node, node: Node | undefined): Node | null {
  if (!node) return null
  for (let at: Node | null = node; at; at = at.parentNode) if (at.parentNode === parent) return at
  return childFor(parent, standIns.get(node))
}

/**
 * Lets React change a page that others have changed too. What it removes, moves or rewrites is the translation, where there is one;
 * a translator that watches the page sees the new words and translates those. Called once, before React starts.
 */
export function endureForeignNodes(): void {
  const observer = new MutationObserver(note)
  observer.observe(document, { childList: true, subtree: true })
  const standInOf = (node: Node) => {
    note(observer.takeRecords())
    return standIns.get(node)
  }
  const removeStandIn = (node: Node) => {
    if (node instanceof Text && !node.parentNode) standInOf(node)?.remove()
  }
  const { removeChild, insertBefore, appendChild } = Node.prototype

  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T
    if (child.parentNode) removeChild.call(child.parentNode, child)
    else removeStandIn(child)
    return child
  }
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, next: Node | null): T {
    removeStandIn(child)
    const isInPlace = !next || next.parentNode === this
    if (!isInPlace) standInOf(next)
    return insertBefore.call(this, child, isInPlace ? next : childFor(this, next)) as T
  }
  Node.prototype.appendChild = function <T extends Node>(this: Node, child: T): T {
    removeStandIn(child)
    return appendChild.call(this, child) as T
  }
  const text = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')
  Object.defineProperty(Text.prototype, 'nodeValue', {
    ...text,
    set(this: Text, words: string | null) {
      if (!this.parentNode) standInOf(this)?.replaceWith(this)
      text?.set?.call(this, words)
    },
  })
}

/**
 * Moves what is not the page's own to the end of head or body, past which React does not look when it takes the page over. Elements
 * added elsewhere make React render the page again, which is slower but correct.
 */
export function setForeignNodesAside(): void {
  const { documentElement: html, head, body } = document
  const foreignIn = (parent: Element, ours: string) => [...parent.children].filter((element) => !element.matches(ours))
  head.append(...foreignIn(head, 'meta, title, link, script[nonce]'))
  body.append(...foreignIn(body, '#frame, script[nonce], link'), ...foreignIn(html, 'head, body'))
}
