namespace Helpdesk.Ui.Api;

/// <summary>A request to a service.</summary>
/// <param name="Service">One of <see cref="ServiceNames"/>.</param>
/// <param name="Credential">The header <c>Authorization</c>; null for an anonymous request.</param>
sealed record ApiRequest(HttpMethod Method, string Service, string Path, string? Credential = null)
{
    /// <summary>Sent as JSON.</summary>
    public object? Body { get; init; }

    /// <summary>Sent as it is, instead of a body.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>Further headers; one without a value is not sent.</summary>
    public IReadOnlyList<(string Name, string? Value)> Headers { get; init; } = [];

    /// <summary>Whether the answer is handed on while it still comes; else it is read to its end before it counts as one.</summary>
    public bool Streams { get; init; }
}
