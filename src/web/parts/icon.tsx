/** Our own line icons on a 16 px grid. Each is one or more paths; a circle is written as two arcs. */
const paths = {
  today: 'M2.5 4.5h11v9h-11zM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3',
  write: 'M3 13l.7-3L10.5 3.2a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L6 12.3zM9.2 4.5l2.3 2.3',
  desk: 'M2 11.5h12M3.5 11.5a4.5 4.5 0 0 1 9 0M8 7V5M6.5 5h3M2 14h12',
  approve: 'M2.2 8a5.8 5.8 0 1 0 11.6 0a5.8 5.8 0 1 0-11.6 0M5.4 8.2l1.8 1.8 3.5-3.8',
  posts: 'M3 4h10M3 8h10M3 12h6',
  register: 'M3 2.5h8.5a1.5 1.5 0 0 1 1.5 1.5v9.5H4.5A1.5 1.5 0 0 1 3 12zM3 12a1.5 1.5 0 0 1 1.5-1.5H13M5.8 5.5h4.4',
  objectives: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  measures: 'M2.5 13.5h11M4 11V8M7 11V4M10 11V6.5M13 11V9',
  scales: 'M8 2.5v11M4.5 13.5h7M3 5h10M3 5L1.5 9h3zM13 5l-1.5 4h3z',
  practice: 'M2.5 13.5h11M4.5 13.5L7.2 3h1.6l2.7 10.5M6.2 7h3.6M5.3 10.3h5.4',
  rules: 'M4 2.5h6l2.5 2.5v8.5H4zM6 7h4.5M6 9.5h4.5M6 4.8h2',
  people:
    'M3.7 5.5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M1.8 13c.3-2.6 2-4 4.2-4s3.9 1.4 4.2 4M10.5 3.5a2.2 2.2 0 0 1 0 4.1M12 9.5c1.4.5 2.1 1.8 2.3 3.5',
  health: 'M1.5 8.5h3l1.5-4 3 8 1.7-4h3.8',
  settings:
    'M2.5 4.5h5M11 4.5h2.5M7.5 4.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M2.5 11.5h2.6M8.5 11.5h5M5.1 11.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0',
  directory: 'M5 4h6l1 6-1.5 2.5h-5L4 10zM8 4V2M6 12.5V14h4v-1.5',
  find: 'M2.7 7a4.3 4.3 0 1 0 8.6 0a4.3 4.3 0 1 0-8.6 0M10.2 10.2l3.3 3.3',
  earlier: 'M2.5 8A5.5 5.5 0 1 0 4.3 4M2.5 2.5V5.5h3M8 5v3.2l2 1.3',
  clock: 'M2.2 8a5.8 5.8 0 1 0 11.6 0a5.8 5.8 0 1 0-11.6 0M8 4.8V8l2.3 1.6',
  lock: 'M3.5 7.5h9v6h-9zM5.3 7.5V5.3a2.7 2.7 0 0 1 5.4 0v2.2',
  hand: 'M5 8V4.2a1 1 0 0 1 2 0V7.5V3a1 1 0 0 1 2 0v4.5V4a1 1 0 0 1 2 0v5.5c0 2.5-1.5 4-3.7 4-2 0-2.8-1-4.3-4-.5-1 .6-1.7 1.3-.9z',
  tick: 'M3.5 8.5l3 3 6-7',
  down: 'M4.5 6.5L8 10l3.5-3.5',
  next: 'M6.5 4.5L10 8l-3.5 3.5',
  back: 'M9.5 4.5L6 8l3.5 3.5',
  standDown: 'M8 3v10M4.5 9.5L8 13l3.5-3.5',
  sent: 'M8 13V3M4.5 6.5L8 3l3.5 3.5',
  reply: 'M6.5 4L2.5 8l4 4M2.5 8h6a5 5 0 0 1 5 4.5',
  copy: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.5 13.5h11',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  flag: 'M4 14V2.5M4 3h8l-1.8 2.7L12 8.5H4',
  hide: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM3 13L13 3',
  key: 'M2.5 11a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M6.8 9.2L13 3M10.5 5.5l2 2M9 7l1.5 1.5',
  phone:
    'M3.5 2.8h2.5l1.2 3-1.7 1.2a8 8 0 0 0 3.5 3.5l1.2-1.7 3 1.2v2.5a1 1 0 0 1-1 1A9.8 9.8 0 0 1 2.5 3.8a1 1 0 0 1 1-1z',
  shield: 'M8 2l5 1.8v4c0 3-2 5-5 6.2-3-1.2-5-3.2-5-6.2v-4z',
  close: 'M4 4l8 8M12 4l-8 8',
  picture: 'M2.5 3.5h11v9h-11zM2.5 10.5l3-3 3 3 2-2 3 3M9.2 6a.9.9 0 1 0 1.8 0a.9.9 0 1 0-1.8 0',
  up: 'M4.5 9.5L8 6l3.5 3.5',
  light:
    'M5.5 8a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1',
} as const

export type IconName = keyof typeof paths

/** A line icon; always beside words, so hidden from screen readers. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)

/** Two bars: hold. Heavier than the other icons. */
export const HoldIcon = ({ size = 14 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.2"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M5.5 3.5v9M10.5 3.5v9" />
  </svg>
)

/** The lamp over the station door: the mark of the product. */
export const ProductMark = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
    <path d="M11 1v2.4" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    <path
      d="M5.2 4.2h11.6l1.5 8.800-2.700 3.600H6.400L3.700 13z"
      fill="currentColor"
      fillOpacity=".18"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
    <path d="M8.600 4.200L8 16.600M13.400 4.200l.6 12.400" stroke="currentColor" strokeWidth="1.2" />
    <path d="M3 20.200h16" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  </svg>
)
