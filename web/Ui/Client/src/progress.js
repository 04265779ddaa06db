const patience = 200

/** A bar at the top of the page when a visit takes longer than a moment. */
export function followVisits() {
  let timer, bar
  const start = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      bar ??= document.createElement("div")
      bar.className = "progress"
      bar.style.scale = "0.05 1"
      document.body.append(bar)
      requestAnimationFrame(() => { bar.style.scale = "0.7 1" })
    }, patience)
  }
  const end = () => {
    clearTimeout(timer)
    bar?.remove()
  }
  addEventListener("turbo:visit", start)
  addEventListener("turbo:submit-start", start)
  addEventListener("turbo:submit-end", end)
  addEventListener("turbo:render", end)
  addEventListener("turbo:load", end)
}
