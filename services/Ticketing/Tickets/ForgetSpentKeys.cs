using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Deletes keys that nobody can use again anyway.</summary>
sealed class ForgetSpentKeys(IServiceScopeFactory scopes, TimeProvider time, ILogger<ForgetSpentKeys> logger) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TicketingDbContext>();
                await db.SpentKeys.Where(x => x.ForgetAt < time.GetUtcNow()).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is Npgsql.NpgsqlException or TimeoutException)
            {
                logger.LogInformation("Spent keys are kept until the database answers again: {Reason}", exception.Message);
            }
        }
    }
}
