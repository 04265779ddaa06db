import * as Turbo from "@hotwired/turbo"

const cookie = "zone"
const kept = 365 * 24 * 60 * 60

/** Tells the host once by which clock this browser goes; hours that came in another zone are asked for again. */
export function reportTimeZone() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const told = `${cookie}=${timeZone}`
  const isTold = () => document.cookie.split("; ").includes(told)
  if (!timeZone || isTold()) return
  const secure = location.protocol === "https:" ? "; secure" : ""
  document.cookie = `${told}; path=/; max-age=${kept}; samesite=lax${secure}`
  // Without a zone on the page its reader has chosen one. A page that came back with what was typed is not there a second time.
  const { zone, address } = document.documentElement.dataset
  const hasHours = document.querySelector("main time") !== null && document.querySelector("#wrong-fields, #redisplay") === null
  if (!isTold() || !zone || zone === timeZone || address || !hasHours) return
  const look = () => Turbo.visit(location.href, { action: "replace", shouldCacheSnapshot: false, refresh: {} })
  addEventListener("turbo:load", look, { once: true })
}
