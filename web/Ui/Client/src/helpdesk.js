import * as Turbo from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import { restoreAddress } from "./restored-address.js"
import { keepTyped } from "./keep-typed.js"
import { keepUnsent } from "./keep-unsent.js"
import { reportTimeZone } from "./time-zone.js"
import Background from "./controllers/background.js"
import Captcha from "./controllers/captcha.js"
import Copy from "./controllers/copy.js"
import Count from "./controllers/count.js"
import Countdown from "./controllers/countdown.js"
import Dialog from "./controllers/dialog.js"
import Files from "./controllers/files.js"
import Focus from "./controllers/focus.js"
import Live from "./controllers/live.js"
import Menu from "./controllers/menu.js"
import Once from "./controllers/once.js"
import Print from "./controllers/print.js"
import Reveal from "./controllers/reveal.js"

document.documentElement.classList.add("scripted")
Turbo.config.drive.progressBarDelay = 200
restoreAddress()
// In this order: what was not sent is not answered either.
keepUnsent()
keepTyped()
reportTimeZone()
// A place on the page that is open already: fetching the page for it would lose what was typed there.
addEventListener("turbo:click", (event) => { if (event.target.getAttribute("href")?.startsWith("#")) event.preventDefault() })

// A look at the page that gives way to what somebody sends is broken off on purpose, and what nobody answered is said or repeated: no error
// of a script.
const unanswered = new WeakSet()
addEventListener("turbo:fetch-request-error", (event) => unanswered.add(event.detail.error))
addEventListener("unhandledrejection", (event) => {
  if (event.reason?.name === "AbortError" || unanswered.has(event.reason)) event.preventDefault()
})

// Turbo marks the whole document as busy while it fetches the next page, which no document may be: the page that is there can be read on.
addEventListener("turbo:visit", () => document.documentElement.removeAttribute("aria-busy"))

const application = Application.start()
const controllers = {
  background: Background, captcha: Captcha, copy: Copy, count: Count, countdown: Countdown, dialog: Dialog, files: Files, focus: Focus,
  live: Live, menu: Menu, once: Once, print: Print, reveal: Reveal,
}
for (const [name, controller] of Object.entries(controllers)) application.register(name, controller)
