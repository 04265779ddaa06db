using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Tests;

public sealed class Addresses_that_refuse_mail(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task N4_after_three_refusals_for_good_nothing_more_is_sent_and_the_ledger_says_why()
    {
        var customer = await RefusedAsync(BouncedAddress.MaxRefusals);
        var row = await OpenedAsync(customer, x => x.State == DeliveryState.Suppressed);
        Assert.Equal((DeliveryCause.Bounced, 0), (row.Cause, row.Attempts));
        Assert.Contains("refused 3 mails in a row", row.Reason, StringComparison.Ordinal);
        Assert.Contains("No such user", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_refusals_are_not_enough_and_one_mail_that_is_taken_forgets_them()
    {
        var customer = await RefusedAsync(BouncedAddress.MaxRefusals - 1);
        _installation.Smtp.OnRecipient = _ => null;
        await OpenedAsync(customer, x => x.State == DeliveryState.Sent);
        await ForgottenAsync(customer);
        await RefusedAsync(BouncedAddress.MaxRefusals - 1, customer);
        await OpenedAsync(customer, x => x.State == DeliveryState.Failed);
    }

    [Fact]
    public async Task A_refusal_for_now_or_for_the_content_is_no_sign_against_the_address()
    {
        var customer = SampleEvents.Customer();
        _installation.Smtp.OnRecipient = _ => "552 5.3.4 Too large";
        for (var i = 0; i < BouncedAddress.MaxRefusals + 1; i++)
            await OpenedAsync(customer, x => x.State == DeliveryState.Failed);
    }

    [Fact]
    public async Task After_a_week_it_is_tried_again()
    {
        var customer = await RefusedAsync(BouncedAddress.MaxRefusals);
        _installation.Smtp.OnRecipient = _ => null;
        _installation.Clock.Advance(BouncedAddress.RememberedFor + TimeSpan.FromHours(1));
        await OpenedAsync(customer, x => x.State == DeliveryState.Sent);
    }

    [Fact]
    public async Task What_owners_ask_for_about_their_accounts_is_tried_all_the_same()
    {
        var customer = await RefusedAsync(BouncedAddress.MaxRefusals);
        _installation.Smtp.OnRecipient = _ => null;
        await _service.PublishAsync(new PasswordResetRequested
        {
            To = customer,
            LinkToken = _service.ProtectLink("x"),
            ExpiresAt = _installation.Clock.GetUtcNow().AddHours(1),
            RequestedAt = SampleEvents.Now,
        });
        await ForgottenAsync(customer);
        Assert.Single(_installation.Smtp.To(customer.Email));
        await OpenedAsync(customer, x => x.State == DeliveryState.Sent);
    }

    [Fact]
    public async Task N4_what_was_held_back_can_be_sent_by_hand_once_the_mailbox_is_repaired()
    {
        var customer = await RefusedAsync(BouncedAddress.MaxRefusals);
        var row = await OpenedAsync(customer, x => x.State == DeliveryState.Suppressed);
        _installation.Smtp.OnRecipient = _ => null;
        var answer = await _service.As(AccountRoles.Dispatcher).PostAsJsonAsync(
            $"/api/deliveries/{row.Id}/resend", new { reason = "Mailbox repaired" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await _service.RowAsync(row.TicketNumber!, x => x is { State: DeliveryState.Sent, Cause: null });
        await ForgottenAsync(customer);
        await OpenedAsync(customer, x => x.State == DeliveryState.Sent);
    }

    Task ForgottenAsync(Person customer) =>
        Eventually.HoldsAsync(() => _service.ReadAsync(db => Task.FromResult(!db.BouncedAddresses.Any(x => x.Address == customer.Email))));

    async Task<Person> RefusedAsync(int times, Person? customer = null)
    {
        customer ??= SampleEvents.Customer();
        _installation.Smtp.OnRecipient = _ => "550 5.1.1 No such user here";
        for (var i = 0; i < times; i++)
            await OpenedAsync(customer, x => x.State == DeliveryState.Failed);
        await Eventually.HoldsAsync(() =>
            _service.ReadAsync(db => Task.FromResult(db.BouncedAddresses.Any(x => x.Address == customer.Email && x.Refusals == times))));
        return customer;
    }

    async Task<Delivery> OpenedAsync(Person customer, Func<Delivery, bool> expected)
    {
        var ticket = SampleEvents.Ticket(customer, token: _service.Protect("x"));
        // By staff: of what strangers open only so many are told.
        await _service.PublishAsync(SampleEvents.Opened(ticket) with { OpenedBy = SampleEvents.Carlos });
        return await _service.RowAsync(ticket.Number, expected);
    }
}
