/** Simple landscape pictures, 1200 by 675, drawn as SVG: nobody's photograph, nobody's face. */
const picture = (sky: string, ...parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675"><rect width="1200" height="675" fill="${sky}"/>${parts.join('')}</svg>`

const shape = (fill: string, path: string): string => `<path fill="${fill}" d="${path}"/>`
const box = (fill: string, x: number, y: number, width: number, height: number): string =>
  `<rect fill="${fill}" x="${x}" y="${y}" width="${width}" height="${height}"/>`
const disc = (fill: string, x: number, y: number, r: number): string =>
  `<circle fill="${fill}" cx="${x}" cy="${y}" r="${r}"/>`
const many = (count: number, draw: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => draw(n)).join('')

const farHills = (fill: string): string =>
  shape(fill, 'M0 380 L180 300 L360 350 L560 260 L760 340 L960 280 L1200 360 V675 H0Z')
const nearHills = (fill: string): string => shape(fill, 'M0 470 L260 410 L520 480 L800 400 L1200 490 V675 H0Z')
const cone = (x: number, y: number, size: number): string =>
  shape('#e07b39', `M${x} ${y} l${size * 0.35} ${-size} l${size * 0.35} ${size}Z`) +
  box('#f4efe6', x + size * 0.19, y - size * 0.55, size * 0.32, size * 0.14)
const house = (x: number, y: number, wall: string, lit: boolean): string =>
  box(wall, x, y, 170, 220) +
  shape('#3a3f4d', `M${x - 10} ${y} l95 -80 l95 80Z`) +
  box(lit ? '#f6d27a' : '#262b36', x + 30, y + 50, 45, 60) +
  box('#262b36', x + 100, y + 120, 40, 100)

/** Outside a shop at night, somebody walks past. */
const shop = [
  '#20242d',
  box('#39404d', 140, 120, 920, 400),
  box('#d9c58a', 190, 180, 500, 250),
  box('#8f8457', 190, 300, 500, 8),
  box('#171a20', 760, 180, 220, 340),
  box('#2b303a', 0, 520, 1200, 155),
  shape('#a3382c', 'M470 590 q-20 -160 20 -210 q40 -20 70 10 q30 60 10 200Z'),
  disc('#c79b7c', 520, 340, 34),
  shape('#1c1a18', 'M486 338 q34 -52 70 -4 q-30 -16 -70 4Z'),
] as const

export const scenes = {
  road: picture(
    '#2a313c',
    farHills('#191f29'),
    shape('#3a414d', 'M380 675 L560 360 H640 L1020 675Z'),
    shape('#c9ced6', 'M575 675 L596 380 H606 L640 675Z'),
    cone(330, 660, 110),
    cone(420, 560, 80),
    cone(490, 480, 55),
    cone(535, 430, 38),
  ),
  harbour: picture(
    '#cfe0e8',
    box('#6d93a8', 0, 430, 1200, 245),
    box('#8c8377', 0, 400, 760, 60),
    shape('#f4f1ea', 'M930 430 V220 h60 V430Z'),
    box('#b5483a', 930, 280, 60, 50),
    shape('#3c4a57', 'M925 220 h70 l-12 -40 h-46Z'),
    many(
      3,
      (n) =>
        shape(['#a34b3f', '#34586e', '#4d6a4a'][n] ?? '#444444', `M${120 + n * 200} 490 h130 l-25 45 h-80Z`) +
        box('#5b4b3a', 180 + n * 200, 400, 6, 90),
    ),
  ),
  bridge: picture(
    '#b9c6d2',
    box('#5d6470', 0, 520, 1200, 155),
    box('#dfe3e8', 0, 592, 1200, 6),
    box('#6f5b49', 60, 300, 1080, 40),
    box('#57483a', 180, 340, 50, 180),
    box('#57483a', 970, 340, 50, 180),
    many(
      36,
      (n) => `<path stroke="#8d98a3" stroke-width="3" d="M${60 + n * 30} 300 l30 -90 M${90 + n * 30} 300 l-30 -90"/>`,
    ),
  ),
  street: picture(
    '#3b3f5c',
    disc('#e9e3cf', 980, 120, 46),
    many(6, (n) => house(30 + n * 195, 330, n % 2 === 0 ? '#7a5a4c' : '#8b7868', n === 3)),
    box('#2c2f3a', 0, 550, 1200, 125),
  ),
  hills: picture(
    '#e8e2d0',
    disc('#f5d68a', 860, 190, 70),
    farHills('#9fb0a4'),
    nearHills('#6f8a72'),
    shape('#48634d', 'M0 580 L400 530 L800 590 L1200 550 V675 H0Z'),
  ),
  dog: picture(
    '#dfe6df',
    farHills('#a9bba8'),
    nearHills('#7f9a78'),
    shape(
      '#1f2226',
      'M540 560 q-10 -150 60 -190 l-34 -20 q-10 -50 40 -70 l10 -34 l30 30 q50 0 56 46 l-40 24 q70 60 66 214Z',
    ),
    disc('#f2f0ea', 612, 312, 6),
  ),
  sheep: picture(
    '#dbe6ec',
    farHills('#9db39c'),
    shape('#8c8377', 'M0 520 Q600 380 1200 520 V590 Q600 470 0 590Z'),
    shape('#6d93a8', 'M0 675 Q600 560 1200 675Z'),
    many(5, (n) => disc('#f7f5ef', 560 + n * 32, 380 - (n % 2) * 16, 34)),
    shape('#2c2a28', 'M700 350 q44 -8 50 34 q-26 20 -46 2Z'),
    many(4, (n) => box('#2c2a28', 560 + n * 40, 400, 8, 46)),
  ),
  field: picture(
    '#dfeaf2',
    farHills('#a5bda0'),
    many(9, (n) =>
      shape(n % 2 === 0 ? '#b9a85f' : '#9c9a55', `M${n * 134} 675 L${400 + n * 45} 440 h45 L${134 + n * 134} 675Z`),
    ),
    box('#5b4b3a', 120, 470, 220, 10),
    box('#5b4b3a', 120, 510, 220, 10),
    box('#5b4b3a', 120, 450, 12, 110),
    box('#5b4b3a', 328, 450, 12, 110),
    box('#a33c2f', 820, 400, 120, 60),
    disc('#2b2b2b', 840, 470, 38),
    disc('#2b2b2b', 930, 480, 24),
  ),
  desk: picture(
    '#1e2430',
    box('#3b332b', 0, 520, 1200, 155),
    box('#0e1219', 260, 230, 300, 210),
    box('#0e1219', 600, 230, 300, 210),
    box('#3e5f8a', 276, 246, 268, 178),
    box('#35547c', 616, 246, 268, 178),
    box('#0e1219', 390, 440, 40, 80),
    box('#0e1219', 730, 440, 40, 80),
    shape('#c9ced6', 'M980 520 v-70 h70 v70Z M1050 462 h26 v40 h-26Z'),
    '<path fill="none" stroke="#8a94a3" stroke-width="14" d="M130 520 a60 60 0 0 1 120 0"/>',
  ),
  coins: picture(
    '#f2efe7',
    '<circle cx="600" cy="337" r="200" fill="none" stroke="#22397a" stroke-width="110"/>',
    '<circle cx="600" cy="337" r="200" fill="none" stroke="#b3bfe1" stroke-width="110" stroke-dasharray="239 1018" transform="rotate(-90 600 337)"/>',
  ),
  shop: picture(...shop),
  shopWide: picture(
    ...shop,
    disc('#b98d6c', 250, 360, 30),
    shape('#3f5a7d', 'M205 600 q-14 -150 18 -196 q36 -16 60 10 q20 60 8 186Z'),
    box('#2a2f3a', 310, 500, 110, 60),
    disc('#111318', 325, 580, 18),
    disc('#111318', 405, 580, 18),
  ),
  smoke: picture(
    '#cdd6df',
    box('#6d93a8', 0, 470, 1200, 205),
    box('#5f6a75', 120, 330, 420, 140),
    box('#7a8691', 560, 260, 90, 210),
    many(6, (n) => disc(`rgba(120,126,134,${0.5 - n * 0.06})`, 610 + n * 60, 230 - n * 26, 60 + n * 16)),
  ),
} as const

export type SceneKey = keyof typeof scenes
