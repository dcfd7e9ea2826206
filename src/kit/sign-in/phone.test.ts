import assert from 'node:assert/strict'
import { it } from 'node:test'
import { deviceInWords } from './device.ts'
import { maskedPhone, phoneNumber } from './phone.ts'

it('a phone is the same however it is typed', () => {
  const ways = ['13800138000', ' 138 0013 8000 ', '138-0013-8000', '+86 13800138000', '8613800138000', '0086 138 0013 8000', '１３８００１３８０００']
  for (const typed of ways) {
    assert.equal(phoneNumber(typed), '+8613800138000', typed)
  }
  assert.equal(phoneNumber('+852 5123 4567'), '+85251234567')
})

it('what no text message can reach is no phone', () => {
  const none = ['', '1380013800', '138001380000', '12800138000', '021-62345678', '+8621', '+86 21 62345678', 'phone', '+0123456789',
    `1${'3'.repeat(5000)}`]
  for (const typed of none) {
    assert.equal(phoneNumber(typed), null, typed)
  }
})

it('a masked phone shows three digits and four', () => {
  assert.equal(maskedPhone('+8613800138000'), '138****8000')
})

it('a device is named in words, an odd one too', () => {
  const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1'
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0'
  assert.equal(deviceInWords(iPhone)('zh'), 'iPhone · Safari')
  assert.equal(deviceInWords(edge)('zh'), 'Windows 电脑 · Edge')
  assert.equal(deviceInWords('')('zh'), '未知设备')
  assert.equal(deviceInWords('curl/8')('en'), 'unknown device')
})
