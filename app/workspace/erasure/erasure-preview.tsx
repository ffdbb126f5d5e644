import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { paths } from '#app/kit/paths.ts'
import { Panel } from '#app/ui/panel.tsx'
import { erasedWords, keptWords, notifiedWords } from './erasure-words.ts'
import { erasedName } from './model.ts'
import type { ErasurePage } from './erasure-queries.server.ts'

/** What erasing a person deletes, what stays, and who is told, shown before anything is erased. */
export function ErasurePreview({ plans, ...page }: ErasurePage) {
  const erasing = { ...page, successor: erasedName(page.person) }
  return (
    <Panel className="erasure">
      <h2>What is erased</h2>
      <List texts={erasedWords(erasing)} />
      <h2>What stays</h2>
      <List texts={keptWords(erasing)}>
        <li>
          {plans.length > 0
            ? 'Texts that mention the person only by first name or nickname. Please check these plans yourself:'
            : 'Texts that mention the person only by first name or nickname.'}
          {plans.length > 0 && (
            <ul>
              {plans.map(({ id, title }) => (
                <li key={id}>
                  <Link className="text-link" to={paths.plan(id)}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      </List>
      <h2>Who is notified</h2>
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
