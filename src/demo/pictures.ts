// A few simple drawings as photos: drawn here, then taken in like any stranger's picture.
import sharp from 'sharp'

/** What the drawings show. */
export type PictureName = 'lift' | 'door' | 'lamp' | 'steps' | 'slide' | 'water' | 'tree' | 'bins'

const WIDTH = 1200
const HEIGHT = 900

const wall = '<rect width="1200" height="900" fill="#e8e0d2"/>'
const floor = '<rect y="700" width="1200" height="200" fill="#b9ab96"/>'
const yard = '<rect width="1200" height="520" fill="#cfe0e6"/><rect y="520" width="1200" height="380" fill="#c9bda6"/>'

const DRAWINGS: Readonly<Record<PictureName, string>> = {
  lift: `${wall}${floor}
    <rect x="330" y="120" width="540" height="620" fill="#8d959a"/>
    <rect x="350" y="140" width="235" height="600" fill="#b8c0c4"/>
    <rect x="635" y="140" width="215" height="600" fill="#b8c0c4"/>
    <rect x="585" y="140" width="50" height="600" fill="#2e3336"/>
    <circle cx="960" cy="430" r="26" fill="#a5402d"/>
    <circle cx="960" cy="510" r="26" fill="#f3eee4"/>`,
  door: `${wall}${floor}
    <rect x="380" y="100" width="440" height="640" fill="#6d4c36"/>
    <path d="M410 130h340l-70 40v540l-340 20z" fill="#8b6346"/>
    <circle cx="640" cy="440" r="20" fill="#d9b45b"/>
    <rect x="890" y="330" width="110" height="190" fill="#4a4f52"/>`,
  lamp: `
    <rect width="1200" height="900" fill="#3a3d45"/>
    <path d="M0 900 300 620h600l300 280z" fill="#2a2c32"/>
    <path d="M560 90h80v70h-80z" fill="#8a8d94"/>
    <ellipse cx="600" cy="190" rx="90" ry="46" fill="#5e6169"/>
    <path d="M200 640h160v-70h160v-70h160v-70h160" fill="none" stroke="#6b6e77" stroke-width="16"/>`,
  steps: `${yard}
    <g fill="#9f937e">
      <rect x="200" y="440" width="800" height="70"/>
      <rect x="160" y="510" width="880" height="70"/>
      <rect x="120" y="580" width="960" height="70"/>
      <rect x="80" y="650" width="1040" height="70"/>
    </g>
    <path d="M120 740h900" stroke="#7fa3b3" stroke-width="34"/>
    <rect x="470" y="180" width="260" height="260" fill="#74604b"/>`,
  slide: `${yard}
    <path d="M300 300h180v420h-40V340h-100v380h-40z" fill="#c9562f"/>
    <path d="M480 320 900 690h-90L480 400z" fill="#e2a63b"/>
    <ellipse cx="860" cy="740" rx="230" ry="50" fill="#4f7f63"/>
    <path d="M800 720l60 30 40-26 60 34" stroke="#2b3b31" stroke-width="12" fill="none"/>`,
  water: `${yard}
    <ellipse cx="600" cy="700" rx="470" ry="130" fill="#6f97a8"/>
    <ellipse cx="600" cy="690" rx="400" ry="96" fill="#86adbc"/>
    <rect x="250" y="250" width="180" height="330" fill="#a79a85"/>
    <rect x="770" y="250" width="180" height="330" fill="#a79a85"/>`,
  tree: `${yard}
    <path d="M540 640c30-140 20-250 0-330h120c-20 90-30 200 10 330z" fill="#7a5a3c"/>
    <circle cx="600" cy="230" r="210" fill="#4f7a4b"/>
    <path d="M300 760l140-50 60 30 90-70 110 60 80-34 140 70" fill="none" stroke="#7a5a3c" stroke-width="26"/>
    <path d="M200 800h800" stroke="#94795c" stroke-width="20" stroke-dasharray="90 14"/>`,
  bins: `${yard}
    <g>
      <rect x="220" y="380" width="210" height="330" fill="#4c6f8f"/>
      <rect x="490" y="380" width="210" height="330" fill="#5d8a5b"/>
      <rect x="760" y="380" width="210" height="330" fill="#8a8d94"/>
    </g>
    <path d="M200 380 430 300l20 40z" fill="#3c5871"/>
    <path d="M430 760c90-40 240-30 330 10" stroke="#7b715f" stroke-width="40" fill="none"/>`,
}

/** The drawing as a PNG of 1200 × 900. */
export async function drawn(name: PictureName): Promise<Buffer> {
  const size = `viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${DRAWINGS[name]}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
