using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;

namespace Helpdesk.Ticketing.Tests;

/// <summary>A running service with a category, and tickets opened as an anonymous customer opens them.</summary>
public abstract class Desk : IAsyncLifetime
{
    private protected Installation Installation { get; private set; } = null!;
    private protected Replica Service { get; private set; } = null!;
    private protected CategoryChanged Category { get; private set; } = null!;
    private protected Account Ana { get; } = Account.Agent("Ana Agent");
    private protected Account Dora { get; } = Account.Dispatcher("Dora Dispatcher");

    private protected virtual (string, string)[] Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        (Installation, Service) = await Installation.RunningAsync(Settings);
        await Service.KnowAsync(Ana, Dora);
        Category = await Service.KnowCategoryAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Installation.DisposeAsync();
    }

    private protected object Form(string? subject = "Printer on fire", string description = "It smokes.", object? attachments = null) =>
        new { categoryId = Category.CategoryId, name = "Cleo Customer", email = "cleo@example.org", language = "es", subject, description, attachments };

    private protected async Task<Opened> OpenAsync(params string[] uploads)
    {
        var answer = (await Service.Anonymous().PostAsync("/api/tickets", Form(attachments: uploads), ("Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created);
        return new(answer.Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    /// <summary>A ticket that Ana was chosen for.</summary>
    private protected async Task<Opened> OpenForAnaAsync(params string[] uploads)
    {
        var ticket = await OpenAsync(uploads);
        await Service.HearAsync(Choice(ticket, Ana));
        await Service.Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id);
        return ticket;
    }

    private protected TicketAssigned Choice(Opened ticket, Account agent) => new()
    {
        TicketId = ticket.Id, Number = ticket.Number, AreaId = Category.AreaId, Agent = agent.AsPerson(), AssignedAt = DateTimeOffset.UnixEpoch,
        Receipt = new() { Id = Guid.CreateVersion7(), Sequence = 1, Policy = "round-robin/1", Candidates = [], Reason = "It was her turn." },
    };

    private protected async Task<string> StatusAsync(Opened ticket) => (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}")).Expect(HttpStatusCode.OK)["status"];

    /// <summary>The kinds of the pending timers, as the API tells them.</summary>
    private protected async Task<string> TimersAsync(Opened ticket) =>
        string.Join(' ', (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timers")).Items.EnumerateArray().Select(x => x.GetProperty("kind").GetString()));

    private protected Task TimersBecomeAsync(Opened ticket, string kinds) =>
        Eventually.HoldsAsync(async () => await TimersAsync(ticket) == kinds, TimeSpan.FromSeconds(15), $"timers: {kinds}");

    private protected sealed record Opened(Guid Id, string Number, string Secret);
}
