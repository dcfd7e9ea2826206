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

export const pointText = phrases({
  title: ['地图上的位置', 'Position on the map'],
  lead: ['手机上报事的人只有定位，靠这个找到是哪里', 'A report that comes with nothing but a position finds its place by this'],
  now: [(latitude: number, longitude: number) => `现在记的是北纬 ${latitude}、东经 ${longitude}`, (latitude: number, longitude: number) => `Now: ${latitude} north, ${longitude} east`],
  latitude: ['纬度', 'Latitude'],
  latitudeHint: ['比如 26.074508。要 GPS（WGS-84）的数，高德、百度地图上抄来的会偏几百米', 'Such as 26.074508. As GPS says (WGS-84): what Amap or Baidu show is hundreds of metres off'],
  latitudeWrong: ['纬度是 -90 到 90 之间的数，比如 26.074508', 'A latitude is a number from -90 to 90, such as 26.074508'],
  longitude: ['经度', 'Longitude'],
  longitudeHint: ['比如 119.296494', 'Such as 119.296494'],
  longitudeWrong: ['经度是 -180 到 180 之间的数，比如 119.296494', 'A longitude is a number from -180 to 180, such as 119.296494'],
  set: ['记下位置', 'Keep the position'],
  summary: ['记下地点的位置', 'Set where a place lies'],
  notHere: ['只记小区和楼栋的位置', 'Only estates and buildings have a position'],
})
