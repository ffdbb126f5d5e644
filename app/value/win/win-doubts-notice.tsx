import { Notice } from '#app/ui/notice.tsx'
import type { WinDoubt } from './win-doubts.ts'
import { winDoubtWords, winDoubtsWords } from './win-doubt-words.ts'

/** What may be wrong with a first win, for those who can change it; nothing where it looks sound. */
export const WinDoubtsNotice = ({ doubts }: { doubts: readonly WinDoubt[] }) =>
  doubts.length > 0 && (
    <Notice>
      <p>
        <b>{winDoubtsWords.title}</b>
      </p>
      {doubts.map((doubt) => (
        <p key={doubt}>{winDoubtWords[doubt]}</p>
      ))}
      <p>{winDoubtsWords.keep}</p>
    </Notice>
  )
