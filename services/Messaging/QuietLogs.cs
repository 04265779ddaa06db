using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Messaging;

static class QuietLogs
{
    static readonly string[] Categories = ["MassTransit", "Microsoft.EntityFrameworkCore.Database.Command"];

    /// <summary>
    /// The bus tells each retry of each queue with a stack trace while the broker is away; <see cref="BrokerWatch"/> says it once.
    /// Each look at the outbox is a command, told by EF Core. A level that the configuration sets for the same category wins.
    /// </summary>
    public static void AddQuietLogs(this IServiceCollection services) => services.Configure<LoggerFilterOptions>(options =>
    {
        foreach (var category in Categories)
            options.Rules.Insert(0, new LoggerFilterRule(null, category, LogLevel.Warning, null));
    });
}
