using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpdesk.ServiceDefaults.Sealing;

/// <summary>
/// Sealed values: encrypted and authenticated with the shared keys, readable by this installation's hosts only. With them one
/// service vouches for something to another through the caller's hands, so that no request has to wait for a second service.
/// Each type of value has a purpose of its own: a seal of one kind never opens as another.
/// </summary>
/// <param name="protection">The shared keys.</param>
/// <param name="time">The clock.</param>
public sealed class Seals(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Seals a value as text that is safe in addresses and headers.</summary>
    /// <param name="value">What to seal.</param>
    /// <param name="lifetime">How long the seal opens; null for ever.</param>
    public string Seal<T>(T value, TimeSpan? lifetime = null) where T : notnull
    {
        var envelope = new Envelope<T>(value, lifetime is { } limit ? time.GetUtcNow() + limit : null);
        return WebEncoders.Base64UrlEncode(Protector<T>().Protect(JsonSerializer.SerializeToUtf8Bytes(envelope)));
    }

    /// <summary>Opens a seal; null when it was tampered with, is of another kind or is no longer valid.</summary>
    /// <param name="seal">The text that <see cref="Seal{T}"/> gave.</param>
    public T? Open<T>(string? seal) where T : class => Inspect<T>(seal) is { } opened && !IsOver(opened) ? opened.Value : null;

    /// <summary>Whether the time of what was sealed is over.</summary>
    /// <param name="opened">What <see cref="Inspect{T}"/> gave.</param>
    public bool IsOver<T>(Sealed<T> opened) where T : class => opened.Until <= time.GetUtcNow();

    /// <summary>Opens a seal also after its time, for whoever has to tell an old one from a wrong one; null when it was tampered with or
    /// is of another kind.</summary>
    /// <param name="seal">The text that <see cref="Seal{T}"/> gave.</param>
    public Sealed<T>? Inspect<T>(string? seal) where T : class
    {
        if (string.IsNullOrEmpty(seal))
            return null;
        try
        {
            var bytes = Protector<T>().Unprotect(WebEncoders.Base64UrlDecode(seal));
            return JsonSerializer.Deserialize<Envelope<T>>(bytes) is { Value: { } value } envelope ? new(value, envelope.Until) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    IDataProtector Protector<T>() => protection.CreateProtector("Helpdesk.Seal", typeof(T).Name);

    sealed record Envelope<T>(T Value, DateTimeOffset? Until);
}

/// <summary>What was sealed, and until when it counts.</summary>
/// <param name="Value">The value.</param>
/// <param name="Until">When its time is over (UTC); null when it never is.</param>
public sealed record Sealed<T>(T Value, DateTimeOffset? Until) where T : class;
