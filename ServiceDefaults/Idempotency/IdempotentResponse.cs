namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>
/// A request with an <c>Idempotency-Key</c>, and its response. The row is written in the commit of what the request does, so that there
/// is never one without the other; the response may follow later.
/// </summary>
sealed class IdempotentResponse
{
    /// <summary>Hash of key, caller, method and path: two callers never share a key.</summary>
    public required byte[] Key { get; init; }
    /// <summary>Hash of the body: a repetition must have the same.</summary>
    public required byte[] Fingerprint { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>Null while the first request is in progress, or when its host died before it was stored.</summary>
    public int? Status { get; set; }
    public string? Location { get; set; }
    public string? ContentType { get; set; }
    /// <summary>Protected, for a response may hold a secret that is stored nowhere else in clear.</summary>
    public byte[]? ProtectedBody { get; set; }
}
