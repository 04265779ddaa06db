using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;

namespace Helpdesk.Notification.Tests;

public sealed class One_mailbox_however_it_is_spelled(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("ana@español.example", "Ana@XN--ESPAOL-ZWA.example")]
    [InlineData("ana@bombed.example", "ana@ｂombed.example")]
    [InlineData("ana@bombed.example", "ana@bom\u00ADbed.example.")]
    [InlineData("jose\u0301@example.org", "JOSÉ@example.org")]
    public void G1_gives_one_event_one_mail_and_one_mailbox_one_owner(string one, string other)
    {
        // Another script's letter in upper case is another letter: only ASCII folds.
        var same = !other.StartsWith("JOSÉ", StringComparison.Ordinal);
        var (e, ticket) = (Guid.NewGuid(), SampleEvents.Ticket(SampleEvents.Customer(email: one)));
        Assert.Equal(same, DeliveryId.Of(e, one, "x") == DeliveryId.Of(e, other, "x"));
        var told = Assert.Single(
            EventRecipients.Find(SampleEvents.Merged(ticket, SampleEvents.Ticket(SampleEvents.Customer(email: other))))).Mail;
        Assert.Equal(same, ((TicketMergedMail)told).Into is not null);
    }

    [Theory]
    [InlineData("victim@institute.example", "victim@İnstitute.example")]
    [InlineData("victim@example.org", "vıctim@example.org")]
    [InlineData("strasse@example.org", "straße@example.org")]
    public void G1_never_takes_two_mailboxes_for_one(string one, string other)
    {
        Assert.NotEqual(DeliveryId.Of(Guid.Empty, one, "x"), DeliveryId.Of(Guid.Empty, other, "x"));
        var mail = Assert.Single(
            EventRecipients.Find(SampleEvents.Merged(
                SampleEvents.Ticket(SampleEvents.Customer(email: one)), SampleEvents.Ticket(SampleEvents.Customer(email: other))))).Mail;
        Assert.Null(((TicketMergedMail)mail).Into);
    }

    [Fact]
    public async Task G1_bounces_as_one()
    {
        var mark = Guid.NewGuid().ToString("N");
        _installation.Smtp.OnRecipient = _ => "550 5.1.1 No such user here";
        foreach (var spelling in new[] { "ANA.{0}@español.example", "ana.{0}@xn--espaol-zwa.example", "ana.{0}@ESPAÑOL.example." })
            await OpenedAsync(spelling, mark, DeliveryState.Failed);
        var row = await OpenedAsync("Ana.{0}@ｅspañol.example", mark, DeliveryState.Suppressed);
        Assert.Equal(DeliveryCause.Bounced, row.Cause);
    }

    [Fact]
    public async Task G1_gets_its_mail_at_the_domain_in_ascii_and_stands_in_the_ledger_as_typed()
    {
        var mark = Guid.NewGuid().ToString("N");
        var row = await OpenedAsync("Ana.{0}@Español.example", mark, DeliveryState.Sent);
        Assert.Equal(($"Ana.{mark}@Español.example", $"ana.{mark}@xn--espaol-zwa.example"), (row.RecipientAddress, row.CanonicalAddress));
        Assert.Single(_installation.Smtp.To($"Ana.{mark}@xn--espaol-zwa.example"));
        var admin = new Caller(_service.As("Admin"));
        foreach (var spelling in new[] { $"ANA.{mark}@español.example", $"ana.{mark}@xn--espaol-zwa.example" })
        {
            var found = await admin.GetAsync($"/api/deliveries?email={Uri.EscapeDataString(spelling)}");
            Assert.Single(found.Items.EnumerateArray());
        }
    }

    async Task<Delivery> OpenedAsync(string address, string mark, DeliveryState state)
    {
        var ticket = SampleEvents.Ticket(SampleEvents.Customer(email: string.Format(null, address, mark)), token: _service.Protect("x"));
        // By staff: of what strangers open only so many are told.
        await _service.PublishAsync(SampleEvents.Opened(ticket) with { OpenedBy = SampleEvents.Carlos });
        return await _service.RowAsync(ticket.Number, x => x.State == state);
    }
}
