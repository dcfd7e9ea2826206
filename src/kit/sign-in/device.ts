// What a browser says of itself, in words that a person recognises in the list of sessions.
import type { Said } from '#kit/phrase.ts'
import { signInText } from '#text/sign-in.ts'

type Name = 'wechat' | 'androidPhone' | 'androidTablet' | 'windows' | 'mac' | 'linux' | 'harmony'

const SYSTEMS: [RegExp, Name | 'iPhone' | 'iPad'][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/OpenHarmony|HarmonyOS/, 'harmony'],
  [/Android.*Mobile/, 'androidPhone'],
  [/Android/, 'androidTablet'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux|X11/, 'linux'],
]

// In this order: most browsers also call themselves Chrome, and Chrome calls itself Safari.
const BROWSERS: [RegExp, 'wechat' | 'QQ' | 'UC' | 'Edge' | 'Firefox' | 'Chrome' | 'Safari'][] = [
  [/MicroMessenger/, 'wechat'],
  [/QQBrowser/, 'QQ'],
  [/UCBrowser/, 'UC'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

/** «安卓手机 · 微信»: the device and the browser behind a User-Agent header. */
export function deviceInWords(userAgent: string): Said {
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? ''
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? ''
  return lang => {
    const text = signInText(lang)
    const systemName = system === '' || system === 'iPhone' || system === 'iPad' ? system : text[system]
    return text.device(systemName, browser === 'wechat' ? text.wechat : browser)
  }
}
