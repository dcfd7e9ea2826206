// What is said while somebody signs in.
import { phrases } from '#kit/phrase.ts'

export const signInText = phrases({
  phoneWrong: ['请填能收短信的手机号，例如 13800138000。', 'Enter a mobile number that can get text messages, such as 13800138000.'],
  codeWrong: ['验证码不对，或已过期。可以重新获取一个。', 'The code is wrong or has expired. You can ask for a new one.'],
  wait: [
    (seconds: number) => seconds < 100 ? `请 ${seconds} 秒后再试。` : `请 ${Math.ceil(seconds / 60)} 分钟后再试。`,
    (seconds: number) => `Please try again in ${seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  ],
  notSent: ['短信暂时发不出去，请过几分钟再试。', 'Text messages cannot be sent just now. Please try again in a few minutes.'],
  sms: [
    (code: string) => `【邻聚】验证码 ${code}，5 分钟内有效。请不要告诉别人。`,
    (code: string) => `[Linju] Your code is ${code}. It is good for 5 minutes. Keep it to yourself.`,
  ],
  providerAway: [
    (name: string) => `暂时连不上${name}，请改用手机验证码，或过一会儿再试。`,
    (name: string) => `${name} cannot be reached just now. Sign in with your phone, or try again later.`,
  ],
  device: [
    (system: string, browser: string) => [system || '未知设备', browser].filter(Boolean).join(' · '),
    (system: string, browser: string) => [system || 'unknown device', browser].filter(Boolean).join(' · '),
  ],
  wechat: ['微信', 'WeChat'],
  androidPhone: ['安卓手机', 'Android phone'],
  androidTablet: ['安卓平板', 'Android tablet'],
  windows: ['Windows 电脑', 'Windows computer'],
  mac: ['苹果电脑', 'Mac'],
  linux: ['Linux 电脑', 'Linux computer'],
  harmony: ['鸿蒙设备', 'HarmonyOS device'],
})
