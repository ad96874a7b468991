import { ApprovalSheet, Diff } from '../parts/approval-sheet.tsx'
import { Facts } from '../parts/facts.tsx'
import { LifeLine } from '../parts/life-line.tsx'
import { Section } from '../parts/section.tsx'
import { networks, picture } from './examples.ts'
import css from './gallery.module.css'

export const Approving = () => (
  <div className={css.half}>
    <ApprovalSheet
      version="Version 3, frozen 21:18"
      sum="8f2a 91c4 d07e"
      said={[
        {
          lang: 'cy',
          language: 'Cymraeg',
          words: 'Ydych chi’n adnabod y dyn hwn? Hoffem siarad ag ef am ladrad mewn siop yn Quay Street, Westport.',
        },
        {
          lang: 'en',
          language: 'English',
          words:
            'Do you recognise this man? We want to speak to him about a robbery at a shop in Quay Street, Westport, at 18:42 on Friday 2 October.',
        },
      ]}
      pictures={[
        {
          src: picture,
          alt: [
            { lang: 'en', text: 'Police cones across a road at night. Nobody can be seen.' },
            { lang: 'cy', text: 'Conau heddlu ar draws ffordd yn y nos.' },
          ],
          about: 'Taken by PC Corrigan. Location removed.',
        },
      ]}
      places={[
        {
          id: 'fb',
          network: networks.facebook,
          handle: 'WestportPolice',
          as: 'One post, Welsh then English',
          when: 'Tue 6 Oct, 22:00',
        },
        {
          id: 'x',
          network: networks.x,
          handle: '@WestportPolice',
          as: 'Two posts, Welsh first',
          when: 'Tue 6 Oct, 22:00',
        },
      ]}
      foot={[
        { icon: 'clock', words: 'Review Fri 9 Oct, 09:00, DC Amir Solanki' },
        { icon: 'standDown', words: 'Stands down when he is identified' },
      ]}
    />
    <div className={css.stack}>
      <Section heading="Why it may be released" more="DI Paula Rensby, 21:26">
        <Facts
          strong
          facts={[
            { name: 'Policing purpose', value: 'Find the suspect of a robbery in which a shop worker was hurt.' },
            { name: 'Necessary', value: 'Four days of local enquiries have not named him.' },
            {
              name: 'Changed',
              value: (
                <Diff
                  before="A woman with a pushchair is behind him."
                  now="Short dark hair, dark trousers. He is alone."
                />
              ),
            },
          ]}
        />
      </Section>
      <Section heading="Its whole life" note="24 entries, chain whole" more={<a href="#life">Show all 24</a>}>
        <LifeLine
          entries={[
            {
              id: '1',
              time: '18:02',
              at: '2026-10-06T17:02:00Z',
              icon: 'write',
              title: 'Written by PC Tom Brackley',
              detail: 'Missing-person appeal, from the family’s picture.',
            },
            {
              id: '2',
              time: '18:06',
              at: '2026-10-06T17:06:00Z',
              icon: 'rules',
              title: '84 rules checked. Three found something',
              detail: 'R17 officer in the case must approve.',
            },
            {
              id: '3',
              time: '18:20',
              at: '2026-10-06T17:20:00Z',
              icon: 'sent',
              title: 'Sent once to each of 5 accounts, all live by 18:21',
            },
            {
              id: '4',
              time: '21:50',
              at: '2026-10-06T20:50:00Z',
              icon: 'sent',
              state: 'now',
              title: 'Found notice sent to 5. X gave no answer for 10 seconds',
              detail: 'Looks: 21:51 not there, 21:54 not there, next 22:00. Then a person.',
            },
            {
              id: '5',
              time: '22:00',
              at: '2026-10-06T21:00:00Z',
              icon: 'sent',
              state: 'person',
              title: 'We cannot tell whether it is live on X',
            },
          ]}
        />
      </Section>
    </div>
  </div>
)
