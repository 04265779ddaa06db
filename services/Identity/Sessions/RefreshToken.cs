using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Identity.Sessions;

/// <summary>Good for one refresh. Only its hash is kept; used ones too, to notice when a copy comes back.</summary>
sealed class RefreshToken
{
    const int Bytes = 32;

    public required byte[] Hash { get; init; }
    public required Guid SessionId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>What took its place when it was used, protected for a moment (<see cref="RefreshTokenGrace"/>).</summary>
    public string? Successor { get; set; }

    public static string Generate() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
