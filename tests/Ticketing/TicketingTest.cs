using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

/// <summary>
/// A running service with a category, and tickets opened as an anonymous customer opens them. The tests of a class follow each other on one
/// installation, where each has areas, accounts and tickets of its own.
/// </summary>
public abstract class TicketingTest : IAsyncLifetime, IClassFixture<SharedInstallation>
{
    readonly HashSet<Guid> _areas = [];

    private protected Installation Installation { get; private set; } = null!;
    private protected Replica Service { get; private set; } = null!;

    /// <summary>What was told of this test's tickets.</summary>
    private protected PublishedEvents Heard { get; private set; } = null!;
    private protected CategoryChanged Category { get; private set; } = null!;
    private protected Account Ana { get; } = Account.Agent("Ana Agent");
    private protected Account Dora { get; } = Account.Dispatcher("Dora Dispatcher");
    private protected string Customer { get; set; } = "cleo@example.org";

    public virtual async ValueTask InitializeAsync()
    {
        (Installation, Service) = await FindAsync();
        Heard = Service.Heard.Of(_areas);
        var accounts = Service.KnowAsync(Ana, Dora);
        Category = await KnowCategoryAsync();
        await accounts;
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected virtual async Task<(Installation, Replica)> FindAsync()
    {
        var shared = (await TestContext.Current.GetFixture<SharedInstallation>())!;
        return (shared.Installation, shared.Service);
    }

    private protected async Task<CategoryChanged> KnowCategoryAsync(TicketPriority priority = TicketPriority.Medium)
    {
        var category = await Service.KnowCategoryAsync(priority);
        _areas.Add(category.AreaId);
        return category;
    }

    /// <summary>The tickets in this test's area.</summary>
    private protected IQueryable<Ticket> Ours(TicketingDbContext db) => db.Tickets.Where(x => x.AreaId == Category.AreaId);

    private protected object Form(string? subject = "Printer on fire", string description = "It smokes.", object? attachments = null) =>
        new { categoryId = Category.CategoryId, name = "Cleo Customer", email = Customer, language = "es", subject, description,
            attachments };

    private protected async Task<Opened> OpenAsync(params string[] uploads)
    {
        var answer = (await Service.Anonymous().PostAsync(
                "/api/tickets", Form(attachments: uploads), ("Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created);
        return new(answer.Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    /// <summary>A ticket that Ana was chosen for.</summary>
    private protected async Task<Opened> OpenForAnaAsync(params string[] uploads)
    {
        var ticket = await OpenAsync(uploads);
        await Service.PublishAsync(Choice(ticket, Ana));
        await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id);
        return ticket;
    }

    private protected Task<Answer> ReplyByLinkAsync(Opened ticket, object reply) =>
        Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", reply);

    /// <summary>A ticket whose customer is waited for.</summary>
    private protected async Task<Opened> AnsweredAsync()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Is it still burning?" }))
            .Expect(HttpStatusCode.Created);
        await TimersBecomeAsync(ticket, "warning closing");
        return ticket;
    }

    private protected TicketAssigned Choice(Opened ticket, Account agent) => new()
    {
        TicketId = ticket.Id, Number = ticket.Number, AreaId = Category.AreaId, Agent = agent
            .AsPerson(), AssignedAt = DateTimeOffset.UnixEpoch,
        Receipt = new() { Id = Guid.CreateVersion7(), Sequence = 1, Policy = "round-robin/1", Candidates = [],
            Reason = "It was their turn." },
    };

    private protected async Task<string> StatusAsync(Opened ticket) =>
        (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}")).Expect(HttpStatusCode.OK)["status"];

    /// <summary>The kinds of the pending timers, as the API tells them.</summary>
    private protected async Task<string> TimersAsync(Opened ticket) =>
        string.Join(
            ' ',
            (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timers")).Items.EnumerateArray()
                .Select(x => x.GetProperty("kind").GetString()));

    private protected Task TimersBecomeAsync(Opened ticket, string kinds) =>
        Eventually.HoldsAsync(async () => await TimersAsync(ticket) == kinds, what: $"timers: {kinds}");

    private protected sealed record Opened(Guid Id, string Number, string Secret);
}
