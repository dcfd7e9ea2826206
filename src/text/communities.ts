// Words for founding a community and for its ways of working.
import { phrases } from '#kit/phrase.ts'

export const communityText = phrases({
  name: ['社区叫什么', 'Name of the community'],
  nameHint: ['比如：石埕社区', 'For example: 石埕社区'],
  street: ['属于哪个街道', 'Street (sub-district)'],
  slug: ['网址里的短名', 'Short name in addresses'],
  slugHint: ['小写字母，比如 shicheng。印到码上就别再改', 'Lower-case letters, such as shicheng. It is printed on the codes, so it stays'],
  slugWrong: ['用 2 到 31 个小写字母、数字或短横，字母开头', '2 to 31 lower-case letters, digits or hyphens, a letter first'],
  slugTaken: ['这个短名有人用了，换一个', 'This short name is taken; choose another'],
  method: ['用哪种工作法', 'Way of working'],
  phone: ['值班电话', 'Telephone'],
  phoneHint: ['不会用手机的人打这个；印在每一页上', 'For those without a smartphone; printed on every page'],
  secretaryName: ['书记姓名', 'Secretary’s name'],
  secretaryPhone: ['书记手机号', 'Secretary’s phone'],
  secretaryPhoneHint: ['以后用它收验证码登录', 'Used to sign in with a code'],
  summaryFound: ['建社区', 'Found a community'],
})

export const methodText = phrases({
  '163': ['163 六事工作法', '163: six steps'],
  '1720': ['1720 一起爱邻', '1720: love the neighbourhood together'],
  'siwei': ['四微 一拨我就来', 'Four-micro: call and I come'],
  '1+3+N': ['1+3+N 邻里议事会', '1+3+N: neighbours’ council'],
  'yihe-liuyuan': ['一核六元 一网七格', 'One core, six parties'],
  'wuwei-yiti': ['五位一体 网格+养老', 'Five in one: grid and elder care'],
  '520': ['520 吾爱邻', '520: I love my neighbours'],
})
