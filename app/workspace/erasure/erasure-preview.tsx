import type { ReactNode } from 'react'
import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { erasedName, erasedWords, erasurePreviewWords, keptWords, notifiedWords } from './erasure-words.ts'
import type { ErasurePage } from './erasure-queries.server.ts'

/** What erasing a person deletes, what stays, and who is told, shown before anything is erased. */
export function ErasurePreview({ plans, ...page }: ErasurePage) {
  const erasing = { ...page, successor: erasedName(page.person) }
  return (
    <Panel className="erasure">
      <h2>{erasurePreviewWords.erased}</h2>
      <List texts={erasedWords(erasing)} />
      <h2>{erasurePreviewWords.kept}</h2>
      <List texts={keptWords(erasing)}>
        <li>
          {plans.length > 0 ? erasurePreviewWords.nicknamesIn : erasurePreviewWords.nicknames}
          {plans.length > 0 && (
            <ul>
              {plans.map(({ id, title }) => (
                <li key={id}>
                  <PageLink className="text-link" to={paths.plan(id)}>
                    {title}
                  </PageLink>
                </li>
              ))}
            </ul>
          )}
        </li>
      </List>
      <h2>{erasurePreviewWords.notified}</h2>
      <List texts={notifiedWords(erasing)} />
    </Panel>
  )
}

const List = ({ texts, children }: { texts: readonly string[]; children?: ReactNode }) => (
  <ul>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
    {children}
  </ul>
)
