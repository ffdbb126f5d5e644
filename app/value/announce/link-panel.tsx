import type { ReactNode } from 'react'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { copyLinkWords, linkPanelWords } from './link-panel-words.ts'

export type LinkPanelProps = {
  isOn: boolean
  /** The whole address while the link is on; null where it can no longer be shown. */
  link: string | null
  words: { title: string; off: string; on: string }
  /** The forms that switch it. */
  switchOn: ReactNode
  switchOff: ReactNode
}

/** The link under which others read a page without signing in: off until someone of the customer switches it on. */
export const LinkPanel = ({ isOn, link, words, switchOn, switchOff }: LinkPanelProps) => (
  <Panel className="no-print">
    <h2>{words.title}</h2>
    <p>{isOn ? words.on : words.off}</p>
    {isOn ? <LinkThatIsOn link={link} switchOff={switchOff} /> : switchOn}
  </Panel>
)

const LinkThatIsOn = ({ link, switchOff }: Pick<LinkPanelProps, 'link' | 'switchOff'>) => (
  <>
    <p>{link === null ? linkPanelWords.notShown : <code className="address">{link}</code>}</p>
    <div className="acts">
      {link !== null && (
        <>
          <CopyButton text={link} words={copyLinkWords} />
          <a className="btn quiet" href={link}>
            {linkPanelWords.open}
          </a>
        </>
      )}
      {switchOff}
    </div>
  </>
)
