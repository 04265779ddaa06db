using Helpdesk.Api.Formats;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Accounts;

/// <summary>What Identity looks accounts up by, and what is unique, is the canonical form of the mailbox.</summary>
sealed class CanonicalNormalizer : ILookupNormalizer
{
    public string? NormalizeEmail(string? email) => email is null ? null : EmailAddress.CanonicalOf(email);

    /// <summary>The address is the user name.</summary>
    public string? NormalizeName(string? name) => NormalizeEmail(name);
}
