// As the services count (TextSanitizer in ServiceDefaults): what is refused there, or does not count, does not count here.
const blanks = "\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const turns = "\\u202a-\\u202e\\u2066-\\u2069"
const fillers = "\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0\\u180b-\\u180f\\ufe00-\\ufe0f\\u{e0000}-\\u{e0fff}"
const unseen = `\\p{Cc}\\p{Cf}${fillers}\\ufffd`

const breaks = /\r\n|[\n\r\f\u0085\u2028\u2029]/g
const refused = new RegExp(`(?![\\n\\t])[\\p{Cc}${turns}]`, "gu")
const blank = new RegExp(`[${blanks}]`, "u")
const everyBlank = new RegExp(`[${blanks}]`, "gu")
const seen = new RegExp(`[^${blanks}${unseen}]`, "u")

/** A text of several lines as it is stored: indents and columns stay, empty lines before it and blanks behind it go. */
export function multiline(text) {
  const clean = text.toWellFormed().replace(breaks, "\n").replace(refused, "")
  let end = clean.length
  while (end > 0 && blank.test(clean[end - 1])) end--
  const lines = clean.slice(0, end).split("\n")
  const first = lines.findIndex((line) => seen.test(line))
  return first < 0 ? "" : lines.slice(first).join("\n")
}

/** A text of one line as it is stored: any blanks between words are one. */
export function oneLine(text) {
  const words = text.toWellFormed().replace(everyBlank, " ").replace(refused, "").split(" ").filter((word) => word)
  const line = words.join(" ")
  return seen.test(line) ? line : ""
}
