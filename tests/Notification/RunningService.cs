using System.Globalization;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Sending;
using Helpdesk.Notification.Tests.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Helpdesk.Notification.Tests.SharedService))]

namespace Helpdesk.Notification.Tests;

/// <summary>
/// An installation with one replica, for the tests of a class that move its clock, trouble its mail server or look at everything in it.
/// </summary>
public class RunningService : IAsyncLifetime
{
    readonly (string Key, string Value)[] _settings = [];

    internal Installation Installation { get; private set; } = null!;
    internal Replica Service { get; private set; } = null!;

    public RunningService()
    {
    }

    protected RunningService(params (string Key, string Value)[] settings) => _settings = settings;

    public async ValueTask InitializeAsync() => (Installation, Service) = await Installation.RunningAsync(_settings);

    /// <summary>
    /// Before a test: the mail server takes everything and has seen nothing, and no mail of another test is still to be sent or under way.
    /// </summary>
    internal virtual async ValueTask ResetAsync()
    {
        Installation.Smtp.Forget();
        await Eventually.HoldsAsync(() => Service.ReadAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"update delivery set next_attempt_at = null, state = 'Failed' where next_attempt_at is not null and state = 'Queued'");
            // One that was under way may meanwhile have been put back to be tried again.
            return !await db.Deliveries.AnyAsync(x => x.NextAttemptAt != null);
        }));
        // A mail server that was down for another test is found to be back, and of what failed then nothing is remembered.
        Installation.Clock.Advance(TimeSpan.FromMinutes(3));
        if (Service.Services.GetRequiredService<MailServerHealth>().IsDown)
        {
            await Service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(token: Service.Protect("x"))));
            await Eventually.HoldsAsync(() => !Installation.Smtp.Mails.IsEmpty);
            await Eventually.HoldsAsync(() => Service.ReadAsync(async db => !await db.Deliveries.AnyAsync(x => x.NextAttemptAt != null)));
            Installation.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        // What was under way until now has arrived meanwhile.
        Installation.Smtp.Forget();
    }

    /// <summary>Before a test that tells who is told: no account of another test is told of anything.</summary>
    internal async ValueTask ResetAccountsAsync()
    {
        await ResetAsync();
        await Service.ReadAsync(db => db.Database.ExecuteSqlAsync($"truncate account, agent_areas, preference, digest_item"));
    }

    /// <summary>The replica ends, and another one starts later.</summary>
    internal async Task RestartAsync(TimeSpan later)
    {
        await Service.DisposeAsync();
        Installation.Clock.Advance(later);
        Service = await Installation.StartAsync(_settings);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The one of all tests that leave its clock and its mail server alone and look only at what they made themselves.</summary>
public sealed class SharedService : RunningService;

/// <summary>Looks so rarely for mails that are due that only the wake after the commit can be why one leaves.</summary>
public sealed class RarelyPollingService() : RunningService(("Mail:Poll", "00:10:00"));

/// <summary>Gathers news as soon as they are due.</summary>
public sealed class DigestingService() : RunningService(Poll)
{
    internal static readonly (string Key, string Value) Poll = ("Digests:Poll", "00:00:00.100");
}

/// <summary>Hands one mail over after the other.</summary>
public sealed class SingleConnectionService() : RunningService(("Mail:Connections", "1"));

/// <summary>The staff's pages have an address of their own.</summary>
public sealed class ServiceWithDesk() : RunningService(("Links:Desk", "https://desk.andina.example/"));

/// <summary>An administrator may choose another mail server.</summary>
public sealed class ServiceWithAnotherServer : RunningService
{
    readonly MailServer _other;

    public ServiceWithAnotherServer() : this(new())
    {
    }

    ServiceWithAnotherServer(MailServer other)
        : base(("Mail:Ports:0", other.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:Ports:1", "1")) => _other = other;

    internal MailServer Other => _other;

    internal override ValueTask ResetAsync()
    {
        _other.Forget();
        return base.ResetAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _other.DisposeAsync();
    }
}
