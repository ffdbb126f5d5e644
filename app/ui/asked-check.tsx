import { Check } from './check-group.tsx'
import { useField } from './form-context.ts'

type AskedCheckProps = {
  name: string
  label: string
  /** What was asked, where the tick must not count for another question. */
  value?: string
}

/** A box to tick where a reply asked again, with the reason. */
export function AskedCheck({ name, label, value = 'yes' }: AskedCheckProps) {
  const { fault, isLone } = useField(name)
  return (
    <div className={fault ? 'field bad' : 'field'}>
      <Check name={name} value={value} label={label} />
      {fault && (
        <p className="err" role={isLone ? 'alert' : undefined}>
          {fault}
        </p>
      )}
    </div>
  )
}
