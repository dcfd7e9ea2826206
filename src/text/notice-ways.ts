// By which ways notices leave the house, in words.
import { phrases } from '#kit/phrase.ts'

export const channelKindText = phrases({
  wecom: ['企业微信群', 'WeCom group'],
  dingtalk: ['钉钉群', 'DingTalk group'],
  feishu: ['飞书群', 'Feishu group'],
  webhook: ['程序', 'Program'],
})

export const viaText = phrases({
  mail: ['邮件', 'mail'],
  push: ['推送', 'push'],
  sms: ['短信', 'text message'],
  wecom: ['企业微信群', 'WeCom group'],
  dingtalk: ['钉钉群', 'DingTalk group'],
  feishu: ['飞书群', 'Feishu group'],
  webhook: ['程序', 'program'],
})
