using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Protection;
using OtpNet;
using QRCoder;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>
/// The key that an authenticator shares with us; it is kept protected. Codes are those of RFC 6238 with SHA-1, 30 seconds and six digits,
/// which every authenticator speaks.
/// </summary>
sealed record AuthenticatorKey(byte[] Value)
{
    const int CodeLength = 6;
    const int PixelsPerModule = 4;

    /// <summary>Clocks of phones differ: one step before and after is good too.</summary>
    static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public string Base32 => Base32Encoding.ToString(Value);

    public static AuthenticatorKey Create() => new(KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1));

    public static AuthenticatorKey? Open(Account account, ValueProtector protector) =>
        protector.Unprotect<AuthenticatorKey>(account.AuthenticatorKey);

    /// <summary>Whether it has the form of a code; what has not may be a recovery code.</summary>
    public static bool IsCode(string text) => text.Length == CodeLength && text.All(char.IsAsciiDigit);

    /// <summary>Whether the code is right now and belongs to a later step than the last one that was accepted: each is good once.</summary>
    /// <param name="code">As typed.</param>
    /// <param name="now">The present moment (UTC).</param>
    /// <param name="lastStep">The step of the last code that was accepted; 0 before the first.</param>
    /// <param name="step">The step that the code belongs to.</param>
    public bool TryMatch(string code, DateTimeOffset now, long lastStep, out long step) =>
        new Totp(Value).VerifyTotp(now.UtcDateTime, code, out step, Window) && step > lastStep;

    /// <summary>What authenticators read from the picture.</summary>
    public string ToUri(Account account, string installation) =>
        new OtpUri(OtpType.Totp, Base32, account.Email!, installation).ToString();

    public static string ToQrCode(string uri)
    {
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(PixelsPerModule);
    }
}
