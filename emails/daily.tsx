import { Link } from '@react-email/link'
import { Section } from '@react-email/section'
import { Layout, P, Strong } from './parts/layout.tsx'
import { emailColours } from './parts/email-look.ts'
import { plainText } from './parts/rich-text.ts'
import { Words } from './parts/plain-email.tsx'
import { type DailyPlan, type DailyProps, dailyPlanTitle, dailyPlanWords, dailyWords } from './words/daily-words.ts'

export const subject = (props: DailyProps): string => dailyWords(props).subject

/** Everything that can wait, once a day. */
export function Daily(props: DailyProps) {
  const { workspace, plans, on } = props
  const words = dailyWords(props)
  return (
    <Layout
      preview={plainText(words.todo)}
      from={workspace}
      title={words.title}
      button={{ text: words.button, link: plans[0].link }}
      otherwise={words.otherwise}
      fine={words.fine}
    >
      <P>
        <Words of={words.greeting} />
      </P>
      <P>
        <Words of={words.todo} />
      </P>
      {plans.map((plan, index) => (
        <Section key={plan.link} style={{ paddingTop: index === 0 ? 0 : 14 }}>
          <PlanPart plan={plan} on={on} several={plans.length > 1} />
        </Section>
      ))}
    </Layout>
  )
}

function PlanPart({ plan, on, several }: { plan: DailyPlan; on: string; several: boolean }) {
  const title = dailyPlanTitle(plan)
  return (
    <>
      <P>
        {several ? (
          <Link
            className="strong"
            href={plan.link}
            style={{ color: emailColours.ink, fontWeight: 600, textDecoration: 'underline' }}
          >
            {title}
          </Link>
        ) : (
          <Strong>{title}</Strong>
        )}
      </P>
      {dailyPlanWords(plan, on, !several).map((paragraph, at) => (
        <P key={at}>
          <Words of={paragraph} />
        </P>
      ))}
    </>
  )
}
