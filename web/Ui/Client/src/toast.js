const shown = 6000

/** A word about what just happened, for the eye and for who listens. */
export function toast(text) {
  const word = document.createElement("div")
  word.className = "toast"
  word.textContent = text
  document.getElementById("toasts").replaceChildren(word)
  setTimeout(() => word.remove(), shown)
}
