// Session cookies on an answer.

/** The same answer with these Set-Cookie lines. */
export function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const line of cookies) answer.headers.append('set-cookie', line)
  return answer
}
