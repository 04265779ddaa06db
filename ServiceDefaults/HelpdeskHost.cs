using System.Text.Json.Serialization;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.OpenApi;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults;

/// <summary>What every host of Helpdesk has, in three calls: add, use, run.</summary>
public static class HelpdeskHost
{
    /// <summary>
    /// Adds telemetry, health checks, problem details, authentication with the shared keys, the authorisation policies,
    /// OpenAPI and a bounded shutdown. Validation is the host's own call, <c>builder.Services.AddValidation()</c>: it is generated
    /// for the request records of the project that makes the call.
    /// </summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="name">Name of the service, lower case; names the OpenAPI document and the telemetry's service.</param>
    /// <exception cref="InvalidOperationException"><c>DataProtection:Keys</c> names no directory.</exception>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string name)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddDefaultLogLevels();
        builder.AddTelemetry(name);
        builder.AddSharedKeys();
        builder.Services.AddHelpdeskAuthentication();
        // ASPNETCORE_FORWARDEDHEADERS_ENABLED would make the framework believe everybody; ours requires a key.
        builder.Services.Configure<ForwardedHeadersOptions>(x => x.ForwardedHeaders = ForwardedHeaders.None);
        builder.Services.AddProblems();
        builder.Services.AddHealthChecks();
        builder.Services.AddOpenApiDocument(name);
        builder.Services.AddSingleton<ServiceEndpoints>();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        return builder;
    }

    /// <summary>Puts error handling and authentication in front of the endpoints and maps health and OpenAPI.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseForwardedCaller();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        return app;
    }

    /// <summary>
    /// Runs the host until it is told to stop. With the argument <c>migrate</c> it brings its databases up to date and ends
    /// instead, so that migrations are a step of their own before any replica starts. A database of another version is left as it is:
    /// it ends with a sentence about it and the exit code 1.
    /// </summary>
    /// <param name="app">The host.</param>
    /// <param name="args">The command line.</param>
    public static async Task RunOrMigrateAsync(this WebApplication app, string[] args)
    {
        SharedKeys.EnsureKey(app.Services);
        if (!args.Contains("migrate"))
        {
            await RunAsync(app);
            return;
        }

        try
        {
            foreach (var migration in app.Services.GetServices<DatabaseMigration>())
            {
                await migration.Apply(app.Services, app.Lifetime.ApplicationStopping);
                app.Logger.LogInformation("Database {Database} is up to date", migration.Name);
            }
        }
        catch (UnknownMigrationException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            Environment.ExitCode = 1;
        }

        await app.DisposeAsync();
    }

    static async Task RunAsync(WebApplication app)
    {
        // Asked for now: afterwards the host is disposed.
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while it started: that ends what was being started by this exception, and is no failure.
        }
    }
}
