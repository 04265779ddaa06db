using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Helpdesk.Browser.Browsing;

/// <summary>The app on somebody's phone that was shown a key (RFC 6238).</summary>
public sealed class Authenticator(string key)
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code that it shows now, or in so many half minutes.</summary>
    public string Code(int later = 0)
    {
        Span<byte> step = stackalloc byte[sizeof(long)], mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + later);
#pragma warning disable CA5350 // The RFC's function, which every authenticator speaks.
        HMACSHA1.HashData(Secret(), step, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    byte[] Secret()
    {
        var letters = key.Where(Letters.Contains).ToList();
        var number = letters.Aggregate(BigInteger.Zero, (all, letter) => (all << 5) + Letters.IndexOf(letter, StringComparison.Ordinal));
        var bits = letters.Count * 5;
        var bytes = (number >> (bits % 8)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[bits / 8 - bytes.Length], .. bytes];
    }
}
