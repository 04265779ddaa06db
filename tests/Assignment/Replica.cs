using System.Net.Http.Headers;
using System.Security.Claims;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Assignment.Rounds;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Assignment.Tests;

/// <summary>One process of the service, as its Program builds it.</summary>
sealed class Replica(Installation installation, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public Installation Installation => installation;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:assignment", installation.Database);
        builder.UseSetting("ConnectionStrings:rabbitmq", installation.Broker);
        builder.UseSetting("DataProtection:Keys", installation.Keys);
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

    /// <summary>The event, and its consumer has committed.</summary>
    public async Task<Guid> ConsumeAsync<T>(T message, Guid? id = null) where T : class
    {
        var messageId = await HearAsync(message, id);
        await Eventually.HoldsAsync(() => ReadAsync(async db => await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox_message WHERE message_id = {messageId}").SingleAsync() > 0));
        return messageId;
    }

    public async Task<T> ReadAsync<T>(Func<AssignmentDbContext, Task<T>> read)
    {
        await using var db = installation.Open();
        return await read(db);
    }

    public Task ExecuteAsync(FormattableString sql) => ReadAsync(db => db.Database.ExecuteSqlAsync(sql));

    public Task<List<Receipt>> ReceiptsAsync(Guid area) => ReadAsync(db => db.Receipts.AsNoTracking().Where(x => x.AreaId == area).OrderBy(x => x.Sequence).ToListAsync());

    /// <summary>The receipts of an area, once there are so many.</summary>
    public async Task<List<Receipt>> ReceiptsAsync(Guid area, int count)
    {
        List<Receipt> found = [];
        await Eventually.HoldsAsync(async () => (found = await ReceiptsAsync(area)).Count >= count, TimeSpan.FromSeconds(60), $"{count} receipts");
        return found;
    }

    /// <summary>The copy of a ticket, once it is as expected.</summary>
    public async Task<Ticket> TicketAsync(Guid id, Func<Ticket, bool> expected)
    {
        Ticket? found = null;
        await Eventually.HoldsAsync(async () => (found = await ReadAsync(db => db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id))) is not null && expected(found));
        return found!;
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
