using System.Text;
using Helpdesk.Identity.TwoFactor;
using OtpNet;

namespace Helpdesk.Identity.Tests;

public sealed class Codes_of_an_authenticator
{
    const int StepSeconds = 30;

    static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    static readonly AuthenticatorKey Key = new(Secret);
    static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(2_000_000_010);

    /// <summary>The examples of RFC 6238, their last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void SE9_are_those_that_every_authenticator_shows(long second, string code)
    {
        Assert.True(Key.TryMatch(code, DateTimeOffset.FromUnixTimeSeconds(second), lastStep: 0, out var step));
        Assert.Equal(second / StepSeconds, step);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void SE9_are_good_for_half_a_minute_before_and_after(int drift, bool good) =>
        Assert.Equal(good, Key.TryMatch(Shown(drift), Now, lastStep: 0, out _));

    [Fact]
    public void SE9_are_good_once()
    {
        Assert.True(Key.TryMatch(Shown(0), Now, lastStep: 0, out var step));
        Assert.False(Key.TryMatch(Shown(0), Now, lastStep: step, out _));
        Assert.False(Key.TryMatch(Shown(-1), Now, lastStep: step, out _));
        Assert.True(Key.TryMatch(Shown(1), Now, lastStep: step, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000")]
    [InlineData("0000000")]
    [InlineData("not-a-code")]
    public void SE9_in_another_form_are_wrong(string code) => Assert.False(Key.TryMatch(code, Now, lastStep: 0, out _));

    [Fact]
    public void SE9_come_from_keys_of_160_bits_that_are_typed_in_letters_and_digits()
    {
        var key = AuthenticatorKey.Create();
        Assert.Equal(20, key.Value.Length);
        Assert.Matches("^[A-Z2-7]{32}$", key.Base32);
        Assert.Equal(key.Value, Base32Encoding.ToBytes(key.Base32));
        Assert.NotEqual(key.Base32, AuthenticatorKey.Create().Base32);
    }

    [Fact]
    public void Recovery_codes_are_the_same_however_they_are_typed()
    {
        var code = RecoveryCode.Generate();
        Assert.Matches("^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$", code);
        Assert.Equal(
            RecoveryCode.HashOf(code), RecoveryCode.HashOf($" {code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)} "));
        Assert.NotEqual(RecoveryCode.HashOf(code), RecoveryCode.HashOf(RecoveryCode.Generate()));
    }

    static string Shown(int drift) => new Totp(Secret).ComputeTotp(Now.UtcDateTime.AddSeconds(drift * StepSeconds));
}
