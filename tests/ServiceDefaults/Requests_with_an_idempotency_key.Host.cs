using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>The host that these requests meet.</summary>
public sealed partial class Requests_with_an_idempotency_key
{
    async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(["--DataProtection:Keys", _keys.Path]);
        builder.Configuration["ConnectionStrings:sample"] = _database;
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.AddServiceDefaults("test");
        builder.AddDatabase<Things>("sample");
        builder.Services.AddIdempotencyKeys<Things>();
        var app = builder.Build().UseServiceDefaults();
        app.MapPost("/things", CreateAsync).AllowAnonymous().WithIdempotencyKey();
        app.MapPost("/others", CreateAsync).AllowAnonymous().WithIdempotencyKey();
        app.MapPost("/names", TakeAsync).AllowAnonymous().WithIdempotencyKey();
        app.MapPost("/foretold", StoreResponseAsync).AllowAnonymous().WithIdempotencyKey();
        app.MapPost("/unmarked", CreateAsync).AllowAnonymous();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Things>().Database.EnsureCreatedAsync(Stop);
        await app.StartAsync(Stop);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.Dispose();
    }

    async Task<IResult> CreateAsync(NewThing request, Things db)
    {
        if (request.Name.Length == 0)
            return Problem.Invalid("name", "Please say a name.");
        var thing = new Thing { Id = Guid.CreateVersion7(), Name = request.Name };
        db.Add(thing);
        if (_gate is { } gate)
            await gate.Task;
        await db.SaveChangesAsync(Stop);
        return TypedResults.Created($"/things/{thing.Id}", new { thing.Id, secret = Guid.NewGuid() });
    }

    /// <summary>Its host dies once it has saved.</summary>
    async Task<IResult> StoreResponseAsync(NewThing request, HttpContext http, Things db)
    {
        var thing = new Thing { Id = Guid.CreateVersion7(), Name = request.Name };
        db.Add(thing);
        await http.StoreResponseAsync(TypedResults.Created($"/things/{thing.Id}", new { thing.Id }));
        await db.SaveChangesAsync(Stop);
        throw new InvalidOperationException("Killed.");
    }

    /// <summary>Something that can be taken once, as a captcha's pass.</summary>
    async Task<IResult> TakeAsync(NewThing request, Things db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        if (await db.Database.ExecuteSqlAsync($"INSERT INTO name VALUES ({request.Name}) ON CONFLICT DO NOTHING", Stop) == 0)
            return Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.ChangedMeanwhile, "Somebody has it.");
        await db.SaveChangesAsync(Stop);
        await transaction.CommitAsync(Stop);
        return TypedResults.Created($"/names/{request.Name}", new { secret = Guid.NewGuid() });
    }

    async Task<HttpResponseMessage> PostAsync(string name, string? key = Key, string path = "/things", string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new NewThing(name)) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (authorization is not null)
            request.Headers.Add("Authorization", authorization);
        return await _app.GetTestClient().SendAsync(request, Stop);
    }

    async Task<int> CountAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Things>().Set<Thing>().CountAsync(Stop);
    }

    static async Task<string> TypeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString()!;
}
