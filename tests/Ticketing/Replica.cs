using System.Net.Http.Headers;
using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Ticketing.Tests;

/// <summary>One process of the service, as its Program builds it, with an ear on what it publishes.</summary>
sealed class Replica(Installation installation, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public Heard Heard { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:ticketing", installation.Database);
        builder.UseSetting("ConnectionStrings:rabbitmq", installation.Broker);
        builder.UseSetting("DataProtection:Keys", installation.Keys);
        builder.UseSetting("Links:Portal", "https://help.andina.example");
        builder.UseSetting("Messaging:PollInterval", "00:00:00.200");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(x => x.ClearProviders());
        builder.ConfigureServices(x =>
        {
            x.AddSingleton<TimeProvider>(installation.Clock);
            x.AddSingleton(Heard);
        });
    }

    public async Task ReadyAsync()
    {
        var bus = Services.GetRequiredService<IBusControl>();
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        await Heard.ListenAsync(bus);
    }

    /// <summary>An event as another service would send it.</summary>
    public async Task<Guid> HearAsync<T>(T message, Guid? id = null) where T : class
    {
        var messageId = id ?? Guid.CreateVersion7();
        await Services.GetRequiredService<IBus>().Publish(message, x => x.MessageId = messageId);
        return messageId;
    }

    public string Seal<T>(T value, TimeSpan? lifetime = null) where T : notnull => Services.GetRequiredService<Seals>().Seal(value, lifetime);

    public T? Open<T>(string seal) where T : class => Services.GetRequiredService<Seals>().Open<T>(seal);

    public string CaptchaPass() => Seal(new CaptchaPass(Guid.NewGuid(), installation.Clock.GetUtcNow().AddMinutes(5)), TimeSpan.FromMinutes(5));

    public string Upload(string name = "photo.png") => Seal(new UploadReceipt(Guid.NewGuid(), name, "image/png", 12345), TimeSpan.FromHours(1));

    /// <summary>Moves the clock and has the dispatcher look at once.</summary>
    public void Jump(TimeSpan by)
    {
        installation.Clock.Advance(by);
        Services.GetRequiredService<OutboxSignal>().Set();
    }

    public async Task<T> ReadAsync<T>(Func<TicketingDbContext, Task<T>> read)
    {
        await using var db = installation.Open();
        return await read(db);
    }

    public Caller Anonymous() => new(CreateClient());

    public Caller As(Account account)
    {
        var client = CreateClient();
        var token = Services.GetRequiredService<AccessTokens>().Issue(
            [new(Claims.Subject, account.Id.ToString()), new(Claims.Name, account.Name), new(Claims.Email, account.Email), .. account.Roles.Select(x => new Claim(Claims.Role, x))], TimeSpan.FromDays(30));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(client);
    }

    public Caller ByLink(string secret)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Tracking", secret);
        return new(client);
    }

    public async Task KnowAsync(params Account[] accounts)
    {
        foreach (var account in accounts)
            await HearAsync(account.Changed());
        await Eventually.HoldsAsync(() => ReadAsync(async db =>
        {
            var ids = accounts.Select(x => x.Id).ToArray();
            return await db.Accounts.CountAsync(x => ids.Contains(x.Id)) == ids.Length;
        }));
    }

    public async Task<CategoryChanged> KnowCategoryAsync(TicketPriority priority = TicketPriority.Medium)
    {
        var area = new AreaChanged { AreaId = Guid.CreateVersion7(), Version = 1, Name = "Hardware" };
        var category = new CategoryChanged { CategoryId = Guid.CreateVersion7(), Version = 1, Title = "Printers", AreaId = area.AreaId, AreaName = area.Name, Priority = priority };
        await HearAsync(area);
        await HearAsync(category);
        await Eventually.HoldsAsync(() => ReadAsync(async db => (await db.Categories.FindAsync(category.CategoryId)) is not null && (await db.Areas.FindAsync(area.AreaId)) is not null));
        return category;
    }
}
