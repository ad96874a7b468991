import { Ledger } from '../../parts/ledger.tsx'
import { Section } from '../../parts/section.tsx'
import { clock, day } from '../../say.ts'
import { personWords, roleName } from '../refs.ts'
import { recordWords, type Whole } from './record-words.ts'

const w = recordWords.decisions

/** Who decided what, about which version, and whether it still counts. */
export const Decisions = ({ post, zone }: { post: Whole; zone: string }) => (
  <Section heading={w.heading} state={post.decisions.length === 0 ? 'empty' : 'loaded'} empty={w.none}>
    <Ledger
      rows={post.decisions.map((d) => ({
        id: d.id,
        time: clock(d.at, zone),
        day: day(d.at, zone, new Date()),
        body: (
          <div className="small">
            <b>{personWords(d.by)}</b> {w.did(d.kind)}
            {d.role && ` ${w.asRole(roleName(d.role).toLowerCase())}`}, {w.about(d.version)}
            {d.finding && <> ({d.finding.split('|')[0]})</>}. {d.reason && <span className="second">“{d.reason}”</span>}
          </div>
        ),
        side: !d.stands && w.past,
      }))}
    />
  </Section>
)
