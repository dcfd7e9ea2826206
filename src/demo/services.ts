// The service directory of the made-up street: what is offered in each of its communities, in three classes (S3-29).
import { perform, type Means } from '#kit/action.ts'
import type { House } from '../house.ts'
import type { Actor } from '#modules/people/public.ts'
import { addService, type addServiceInput } from '#modules/services/public.ts'
import type { z } from 'zod'

type Offered = z.input<typeof addServiceInput>

const HALL = '党群服务中心一楼'
const OFFICE = '周一到周五 8:30–12:00，14:30–17:30'

/** Puts the services of a community onto its list; `phone` is the community's own number. */
export async function offerServices(database: House['database'], means: Means, secretary: Actor, phone: string): Promise<void> {
  for (const one of offered(phone)) await perform(database, means, addService, secretary, one)
}

function offered(phone: string): Offered[] {
  return [...government(phone), ...VOLUNTEERS, ...social(phone)]
}

function government(phone: string): Offered[] {
  const at = (window: number, name: string, about: string): Offered =>
    ({ class: 'government', name, about, provider: '居委会', place: `${HALL} ${window} 号窗`, hours: OFFICE, phone })
  return [
    at(1, '居住证明', '带身份证和房产证或租房合同，当场开。不要钱'),
    at(1, '代办老年优待证', '满 60 岁，带身份证、一张照片；走不动的打电话，上门收'),
    at(1, '高龄补贴申请', '满 80 岁，带身份证和银行卡；每年认证一次，可以上门拍'),
    at(2, '医保登记和缴费', '城乡居民医保参保、停保、缴费；新生儿出生 90 天内办'),
    at(2, '失业登记', '带身份证和离职证明，当天录入'),
    at(2, '生育登记', '夫妻双方身份证、结婚证，也可以网上办'),
    at(3, '低保和临时救助', '带户口本、收入材料；经办人入户看过再报街道'),
    at(3, '残疾证预约', '约指定医院评定，行动不便的可以约上门'),
    at(3, '流动人口登记', '租客带身份证和租房合同，五分钟办好'),
  ]
}

const team = (name: string, about: string, place: string, hours: string): Offered => ({ class: 'volunteer', name, about, provider: '邻里服务队', place, hours })

const VOLUNTEERS: readonly Offered[] = [
  team('夜里急事找医生', '先打 120，再找队里医生搭把手；只做帮忙，不代替看病', '上门', '晚上 8 点到早上 7 点轮值'),
  team('陪老人看病', '挂号、取药、陪着回家，提前一天说', '从家里到医院', '周一到周六，提前约'),
  team('修小家电', '插座、台灯、电扇、水龙头；零件钱自己出，手工不要钱', '各小区网格站', '周六 9:00–11:30'),
  team('磨刀理发', '老人和行动不便的优先', '榕树下小广场', '每月第一个周日上午'),
  team('四点半课堂', '一到四年级放学后写作业，要家长签名接送', '邻里活动室', '上学日 16:30–18:00'),
  team('帮忙买菜取件', '生病、带孩子走不开的，说一声', '上门', '每天 9:00–19:00'),
  team('反诈提醒', '接到可疑电话别急，先问问我们；也到楼里讲', '上门、楼道', '随时说，当天回'),
  team('旧物交换', '闲着的东西拿来，用得上的带走', '邻里活动室', '每月第三个周六下午'),
]

function social(phone: string): Offered[] {
  const by = (name: string, about: string, provider: string, place: string, hours: string): Offered => ({ class: 'social', name, about, provider, place, hours, phone })
  return [
    by('长者食堂', '午餐两荤一素，60 岁以上有优惠，走不动的送到家', '榕海长者食堂', '党群服务中心二楼', '每天 11:00–12:30'),
    by('健康小屋', '量血压、测血糖，医生每周坐诊', '社区卫生服务站', `${HALL}右手边`, '周一到周六 8:00–17:00'),
    by('家政到户', '保洁、擦窗、照看，价钱贴在墙上', '共建单位：榕家家政', '上门', '每天 8:00–18:00，提前约'),
    by('法律咨询', '邻里纠纷、合同、遗嘱，先问清楚再决定', '共建单位：榕海律师事务所', `${HALL}调解室`, '每周三 14:30–17:00'),
    by('开锁换锁', '要看身份证和房产证明，公安备案', '备案师傅', '上门', '全天'),
    by('管道疏通', '马桶、下水道，先说价再动手', '共建单位：潮声维修', '上门', '每天 7:00–21:00'),
    by('社工聊一聊', '心里不痛快，和社工坐坐；说的话不外传', '近邻社工站', '党群服务中心三楼', '周二、周四 14:30–17:30'),
  ]
}
