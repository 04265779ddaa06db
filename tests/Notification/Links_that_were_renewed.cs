using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Tests.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Links_that_were_renewed(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Renewals => new() { { "es", false }, { "es", true }, { "en", false } };

    [Theory, MemberData(nameof(Renewals))]
    public async Task G5_go_to_the_customer_also_to_one_who_renewed_it(string language, bool byCustomer)
    {
        var ticket = Ticket("old", SampleEvents.Customer(language));
        await _service.PublishAsync(Renewed(ticket, byCustomer ? SampleEvents.ByCustomer : SampleEvents.Carlos));
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 1);
        Assert.All([Mails(ticket)[0].Text, Mails(ticket)[0].Seen], part =>
        {
            Assert.Contains("https://help.andina.example/t/new", part, StringComparison.Ordinal);
            Assert.Contains(language == "es" ? "El enlace anterior ya no funciona" : "The previous link no longer works", part,
                StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("Customer", true, true)]
    [InlineData("Customer", false, false)]
    [InlineData("Agent", true, false)]
    public async Task G5_G9_follow_an_account_to_its_next_address_once_it_has_shown_to_hold_the_first(
        string role, bool confirmed, bool follow)
    {
        var (id, mark) = (Guid.CreateVersion7(), Guid.NewGuid().ToString("N"));
        var ticket = Ticket("old", SampleEvents.Customer(email: $"former.{mark}@example.org"));
        _installation.Smtp.OnRecipient = _ => "451 4.2.0 Later";
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });
        var account = SampleEvents.Account(id, $"Former.{mark}@example.org", [role]) with { EmailConfirmed = confirmed };
        await _service.PublishAsync(account);
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == id, Stop)));
        await _service.PublishAsync(account with
        {
            Version = account.Version + 1, Email = $"next.{mark}@example.org", CanonicalEmail = $"next.{mark}@example.org",
        });
        await Eventually.HoldsAsync(() => _service.ReadAsync(
            db => db.Accounts.AnyAsync(x => x.Id == id && x.Version > account.Version, Stop)));

        _installation.Smtp.OnRecipient = _ => null;
        await _service.PassAsync(TimeSpan.FromMinutes(1));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Equal(follow ? 1 : 0, _installation.Smtp.To($"next.{mark}@example.org").Count());
        Assert.Equal(follow ? 0 : 1, _installation.Smtp.To($"former.{mark}@example.org").Count());
    }

    [Theory]
    [InlineData("opened")]
    [InlineData("answered")]
    [InlineData("warned")]
    [InlineData("asked")]
    [InlineData("merged")]
    public async Task G5_stand_in_what_was_written_down_before_and_is_sent_after(string what)
    {
        var ticket = Ticket("old");
        var other = Ticket("other") with { Customer = ticket.Customer };
        _installation.Smtp.OnRecipient = _ => "451 4.2.0 Later";
        await (what switch
        {
            "opened" => _service.PublishAsync(SampleEvents.Opened(ticket)),
            "answered" => _service.PublishAsync(SampleEvents.Answered(ticket)),
            "warned" => _service.PublishAsync(SampleEvents.Warned(ticket)),
            "asked" => _service.PublishAsync(SampleEvents.LinkAskedFor(ticket)),
            _ => _service.PublishAsync(SampleEvents.Merged(other, ticket)),
        });
        var about = what == "merged" ? other : ticket;
        await _service.RowAsync(about.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });
        await _service.PublishAsync(Renewed(ticket));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Tickets.AnyAsync(x => x.Id == ticket.Id && x.Version == 2, Stop)));
        _installation.Smtp.OnRecipient = _ => null;
        await _service.PassAsync(TimeSpan.FromMinutes(1));
        _service.Wake();

        await Eventually.HoldsAsync(() => Mails(ticket).Count == 2);
        Assert.All(Mails(ticket), x => Assert.Contains("https://help.andina.example/t/new", x.Text, StringComparison.Ordinal));
        Assert.All(Mails(ticket), x => Assert.DoesNotContain("/t/o", x.Raw, StringComparison.Ordinal));
    }

    [Fact]
    public async Task G5_stand_in_a_mail_that_is_sent_again_and_in_events_that_were_overtaken()
    {
        var ticket = Ticket("old");
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        await _service.PublishAsync(Renewed(ticket));
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 2);
        await _service.PublishAsync(SampleEvents.Answered(ticket, "Antes de renovarlo."));
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 3);
        (await new Caller(_service.As("Dispatcher")).PostAsync($"/api/deliveries/{row.Id}/resend", new { reason = "Perdido" }))
            .Expect(System.Net.HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 4);
        Assert.Single(Mails(ticket), x => x.Text.Contains("/t/old", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G5_never_go_to_staff()
    {
        var (id, mail) = await _service.AccountAsync("Agent");
        var ticket = Ticket("old") with { Assignee = new() { Id = id, Name = "Persona", Email = mail, Language = "es" } };
        await _service.PublishAsync(Renewed(ticket));
        await _service.PublishAsync(SampleEvents.Assigned(ticket with { Version = 3 }, ticket.Assignee));
        await _service.PublishAsync(SampleEvents.Replied(ticket with { Version = 4 }));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Count() == 2);
        Assert.All(_installation.Smtp.To(mail), x => Assert.DoesNotContain("/t/", x.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task G5_who_is_told_of_a_ticket_that_staff_opened_gets_its_link()
    {
        var ticket = Ticket("old") with { OpenedById = SampleEvents.Carlos.Id };
        await _service.PublishAsync(SampleEvents.Opened(ticket) with { OpenedBy = SampleEvents.Carlos });
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 1);
        Assert.Contains("/t/old", Mails(ticket)[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task G9_a_mail_that_waits_goes_where_its_customer_is_reached_by_then(bool hasAccount)
    {
        var ticket = Ticket("old");
        var moved = ticket.Customer with { Email = $"nueva.{Guid.NewGuid():N}@example.org", Name = "Ana Paz", Language = "en" };
        if (hasAccount)
            ticket = ticket with { Customer = ticket.Customer with { Id = Guid.CreateVersion7() } };
        _installation.Smtp.OnRecipient = _ => "451 4.2.0 Later";
        await _service.PublishAsync(SampleEvents.Answered(ticket));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });
        if (ticket.Customer.Id is { } id)
        {
            await _service.PublishAsync(SampleEvents.Account(id, moved.Email, ["Customer"], "en") with { Name = moved.Name });
            await Eventually.HoldsAsync(() => _service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == id, Stop)));
        }
        else
        {
            await _service.PublishAsync(SampleEvents.Assigned(ticket with { Version = 2, Customer = moved }, null));
            await Eventually.HoldsAsync(() =>
                _service.ReadAsync(db => db.Tickets.AnyAsync(x => x.Id == ticket.Id && x.Version == 2, Stop)));
        }

        _installation.Smtp.OnRecipient = _ => null;
        await _service.PassAsync(TimeSpan.FromMinutes(1));
        _service.Wake();
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Equal((moved.Email, moved.Email, "en"), (row.RecipientAddress, row.CanonicalAddress, row.Language));
        Assert.Contains("View and reply", Assert.Single(_installation.Smtp.To(moved.Email)).Text, StringComparison.Ordinal);
        Assert.Empty(Mails(ticket));
    }

    TrackingLinkRenewed Renewed(TicketSnapshot ticket, Actor? by = null) => new()
    {
        Ticket = ticket with { Version = 2, TrackingToken = _service.Protect("new") },
        RenewedAt = SampleEvents.Now,
        RenewedBy = by ?? SampleEvents.Carlos,
    };

    List<ReceivedMail> Mails(TicketSnapshot ticket) => [.. _installation.Smtp.To(ticket.Customer.Email)];

    TicketSnapshot Ticket(string secret, Person? customer = null) => SampleEvents.Ticket(customer, token: _service.Protect(secret));
}
