namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>
/// A request that was carried out under an <c>Idempotency-Key</c>. The row is written in the commit of what the request did, so
/// that there is never one without the other; the answer follows it.
/// </summary>
sealed class IdempotentResponse
{
    /// <summary>Hash of the key together with the caller and the address: what one caller sends never meets another's.</summary>
    public required byte[] Key { get; init; }
    /// <summary>Hash of the body: a repetition must mean the same.</summary>
    public required byte[] Fingerprint { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>Null while the first request is being answered, or when its host died in between.</summary>
    public int? Status { get; set; }
    public string? Location { get; set; }
    public string? ContentType { get; set; }
    /// <summary>Sealed: an answer may tell a secret that is stored nowhere else in clear.</summary>
    public byte[]? ProtectedBody { get; set; }
}
