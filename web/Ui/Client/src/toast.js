const usual = 6000

/** A word about what just happened, for the eye and for who listens; for some milliseconds. */
export function toast(text, shown = usual) {
  const word = document.createElement("div")
  word.className = "toast"
  word.textContent = text
  document.getElementById("toasts").replaceChildren(word)
  if (shown < Infinity) setTimeout(() => word.remove(), shown)
  return word
}
