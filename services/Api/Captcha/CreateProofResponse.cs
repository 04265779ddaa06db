namespace Helpdesk.Api.Captcha;

/// <summary>
/// A proof of work for the caller's machine: for each part, counted from 0, a number such that the SHA-256 of the text
/// <c>seed:part:number</c> begins with so many zero bits.
/// </summary>
/// <param name="Id">The proof, to be solved once.</param>
/// <param name="Kind">Always <c>proof-of-work</c>.</param>
/// <param name="Algorithm">Always <c>SHA-256</c>.</param>
/// <param name="Seed">Goes into every hash.</param>
/// <param name="Bits">Zero bits at the beginning of every hash.</param>
/// <param name="Parts">How many numbers have to be found.</param>
/// <param name="ExpiresAt">Until when it can be solved (UTC).</param>
public sealed record CreateProofResponse(
    Guid Id, string Kind, string Algorithm, string Seed, int Bits, int Parts, DateTimeOffset ExpiresAt);
