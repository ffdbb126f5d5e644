import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { bouncedMemberWords } from './member-words.ts'

/** What an admin can do about a member whose emails come back. @param since `YYYY-MM-DD` */
export const BouncedMember = ({ name, since }: { name: string; since: string }) => (
  <Panel>
    <h2>{bouncedMemberWords.title}</h2>
    <p>{bouncedMemberWords.since(since)}</p>
    <p>{bouncedMemberWords.wrong}</p>
    <p>{bouncedMemberWords.right(name)}</p>
    <div className="acts">
      <ButtonLink to="/workspace#add">{bouncedMemberWords.add}</ButtonLink>
    </div>
  </Panel>
)
