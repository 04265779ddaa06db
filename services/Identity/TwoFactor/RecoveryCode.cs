using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>Takes the place of a code once, when the authenticator is lost. 120 random bits, so a plain hash keeps it.</summary>
sealed class RecoveryCode
{
    const int Bytes = 15;
    const int GroupLength = 4;
    public const int Count = 10;

    public required Guid AccountId { get; init; }
    public required byte[] Hash { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    public static string Generate() =>
        string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Bytes)).Chunk(GroupLength).Select(x => new string(x)));

    /// <summary>However it is typed: with other letters' case, without hyphens.</summary>
    public static byte[] HashOf(string text) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant()));
}
