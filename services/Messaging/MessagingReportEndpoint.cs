using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Messaging;

/// <summary>
/// Serves the <see cref="MessagingReport"/>, before the rest of the pipeline. It contains nothing of any message, so it is anonymous, like
/// health.
/// </summary>
sealed class MessagingReportEndpoint<TContext> : IStartupFilter where TContext : DbContext
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(MessagingReport.Path, branch => branch.Run(WriteAsync));
        next(app);
    };

    static async Task WriteAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (db, queues) = (services.GetRequiredService<TContext>(), services.GetRequiredService<ConsumedQueues>());
        var report = await MessagingReport.ReadAsync(db, queues, now, http.RequestAborted);
        await http.Response.WriteAsJsonAsync(report, http.RequestAborted);
    }
}
