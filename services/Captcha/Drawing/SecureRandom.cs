using System.Security.Cryptography;

namespace Helpdesk.Captcha.Drawing;

/// <summary>
/// Random numbers for the drawing, from the secure generator in one draw: what a predictable one distorted could be undone.
/// </summary>
ref struct SecureRandom(Span<byte> bytes)
{
    readonly Span<byte> _bytes = bytes;
    int _used = bytes.Length;

    public float Between(float low, float high) => low + (high - low) * (Next() / (float)ushort.MaxValue);

    public int Below(int limit) => Next() * limit >> 16;

    public bool Chance(float probability) => Between(0, 1) < probability;

    /// <summary>To either side of zero, at least so far.</summary>
    public float EitherSide(float least, float most) => Chance(0.5f) ? Between(least, most) : -Between(least, most);

    int Next()
    {
        if (_used + 2 > _bytes.Length)
        {
            RandomNumberGenerator.Fill(_bytes);
            _used = 0;
        }

        var value = _bytes[_used] << 8 | _bytes[_used + 1];
        _used += 2;
        return value;
    }
}
