// What is said when a setting cannot be used.
import { phrases } from '#kit/phrase.ts'

export const configText = phrases({
  wrong: [(name: string, how: string) => `${name} 写得不对：${how}。`, (name: string, how: string) => `${name} cannot be used: ${how}.`],
  PORT: ['要 0 到 65535 的整数，比如 8080', 'write a whole number from 0 to 65535, such as 8080'],
  DATABASE_URL: ['要像 postgres://名字:密码@主机:5432/库名', 'write it like postgres://name:password@host:5432/database'],
  PUBLIC_URL: ['要居民打开的网址，比如 https://linju.example.cn', 'write the address that residents open, such as https://linju.example.cn'],
  SMS_GATEWAY_URL: ['要短信网关的网址，http 或 https 开头', 'write the address of the SMS gateway, beginning with http or https'],
  SMTP_URL: ['要像 smtp://名字:密码@主机:587 或 smtps://…', 'write it like smtp://name:password@host:587 or smtps://…'],
  MAIL_FROM: ['要写谁发的信，比如 石埕社区 <notice@example.cn>，和 SMTP_URL 一起给', 'write who sends the mail, such as Shicheng <notice@example.cn>, together with SMTP_URL'],
  OIDC_ISSUER: ['要网址，并同时给出 OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET', 'write an address, and give OIDC_CLIENT_ID and OIDC_CLIENT_SECRET with it'],
  METRICS_TOKEN: ['至少 16 个字，只给监控程序用', 'write at least 16 characters, for the watching program alone'],
  LINJU_API_READS: ['要正整数：程序每分钟最多看几次，比如 600', 'write a whole number from 1: how often a program may look each minute, such as 600'],
  LINJU_API_WRITES: ['要正整数：程序每分钟最多办几次，比如 60', 'write a whole number from 1: how often a program may act each minute, such as 60'],
  LINJU_PROCESSES: ['要 1 到 64 的整数：用几个进程来应答', 'write a whole number from 1 to 64: how many processes answer'],
  LINJU_PROXIES: ['要 0 到 5 的整数：前面有几层反向代理', 'write a whole number from 0 to 5: how many proxies stand in front'],
  other: ['请看 README 里的设置表', 'see the table of settings in the README'],
  portTaken: [
    (host: string, port: number) => `${host}:${port} 已被别的程序占用。请用 PORT 换一个端口，比如 PORT=${port + 1} npm start。`,
    (host: string, port: number) => `${host}:${port} is taken by another program. Choose another with PORT, such as PORT=${port + 1} npm start.`,
  ],
  hostUnknown: [
    (host: string) => `这台机器没有 ${host} 这个地址。请把 HOST 设成 127.0.0.1 或 0.0.0.0。`,
    (host: string) => `This machine has no address ${host}. Set HOST to 127.0.0.1 or 0.0.0.0.`,
  ],
  portForbidden: [
    (port: number) => `普通账号用不了端口 ${port}。请用 PORT 换成 1024 以上的。`,
    (port: number) => `An ordinary account may not use port ${port}. Choose one above 1024 with PORT.`,
  ],
})
