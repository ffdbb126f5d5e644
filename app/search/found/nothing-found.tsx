import { paths } from '#app/kit/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/panel.tsx'
import { nothingFoundWords } from './search-words.ts'

/** What to try instead. @param alone words that find something by themselves */
export const NothingFound = ({ typed, alone }: { typed: string; alone: readonly string[] }) => (
  <Empty
    title={nothingFoundWords.title(typed)}
    actions={alone.map((word) => (
      <ButtonLink key={word} to={paths.search({ q: word })}>
        {word}
      </ButtonLink>
    ))}
  >
    {alone.length === 0 ? nothingFoundWords.other : nothingFoundWords.fewer}
  </Empty>
)
