// Words for places.
import { phrases } from '#kit/phrase.ts'

export const placeText = phrases({
  estate: ['小区', 'estate'],
  building: ['楼栋', 'building'],
  entrance: ['单元', 'entrance'],
  home: ['户', 'home'],
  thing: ['公共设施', 'common facility'],
  notHere: ['这里没有这个地点，码可能旧了。打社区电话问一声', 'There is no such place here; the code may be old. Call the community and ask'],
})
