using System.Runtime.InteropServices;
using Helpdesk.Sample;

var builder = WebApplication.CreateBuilder(args);
var faults = (builder.Configuration["Fault"] ?? "").Split(',');
if (args.Contains("migrate"))
    return await Migration.RunAsync(builder.Configuration, faults);
if (faults.Contains("crash"))
    return 3;

// A part that does not listen when it is asked to stop.
if (faults.Contains("stubborn"))
    builder.Services.AddSingleton<IHostLifetime, Deaf>();

var app = builder.Build();
app.MapGet("/health", async (CancellationToken cancelled) =>
{
    if (faults.Contains("hang"))
        await Task.Delay(Timeout.Infinite, cancelled);
    return faults.Contains("sick") ? Results.StatusCode(503) : Results.Ok();
});
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
app.MapPost("/crash", () => Environment.Exit(3));
app.MapRows();
using var deaf = faults.Contains("stubborn") ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, x => x.Cancel = true) : null;
await app.RunAsync();
app.Logger.LogInformation("Stopped in order");
return 0;
