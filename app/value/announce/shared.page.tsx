import { type LoaderFunctionArgs, type MetaDescriptor, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countAgainstLimit, networkIn } from '#app/access/core/count-against-limit.server.ts'
import { paths } from '#app/kit/paths.ts'
import { PrintButton } from '#app/plan/core/print-button.tsx'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { cardAltWords, cardPreviewWords, cardTitleWords } from './victory-card-words.ts'
import { getSharedCard } from './card-queries.server.ts'
import { type ShownNote, getSharedNote } from './note-queries.server.ts'
import { NoteOnPaper } from './note-on-paper.tsx'
import { sharedNoteWords } from './note-words.ts'
import { sharedWords } from './shared-words.ts'
import { VictoryCard } from './victory-card.tsx'

/** What chat programs make a preview of (Open Graph, Twitter), and the vendor's colour, which a stranger's page has no other way to. */
export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page?.note) return noteMeta(page.note)
  if (!page?.shown) return [{ title: pageTitle(sharedWords.endedTitle) }]
  const { card, accent } = page.shown
  const title = cardTitleWords(card)
  const description = cardPreviewWords(card)
  const preview: MetaDescriptor[] = [
    { title: pageTitle(title) },
    { name: 'description', content: description },
    { property: 'og:type', content: 'article' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:image', content: page.picture },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: cardAltWords(card) },
    { name: 'twitter:card', content: 'summary_large_image' },
    { name: 'twitter:title', content: title },
    { name: 'twitter:description', content: description },
    { name: 'twitter:image', content: page.picture },
    { name: 'twitter:image:alt', content: cardAltWords(card) },
  ]
  return accent ? [...preview, { tagName: 'link', rel: 'stylesheet', href: paths.look(accent) }] : preview
}

const noteMeta = ({ customer, project }: ShownNote): MetaDescriptor[] => [
  { title: pageTitle(sharedNoteWords.title(customer)) },
  { name: 'description', content: project },
  { property: 'og:type', content: 'article' },
  { property: 'og:title', content: sharedNoteWords.title(customer) },
  { property: 'og:description', content: project },
  { name: 'twitter:card', content: 'summary' },
]

/** What a customer shares, for everyone who has the link. One that shares nothing is answered 404, whether it was switched off or never was one. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { parts } = context
  await countAgainstLimit(context, [['shared page from a network', networkIn(context)]]).catch(throwAsPage)
  const token = params['shared'] ?? ''
  const [card, sharedNote] = await Promise.all([getSharedCard(parts, token), getSharedNote(parts, token)])
  const [shown, note] = [card ?? null, sharedNote ?? null]
  const picture = new URL(paths.sharedPicture(token), parts.environment.appUrl).href
  return data({ shown, note, picture }, { status: shown || note ? 200 : 404 })
}

export default function SharedPage() {
  const { shown, note } = useLoaderData<typeof loader>()
  if (note)
    return (
      <div className="shared-page">
        <h1 className="visually-hidden">{sharedNoteWords.title(note.customer)}</h1>
        <NoteOnPaper {...note} />
        <div className="acts no-print">
          <PrintButton className="btn" />
        </div>
      </div>
    )
  if (!shown)
    return (
      <div className="entry-card">
        <h1>{sharedWords.endedTitle}</h1>
        <p>{sharedWords.ended}</p>
      </div>
    )
  return (
    <div className="shared-page">
      <h1 className="visually-hidden">{cardTitleWords(shown.card)}</h1>
      <VictoryCard card={shown.card} logo={shown.logo} />
      <div className="acts no-print">
        <PrintButton className="btn" />
      </div>
    </div>
  )
}
