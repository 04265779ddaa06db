namespace Helpdesk.Identity.TwoFactor;

/// <summary>The letters in which keys and codes are typed (RFC 4648, without padding).</summary>
static class Base32
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int BitsOfLetter = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, count) = ((bits << 8) | value, count + 8);
            for (; count >= BitsOfLetter; count -= BitsOfLetter)
                text.Append(Letters[(bits >> (count - BitsOfLetter)) & 31]);
            bits &= (1 << count) - 1;
        }

        return count == 0 ? text.ToString() : text.Append(Letters[(bits << (BitsOfLetter - count)) & 31]).ToString();
    }
}
