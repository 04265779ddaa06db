using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>
/// Codes of an authenticator (RFC 6238: SHA-1, 30 s, 6 digits, which is what every authenticator speaks). Identity's own provider tells
/// only whether a code is right; which step it belongs to must be known to refuse it the second time.
/// </summary>
static class Totp
{
    const int KeyBytes = 20;
    const int Digits = 1_000_000;
    const int CodeLength = 6;
    const int StepSeconds = 30;

    /// <summary>Clocks of phones differ: one step before and after is good too.</summary>
    const int Drift = 1;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static bool IsCode(string text) => text.Length == CodeLength && text.All(char.IsAsciiDigit);

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)], mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC's function; as a MAC it is not weakened by collisions.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    public static long Step(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step that the code belongs to, after the last one that was used; null when it is wrong.</summary>
    public static long? Match(byte[] key, string code, DateTimeOffset now, long used)
    {
        for (var step = Math.Max(Step(now) - Drift, used + 1); step <= Step(now) + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, step)), System.Text.Encoding.ASCII.GetBytes(code)))
                return step;
        }

        return null;
    }
}
