import type { ReactNode } from 'react'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { copyLinkWords, linkPanelWords } from './link-panel-words.ts'

export type LinkPanelProps = {
  /** The whole address while the link is on. */
  link: string | null
  words: { title: string; off: string; on: string }
  /** The forms that switch it. */
  switchOn: ReactNode
  switchOff: ReactNode
}

/** The link under which others read a page without signing in: off until someone of the customer switches it on. */
export const LinkPanel = ({ link, words, switchOn, switchOff }: LinkPanelProps) => (
  <Panel className="no-print">
    <h2>{words.title}</h2>
    <p>{link === null ? words.off : words.on}</p>
    {link === null ? (
      switchOn
    ) : (
      <>
        <p>
          <code className="address">{link}</code>
        </p>
        <div className="acts">
          <CopyButton text={link} words={copyLinkWords} />
          <a className="btn quiet" href={link}>
            {linkPanelWords.open}
          </a>
          {switchOff}
        </div>
      </>
    )}
  </Panel>
)
