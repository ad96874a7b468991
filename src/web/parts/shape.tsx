import type { ReactNode } from 'react'

/** The shape of each state and severity: told apart in grey, before any colour. `--behind` is the ground seen through a filled one. */
const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
const disc = <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
const octagon = <path d="M5.2 1.8h5.600l3.400 3.400v5.600l-3.400 3.400H5.200l-3.400-3.400V5.200z" fill="currentColor" />
const cut = {
  fill: 'none',
  stroke: 'var(--behind, var(--surface))',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const shapes = {
  ring,
  clock: (
    <>
      {ring}
      <path d="M8 4.800V8l2.200 1.400" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  dashed: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3 2.2" />
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </>
  ),
  live: (
    <>
      <circle cx="8" cy="8" r="6.500" fill="currentColor" />
      <path d="M5 8.300l2.100 2.100L11 6" {...cut} strokeWidth="1.8" />
    </>
  ),
  bars: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1" fill="currentColor" />
      <path d="M6 5.500v5M10 5.500v5" {...cut} strokeLinecap="butt" strokeWidth="2" />
    </>
  ),
  cross: (
    <>
      {octagon}
      <path d="M5.700 5.700l4.600 4.600M10.300 5.700l-4.600 4.600" {...cut} strokeWidth="1.7" />
    </>
  ),
  diamond: (
    <>
      <path d="M8 1.200L14.800 8 8 14.800 1.200 8z" fill="currentColor" />
      <path d="M8 4.800v4M8 11v.1" {...cut} strokeWidth="1.8" />
    </>
  ),
  slash: (
    <>
      {ring}
      <path d="M4 12L12 4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  stop: (
    <>
      {octagon}
      <path d="M4.800 8h6.400" {...cut} strokeLinecap="butt" strokeWidth="2" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.800l6.700 12H1.300z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path d="M8 6v3.600M8 11.900v.1" {...cut} strokeWidth="1.7" />
    </>
  ),
  info: (
    <>
      {disc}
      <path d="M8 7.400v3.800M8 4.900v.1" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  ticked: (
    <>
      {disc}
      <path
        d="M5.200 8.200l2 2 3.600-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
} satisfies Record<string, ReactNode>

export type ShapeName = keyof typeof shapes

/** One of the shapes, in the colour of its words. */
export const Shape = ({ name, size = 15 }: { name: ShapeName; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
    {shapes[name]}
  </svg>
)
