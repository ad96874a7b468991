import { NetworkMark } from '../parts/network-mark.tsx'
import { NowList } from '../parts/now-list.tsx'
import { Signature } from '../parts/signature.tsx'

export const Today = () => (
  <NowList
    items={[
      {
        id: '1',
        kind: { shape: 'diamond', words: 'May be in danger' },
        risk: true,
        heading: 'Nobody has looked at this message yet',
        quote: 'shes gone out with no coat and left her phone here and theres a note. please can someone look at this',
        place: (
          <>
            <NetworkMark mark="Fb" name="Facebook" /> private message to Eastby North, 21:31. Cover there ended at
            18:00.
          </>
        ),
        clock: { figure: '9 min', words: 'waiting, 6 left' },
        act: { words: 'Open and take it', to: '/posts' },
      },
      {
        id: '2',
        kind: { shape: 'diamond', words: 'Stand down' },
        heading: 'Dilwyn Hales is found. His appeal is still live in 5 places',
        place: 'Insp Nadia Farrow closed the search at 21:12. Three partners copied his picture.',
        clock: { figure: '42 min', words: 'since he was found' },
        act: { words: 'Stand down in 5 places', to: '/posts' },
      },
      {
        id: '3',
        kind: { shape: 'clock', words: 'Approval' },
        heading: 'CCTV appeal, Quay Street robbery, due out at 22:00',
        place: 'DI Paula Rensby approved the picture at 21:26. Not released by 22:00, it is held.',
        clock: { figure: '20 min', words: 'left to decide' },
        act: { words: 'Read and decide', to: '/approvals' },
      },
      {
        id: '4',
        kind: { shape: 'diamond', words: 'Cannot tell' },
        heading: 'We cannot tell whether one notice is live on X',
        place: (
          <>
            Signed <Signature text="ACC MJ:" />, sent once at 21:50.
          </>
        ),
        clock: { figure: '14 min', words: 'since we looked' },
        takenBy: 'Aisha Bellamy has this since 21:42',
      },
    ]}
  />
)
