namespace Helpdesk.Ui.Api;

/// <summary>A request to a service.</summary>
public sealed record Call(HttpMethod Method, string Service, string Path)
{
    /// <summary>Sent as JSON.</summary>
    public object? Body { get; init; }

    /// <summary>Sent as it is, instead of a body.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>The header <c>Authorization</c>; null for an anonymous call.</summary>
    public string? Credential { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Call Get(string service, string path, string? credential = null) => new(HttpMethod.Get, service, path) { Credential = credential };

    public static Call Post(string service, string path, object? body = null, string? credential = null) => new(HttpMethod.Post, service, path) { Body = body, Credential = credential };

    public static Call Put(string service, string path, object? body = null, string? credential = null) => new(HttpMethod.Put, service, path) { Body = body, Credential = credential };

    public static Call Delete(string service, string path, string? credential = null) => new(HttpMethod.Delete, service, path) { Credential = credential };

    public Call With(string header, string? value) => value is null ? this : this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
