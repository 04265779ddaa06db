using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Captcha.Proofs;

/// <summary>
/// The work: for each part find a number, so that the SHA-256 of "seed:part:number" begins with enough zero bits. Several easy
/// parts instead of one hard one: the time it takes then hardly depends on luck.
/// </summary>
static class Work
{
    /// <summary>Zero bits of every part: 32,768 hashes on average.</summary>
    public const int Bits = 15;

    /// <summary>Parts at rest: 262,144 hashes on average, about two seconds of plain script on a telephone of the middle class.</summary>
    public const int PartsAtRest = 8;

    /// <summary>The most that is ever asked, sixteen times the work at rest: half a minute on that telephone, within the time that a proof is open.</summary>
    public const int MostParts = 128;

    /// <summary>Hashes that an honest solver needs on average.</summary>
    public static long ExpectedHashes(int parts) => (long)parts << Bits;

    public static bool IsDone(string seed, int part, long number) => LeadingZeroBits(Hash(seed, part, number)) >= Bits;

    static byte[] Hash(string seed, int part, long number) =>
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}:{part}:{number}")));

    static int LeadingZeroBits(ReadOnlySpan<byte> hash) => BitOperations.LeadingZeroCount(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash));
}
