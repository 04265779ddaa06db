import * as Turbo from "@hotwired/turbo"

/** A form that came back after a sign-in stands under the address of the sign-in: its page is refreshed, and left, under its own. */
export function restoreAddress() {
  const { address } = document.documentElement.dataset
  if (!address) return
  const here = new URL(address, location.href)
  Turbo.navigator.history.replace(here)
  Turbo.session.view.lastRenderedLocation = here
}
