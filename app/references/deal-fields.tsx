import { textSizes } from '#app/kit/limits.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { dealFieldWords } from './deal-words.ts'

/** Region and competitor of what a reference is used for. @param rulesOut whether the champion ruled out some, so that both must be said */
export const DealFields = ({ rulesOut }: { rulesOut: boolean }) => (
  <>
    {(
      [
        { name: 'dealRegion', label: dealFieldWords.region },
        { name: 'competitor', label: dealFieldWords.competitor },
      ] as const
    ).map(({ name, label }) => (
      <TextField
        key={name}
        name={name}
        label={label}
        width="half"
        optional={!rulesOut}
        maxLength={textSizes.placeholder}
        autoComplete="off"
        hint={rulesOut ? dealFieldWords.hintMust : dealFieldWords.hint}
      />
    ))}
  </>
)
