using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Portal.Tests;

/// <summary>
/// What stands behind the Portal: one listener for all services. Each browser has answers of its own, which are told by its name, for the
/// Portal hands that on.
/// </summary>
sealed class StubbedServices : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, ServiceStub> _stubs = new();
    WebApplication _app = null!;

    public Uri Address { get; private set; } = null!;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context => _stubs.TryGetValue(context.Request.Headers.UserAgent.ToString(), out var stub) ? stub.AnswerAsync(context)
            : ServiceStub.NobodyAsync(context));
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public ServiceStub NewStub() => _stubs.GetOrAdd($"browser-{Guid.NewGuid():N}", name => new ServiceStub(name));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>What the services say to one browser, and what it asked them.</summary>
sealed class ServiceStub(string name)
{
    readonly ConcurrentDictionary<string, Func<RecordedRequest, HttpContext, Task>> _answers = new();

    public string Name => name;

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <summary>What was asked of one address.</summary>
    public IReadOnlyList<RecordedRequest> Of(string method, string path) => [.. Requests.Where(x => x.Method == method && x.Path == path)];

    public void On(string method, string path, int status, object? body = null) => On(method, path, _ => (status, body));

    public void On(string method, string path, Func<RecordedRequest, (int Status, object? Body)> answer) =>
        OnRaw(method, path, (asked, context) =>
    {
        var (status, body) = answer(asked);
        context.Response.StatusCode = status;
        return body is null ? Task.CompletedTask
            : context.Response.WriteAsJsonAsync(body, JsonSerializerOptions.Web, status < 400 ? "application/json"
            : "application/problem+json");
    });

    public void OnRaw(string method, string path, Func<RecordedRequest, HttpContext, Task> answer) => _answers[$"{method} {path}"] = answer;

    /// <summary>A refusal in the form of the services.</summary>
    public void Refuse(string method, string path, int status, string type, object? errors = null, string? ticket = null) =>
        On(method, path, status, new
        {
            type = "urn:helpdesk:problem:" + type, title = type, status, detail = "A sentence of the service.", errors, ticket,
        });

    public async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (request, body) = (context.Request, await reader.ReadToEndAsync());
        var asked = new RecordedRequest(request.Method, request.Path, request.QueryString.Value!, request.Headers.Authorization.ToString(),
            body)
        {
            Headers = request.Headers.ToDictionary(x => x.Key, x => x.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        Requests.Enqueue(asked);
        await (_answers.TryGetValue($"{asked.Method} {asked.Path}", out var answer) ? answer(asked, context) : NobodyAsync(context));
    }

    /// <summary>What no test is about.</summary>
    public static Task NobodyAsync(HttpContext context)
    {
        if (context.Request.Path == "/api/categories")
            return context.Response.WriteAsJsonAsync(
                new { items = new[] { new { id = Categories.Access, title = "Access", description = "", areaId = Guid.Empty,
                areaName = "Support" } }, more = false });
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}

static class Categories
{
    public static Guid Access { get; } = Guid.CreateVersion7();
}

/// <summary>One request that reached a service.</summary>
sealed record RecordedRequest(string Method, string Path, string Query, string Credential, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Text(string name) => Json.GetProperty(name).GetString();
}
