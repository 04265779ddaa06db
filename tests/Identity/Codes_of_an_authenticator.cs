using System.Text;
using Helpdesk.Identity.TwoFactor;

namespace Helpdesk.Identity.Tests;

public sealed class Codes_of_an_authenticator
{
    static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The examples of RFC 6238, their last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void SE9_are_those_that_every_authenticator_shows(long second, string code) =>
        Assert.Equal(code, Totp.Code(Key, Totp.Step(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void SE9_are_good_for_half_a_minute_before_and_after(int drift, bool good)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(2_000_000_010);
        Assert.Equal(good, Totp.Match(Key, Totp.Code(Key, Totp.Step(now) + drift), now, used: 0) is not null);
    }

    [Fact]
    public void SE9_are_good_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(2_000_000_010);
        Assert.Null(Totp.Match(Key, Totp.Code(Key, Totp.Step(now)), now, used: Totp.Step(now)));
        Assert.NotNull(Totp.Match(Key, Totp.Code(Key, Totp.Step(now) + 1), now, used: Totp.Step(now)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_RFC_4648_says(string bytes, string text) => Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void Recovery_codes_are_the_same_however_they_are_typed()
    {
        var code = RecoveryCode.NewText();
        Assert.Matches("^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$", code);
        Assert.Equal(RecoveryCode.HashOf(code), RecoveryCode.HashOf($" {code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)} "));
        Assert.NotEqual(RecoveryCode.HashOf(code), RecoveryCode.HashOf(RecoveryCode.NewText()));
    }
}
