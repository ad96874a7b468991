import type { CarryingPage } from '../../review/carrying/carrying.contract.ts'
import { DataTable } from '../parts/data-table.tsx'
import { Section } from '../parts/section.tsx'
import { day as dayOf } from '../say.ts'
import { cameAlongWords, carryingWords } from './carrying-words.ts'
import css from './plan.module.css'

const w = carryingWords.migration

/** After a closing: what was counted before, at 30 and at 90 days, side by side. */
export const CameAlong = ({ page, zone }: { page: CarryingPage; zone: string }) => (
  <Section heading={w.heading} more={w.more}>
    {cameAlongWords(page).map((words) => (
      <p key={words}>{words}</p>
    ))}
    <DataTable
      caption={w.caption}
      rows={page.migration}
      keyOf={(m) => String(m.day)}
      middle
      columns={[
        {
          id: 'when',
          head: w.head.when,
          names: true,
          cell: (m) => (m.countedAt === null ? w.notYet(dayOf(m.dueAt, zone, new Date())) : w.when(m.day)),
        },
        { id: 'followers', head: w.head.followers, number: true, cell: (m) => m.countedAt && w.number(m.followers) },
        { id: 'into', head: w.head.into, number: true, cell: (m) => m.countedAt && w.number(m.intoFollowers) },
        { id: 'dialogue', head: w.head.dialogue, number: true, cell: (m) => m.countedAt && w.dialogue(m.intoDialogue) },
        { id: 'voices', head: w.head.voices, number: true, cell: (m) => m.countedAt && w.voices(m.voices) },
      ]}
    />
    <p className={css.foot}>{w.trap}</p>
  </Section>
)
