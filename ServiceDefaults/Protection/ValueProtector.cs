using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>
/// Protects values with the shared data-protection keys: encrypted and authenticated, readable by this installation's hosts only. With them
/// one service vouches for something to another through the caller's hands, so that no request has to wait for a second service.
/// Each type of value has a purpose of its own: a value protected as one type is never accepted as another.
/// </summary>
/// <param name="protection">The shared keys.</param>
/// <param name="time">The clock.</param>
public sealed class ValueProtector(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Protects a value, as text that is safe in addresses and headers.</summary>
    /// <param name="value">What to protect.</param>
    /// <param name="lifetime">How long it is accepted; null for ever.</param>
    public string Protect<T>(T value, TimeSpan? lifetime = null) where T : notnull
    {
        var payload = new Payload<T>(value, lifetime is { } limit ? time.GetUtcNow() + limit : null);
        return WebEncoders.Base64UrlEncode(Protector<T>().Protect(JsonSerializer.SerializeToUtf8Bytes(payload)));
    }

    /// <summary>Reads a protected value; null when it was tampered with, is of another type or has expired.</summary>
    /// <param name="text">What <see cref="Protect{T}"/> returned.</param>
    public T? Unprotect<T>(string? text) where T : class =>
        UnprotectIncludingExpired<T>(text) is { } value && !IsExpired(value) ? value.Value : null;

    /// <summary>Whether a value has expired.</summary>
    /// <param name="value">What <see cref="UnprotectIncludingExpired{T}"/> returned.</param>
    public bool IsExpired<T>(UnprotectedValue<T> value) where T : class => value.ExpiresAt <= time.GetUtcNow();

    /// <summary>Reads a protected value even after it has expired, to tell an expired one from a forged one; null when it was tampered with
    /// or is of another type.</summary>
    /// <param name="text">What <see cref="Protect{T}"/> returned.</param>
    public UnprotectedValue<T>? UnprotectIncludingExpired<T>(string? text) where T : class
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            var bytes = Protector<T>().Unprotect(WebEncoders.Base64UrlDecode(text));
            return JsonSerializer.Deserialize<Payload<T>>(bytes) is { Value: { } value } payload ? new(value, payload.ExpiresAt) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    IDataProtector Protector<T>() => protection.CreateProtector("Helpdesk.Value", typeof(T).Name);

    sealed record Payload<T>(T Value, DateTimeOffset? ExpiresAt);
}

/// <summary>A value that was protected, and until when it is accepted.</summary>
/// <param name="Value">The value.</param>
/// <param name="ExpiresAt">When it expires (UTC); null when it never does.</param>
public sealed record UnprotectedValue<T>(T Value, DateTimeOffset? ExpiresAt) where T : class;
