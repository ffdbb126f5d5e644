import { paths } from '#app/kit/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { buttonAbout, buttonWords } from '#app/ui/button-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { FoundKind, FoundThing } from './found-things.ts'
import { MarkedText } from './marked-text.tsx'
import { type Search, searchQuery } from './read-search.ts'
import { allOfKindWords, thingKindWords, totalWords } from './search-words.ts'

/** What was found of one kind, and the way to the rest of it. */
export function FoundThingsList({ found, search }: { found: FoundKind; search: Search }) {
  const { kind, things, total, page, pages } = found
  const pathTo = (at: number) => paths.search(searchQuery({ ...search, kind, page: at }))
  return (
    <section aria-labelledby={`found-${kind}`} className="found">
      <h2 id={`found-${kind}`}>
        {thingKindWords[kind]} <small>{totalWords(kind, total)}</small>
      </h2>
      <ul className="panel">
        {things.map((thing) => (
          <li key={thing.id}>
            <Thing thing={thing} />
          </li>
        ))}
      </ul>
      {search.kind === null && total > things.length && (
        <p>
          <PageLink to={pathTo(1)}>{allOfKindWords(kind, total)}</PageLink>
        </p>
      )}
      <Pager page={page} pages={pages} pathTo={pathTo} />
    </section>
  )
}

function Thing({ thing: { path, title, excerpt, facts, logQuestion } }: { thing: FoundThing }) {
  return (
    <>
      <div>
        <PageLink to={path}>
          <MarkedText parts={title} />
        </PageLink>
        {excerpt && (
          <p>
            <MarkedText parts={excerpt} />
          </p>
        )}
        <ul className="found-facts">
          {facts.map((fact) => (
            <li key={fact}>
              <bdi>{fact}</bdi>
            </li>
          ))}
        </ul>
      </div>
      {logQuestion && (
        <ButtonLink
          to={logQuestion}
          tone="quiet"
          label={buttonAbout(buttonWords.logQuestion, title.map(({ text }) => text).join(''))}
        >
          {buttonWords.logQuestion}
        </ButtonLink>
      )}
    </>
  )
}
