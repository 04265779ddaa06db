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
        for (var number = 0L; ; number++)
        {
            Hashes++;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{part}:{number}"));
            if (Zeros(hash) >= bits)
                return number;
        }
    }

    static int Zeros(byte[] hash)
    {
        var zeros = 0;
        while (zeros < 256 && (hash[zeros / 8] & (0x80 >> (zeros % 8))) == 0)
            zeros++;
        return zeros;
    }
}
