using System.Net.Http.Headers;
using System.Security.Claims;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Sending;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Sealing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Notification.Tests;

/// <summary>One process of the service, as its Program builds it.</summary>
sealed class Replica(Installation installation, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:notification", installation.Database);
        builder.UseSetting("ConnectionStrings:rabbitmq", installation.Broker);
        builder.UseSetting("ConnectionStrings:mailbox", $"smtp://127.0.0.1:{installation.Smtp.Port}");
        builder.UseSetting("DataProtection:Keys", installation.Keys);
        builder.UseSetting("Mail:From", "soporte@andina.example");
        builder.UseSetting("Mail:Sender", "Soporte Andina");
        builder.UseSetting("Mail:Poll", "00:00:00.200");
        builder.UseSetting("Links:Portal", "https://help.andina.example");
        builder.UseSetting("Installation:TimeZone", "America/Guayaquil");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(x => x.ClearProviders());
        builder.ConfigureServices(x => x.AddSingleton<TimeProvider>(installation.Clock));
    }

    public Task ReadyAsync() => Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));

    /// <summary>An event as it comes from the broker; the id it went under.</summary>
    public async Task<Guid> HearAsync<T>(T message, Guid? id = null) where T : class
    {
        var messageId = id ?? Guid.CreateVersion7();
        await Services.GetRequiredService<IBus>().Publish(message, x => x.MessageId = messageId);
        return messageId;
    }

    public string Seal(string secret) => Services.GetRequiredService<Seals>().Seal(new TrackingSecret(secret));

    public void Wake() => Services.GetRequiredService<Wake>().One();

    public Task<List<Delivery>> LedgerAsync(string ticket) => ReadAsync(db => db.Deliveries.AsNoTracking().Include(x => x.Resends).Where(x => x.TicketNumber == ticket).OrderBy(x => x.CreatedAt).ToListAsync());

    /// <summary>The only row about the ticket, once it is as expected.</summary>
    public async Task<Delivery> RowAsync(string ticket, Func<Delivery, bool> expected)
    {
        Delivery? row = null;
        await Fixtures.Eventually.HoldsAsync(async () => (row = (await LedgerAsync(ticket)).SingleOrDefault()) is not null && expected(row));
        return row!;
    }

    public async Task<T> ReadAsync<T>(Func<NotificationDbContext, Task<T>> read)
    {
        await using var db = installation.Open();
        return await read(db);
    }

    public HttpClient As(params string[] roles)
    {
        var client = CreateClient();
        var token = Services.GetRequiredService<AccessTokens>().Issue(
            [new Claim(Claims.Subject, Guid.CreateVersion7().ToString()), new Claim(Claims.Name, "Diana Vera"), .. roles.Select(x => new Claim(Claims.Role, x))], TimeSpan.FromHours(1));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
