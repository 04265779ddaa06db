using System.Net;
using System.Net.Http.Headers;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Sealing;
using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.LocalCopies;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Ticketing.Tests;

/// <summary>Ticketing, with an ear on what it publishes.</summary>
sealed class Replica(
    Installation installation, (string Key, string Value)[] settings) : ServiceReplica<Program, TicketingDbContext>(installation, settings)
{
    public PublishedEvents Heard { get; } = new();

    public override async Task ReadyAsync()
    {
        await base.ReadyAsync();
        await Heard.ListenAsync(Services.GetRequiredService<IBusControl>());
    }

    public string Seal<T>(T value, TimeSpan? lifetime = null) where T : notnull => Seals.Seal(value, lifetime);

    public T? Open<T>(string seal) where T : class => Seals.Open<T>(seal);

    public string CaptchaPass() => Seal(new CaptchaPass(Guid.NewGuid(), Clock.GetUtcNow().AddMinutes(5)), TimeSpan.FromMinutes(5));

    public string Upload(string name = "photo.png") =>
        Seal(new UploadReceipt(Guid.NewGuid(), name, "image/png", 12345), TimeSpan.FromHours(1));

    /// <summary>Moves the clock and has the dispatcher look at once.</summary>
    public void Jump(TimeSpan by)
    {
        Clock.Advance(by);
        Services.GetRequiredService<OutboxSignal>().Set();
    }

    public Caller Anonymous() => new(CreateClient());

    public Caller As(Account account) => new(As(account.Id, account.Name, account.Email, account.Roles));

    public Caller ByLink(string secret)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Tracking", secret);
        return new(client);
    }

    /// <summary>What a link shows: the ticket that it leads to, with its conversation.</summary>
    public async Task<Answer> TrackAsync(string secret)
    {
        var link = ByLink(secret);
        var found = await link.GetAsync("/api/tracking");
        if (found.Status != HttpStatusCode.OK)
            return found;
        var ticket = (await link.GetAsync($"/api/tickets/{found["number"]}")).Expect(HttpStatusCode.OK);
        var messages = (await link.GetAsync($"/api/tickets/{found["number"]}/messages?size=100")).Expect(HttpStatusCode.OK);
        return new(HttpStatusCode.OK, $$"""{ "ticket": {{ticket.Text}}, "messages": {{messages.Text}} }""");
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
        var category = new CategoryChanged { CategoryId = Guid.CreateVersion7(), Version = 1, Title = "Printers", AreaId = area.AreaId,
            AreaName = area.Name, Priority = priority };
        await HearAsync(area);
        await HearAsync(category);
        await Eventually.HoldsAsync(
                () =>
                    ReadAsync(
                        async db =>
                            (await db.Categories.FindAsync(category.CategoryId)) is not null
                                && (await db.Areas.FindAsync(area.AreaId)) is not null));
        return category;
    }
}
