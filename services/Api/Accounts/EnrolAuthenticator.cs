using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Accounts;

/// <summary>Asks for a key for the caller's authenticator.</summary>
/// <param name="Password">The account's password.</param>
public sealed record EnrolAuthenticatorRequest([property: Required, PasswordLength] string Password);

/// <summary>A key, which counts once a code of it is confirmed.</summary>
/// <param name="Key">In base32, for typing.</param>
/// <param name="Uri">The same as an address that authenticators open (<c>otpauth://</c>).</param>
/// <param name="Picture">The address as a QR code (SVG).</param>
public sealed record EnrolAuthenticatorResponse(string Key, string Uri, string Picture);
