import { sha256 } from "@noble/hashes/sha2.js"

const slice = 40
const encoder = new TextEncoder()

/** For each part a number for which SHA-256 of "seed:part:number" begins with enough zero bits. In slices, so that the page stays alive. */
export async function solve({ seed, bits, parts }, tell) {
  const numbers = []
  let number = 0
  while (numbers.length < parts) {
    const until = performance.now() + slice
    while (performance.now() < until && numbers.length < parts) {
      if (beginsWithZeros(sha256(encoder.encode(`${seed}:${numbers.length}:${number}`)), bits)) {
        numbers.push(number)
        number = 0
      } else {
        number++
      }
    }
    tell(numbers.length / parts)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return numbers
}

function beginsWithZeros(hash, bits) {
  const whole = bits >> 3
  for (let i = 0; i < whole; i++) if (hash[i] !== 0) return false
  return (bits & 7) === 0 || hash[whole] >> (8 - (bits & 7)) === 0
}
