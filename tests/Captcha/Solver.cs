using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Captcha.Tests;

/// <summary>Solves as a browser does, from what the answer says alone, and counts its hashes.</summary>
sealed class Solver
{
    public long Hashes { get; private set; }

    public long[] Solve(string seed, int bits, int parts) => [.. Enumerable.Range(0, parts).Select(part => Find(seed, bits, part))];

    long Find(string seed, int bits, int part)
    {
        var prefix = Encoding.UTF8.GetBytes($"{seed}:{part}:");
        Span<byte> text = stackalloc byte[prefix.Length + 20];
        Span<byte> hash = stackalloc byte[32];
        prefix.CopyTo(text);
        for (var number = 0L; ; number++)
        {
            Hashes++;
            Utf8Formatter.TryFormat(number, text[prefix.Length..], out var digits);
            SHA256.HashData(text[..(prefix.Length + digits)], hash);
            if (Zeros(hash) >= bits)
                return number;
        }
    }

    static int Zeros(ReadOnlySpan<byte> hash)
    {
        var zeros = 0;
        while (zeros < 256 && (hash[zeros / 8] & (0x80 >> (zeros % 8))) == 0)
            zeros++;
        return zeros;
    }
}
