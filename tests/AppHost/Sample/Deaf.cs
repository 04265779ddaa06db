namespace Helpdesk.Sample;

/// <summary>Takes the place of the lifetime that hears signals.</summary>
sealed class Deaf : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
