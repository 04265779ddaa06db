using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Links;
using Helpdesk.Contracts;

namespace Helpdesk.Identity.Links;

/// <summary>A link that works once, for whoever reads the mailbox of an address. Only the hash of its secret is kept.</summary>
sealed class OneTimeLink
{
    const int SecretBytes = 32;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required LinkPurpose Purpose { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>Null for a registration: there is no account before its address is confirmed.</summary>
    public Guid? AccountId { get; init; }
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or a newer one took its place.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsValid(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public bool AsksForPassword => Purpose != LinkPurpose.EmailChange;

    /// <summary>Whether to read the mail is not enough (<see cref="EmailChangeAuthorization"/>).</summary>
    public bool RequiresOwner => Purpose == LinkPurpose.EmailChange;

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whom the mail goes to.</summary>
    public Person ToPerson() => new() { Id = AccountId, Name = Name, Email = Email, Language = Language };

    /// <summary>The mail that asks its reader to confirm the address.</summary>
    public EmailConfirmationRequested ToConfirmationRequested(string token) =>
        new() { To = ToPerson(), LinkToken = token, ExpiresAt = ExpiresAt, RequestedAt = IssuedAt };

    /// <summary>The mail with which its reader chooses another password.</summary>
    public PasswordResetRequested ToPasswordResetRequested(string token) =>
        new() { To = ToPerson(), LinkToken = token, ExpiresAt = ExpiresAt, RequestedAt = IssuedAt };
}
