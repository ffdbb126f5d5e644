import { type FunctionComponent, Suspense, lazy, useState } from 'react'

/** The wait before a script that did not come is asked for again, in milliseconds. */
const patience = 5_000

/** What loads each part, by its name. */
const loads = new Map<string, () => Promise<unknown>>()

/** On the server, before a page is drawn: every part, so that none is missing from it. */
export const loadParts = () => Promise.all([...loads.values()].map((load) => load()))

/**
 * In the browser, before React takes over: the parts that the server drew. React would draw a part again, and leave its place empty for so long,
 * if anything changed around it before its script is there. A part whose script does not come holds up nothing else:
 * the page is drawn without it, and it is asked for again.
 */
export const loadDrawnParts = () =>
  Promise.allSettled(
    [...document.querySelectorAll<HTMLElement>('template[data-part]')].map(async ({ dataset }) =>
      loads.get(dataset['part'] ?? '')?.(),
    ),
  )

/**
 * A part that few readers of a page see. Its HTML comes with the page as all else does, its script only where the part is drawn. A script that
 * does not come is asked for until it does.
 * @param name no other part's
 */
export function lazyPart<Props extends object>(name: string, load: () => Promise<FunctionComponent<Props>>) {
  let present: FunctionComponent<Props> | null = null
  const loadedOnce = async () => (present ??= await load())
  const loaded = async (): Promise<FunctionComponent<Props>> => {
    try {
      return await loadedOnce()
    } catch {
      await new Promise((again) => setTimeout(again, patience))
      return loaded()
    }
  }
  const Awaited = lazy(async () => {
    const Loaded = await loaded()
    return { default: ({ props }: { props: Props }) => <Loaded {...props} /> }
  })
  loads.set(name, loadedOnce)
  return function LazyPart(props: Props) {
    // As it was at first: another component in its place would lose what was typed.
    const [Loaded] = useState(() => present)
    return (
      <>
        <template data-part={name} />
        {Loaded ? (
          <Loaded {...props} />
        ) : (
          <Suspense>
            <Awaited props={props} />
          </Suspense>
        )}
      </>
    )
  }
}
