using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Sealing;
using QRCoder;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>The key that an authenticator shares with us; it is kept sealed.</summary>
sealed record AuthenticatorKey(byte[] Value)
{
    const int PixelsOfModule = 4;

    public static AuthenticatorKey? Of(Account account, Seals seals) => seals.Open<AuthenticatorKey>(account.AuthenticatorKey);

    public string Text => Base32.Encode(Value);

    /// <summary>What authenticators read from the picture.</summary>
    public string Uri(Account account, SettingsInForce settings)
    {
        var issuer = System.Uri.EscapeDataString(settings.Name);
        return $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(account.Email!)}?secret={Text}&issuer={issuer}&algorithm=SHA1&digits=6&period=30";
    }

    public static string Picture(string uri)
    {
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(PixelsOfModule);
    }
}
