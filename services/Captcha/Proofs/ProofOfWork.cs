using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Captcha;

namespace Helpdesk.Captcha.Proofs;

/// <summary>
/// The work, as Hashcash has it: for each part find a number such that the SHA-256 of "seed:part:number" begins with enough zero bits.
/// Several easy parts instead of one hard one: the time it takes then hardly depends on luck.
/// </summary>
static class ProofOfWork
{
    public const string Kind = "proof-of-work";

    public const string Algorithm = "SHA-256";

    /// <summary>Zero bits of every part: 32,768 hashes on average.</summary>
    public const int Bits = 15;

    /// <summary>The least: 262,144 hashes on average, about two seconds of plain script on a mid-range phone.</summary>
    public const int MinParts = 8;

    /// <summary>The most, sixteen times the least: half a minute on that phone, within the time that a proof is open.</summary>
    public const int MaxParts = CaptchaLimits.MaxNumbers;

    /// <summary>Hashes that an honest solver needs on average.</summary>
    public static long ExpectedHashes(int parts) => (long)parts << Bits;

    public static bool IsSolved(Proof proof, IReadOnlyList<long> numbers) =>
        numbers.Count == proof.Parts && numbers.Index().All(x => IsSolved(proof.Seed, x.Index, x.Item));

    public static bool IsSolved(string seed, int part, long number) => LeadingZeroBits(Hash(seed, part, number)) >= Bits;

    static byte[] Hash(string seed, int part, long number) =>
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{part}:{number}")));

    static int LeadingZeroBits(ReadOnlySpan<byte> hash) => BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt64BigEndian(hash));
}
