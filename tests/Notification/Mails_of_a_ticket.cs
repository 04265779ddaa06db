using System.Globalization;
using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Tests.Smtp;

namespace Helpdesk.Notification.Tests;

public sealed class Mails_of_a_ticket(RarelyPollingService shared) : IClassFixture<RarelyPollingService>
{
    const string Secret = "kq3Zr8vT0mXw5LdYb2NfJg";
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    [Theory]
    [InlineData("es", "Hemos recibido tu ticket", "72 horas", "Qué pasa ahora")]
    [InlineData("en", "We have received your ticket", "72 hours", "What happens next")]
    public async Task NO1_who_opened_a_ticket_gets_its_number_its_link_and_the_rule_of_72_hours(
        string language, string heading, string rule, string next)
    {
        var ticket = Ticket(language);
        await _service.PublishAsync(SampleEvents.Opened(ticket));

        var mail = await MailAsync(ticket.Customer);
        Assert.Equal($"[{ticket.Number}] {ticket.Subject}", mail.Subject);
        Assert.Contains(heading, mail.Seen, StringComparison.Ordinal);
        Assert.All([mail.Text, mail.Seen], part =>
        {
            Assert.Contains(ticket.Number, part, StringComparison.Ordinal);
            Assert.Contains($"https://help.andina.example/t/{Secret}", part, StringComparison.Ordinal);
            Assert.Contains(rule, part, StringComparison.Ordinal);
            Assert.Contains(next, part, StringComparison.Ordinal);
        });
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Equal((mail.MailId, 1), (row.MailId, row.Attempts));
        Assert.NotNull(row.SentAt);
        Assert.DoesNotContain(Secret, row.Model, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO2_the_agent_who_gets_the_ticket_hears_whose_it_is_and_how_urgent()
    {
        var (ticket, agent) = (Ticket("es"), SampleEvents.Agent());
        await _service.PublishAsync(SampleEvents.Assigned(ticket, agent));

        var mail = await MailAsync(agent);
        Assert.Contains(ticket.Number, mail.Subject, StringComparison.Ordinal);
        Assert.All([mail.Text, mail.Seen], part =>
        {
            var link = $"https://help.andina.example/desk/tickets/{ticket.Number}";
            foreach (var fact in new[] { ticket.Customer.Name, ticket.CategoryTitle, "Alta", ticket.Subject, link })
                Assert.Contains(fact, part, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, part, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(CustomerVerification.Unverified, true)]
    [InlineData(CustomerVerification.TrackingLink, false)]
    [InlineData(CustomerVerification.SignedIn, false)]
    [InlineData(null, false)]
    public async Task G6_the_agent_who_gets_the_ticket_hears_when_somebody_only_typed_the_customers_address(
        CustomerVerification? verification, bool said)
    {
        var (ticket, agent) = (Ticket("es"), SampleEvents.Agent());
        await _service.PublishAsync(SampleEvents.Opened(ticket) with { Verification = verification });
        await MailAsync(ticket.Customer);
        await _service.PublishAsync(SampleEvents.Assigned(ticket with { Version = 2 }, agent));
        var mail = await MailAsync(agent);
        Assert.All([mail.Text, mail.Seen], x =>
            Assert.Equal(said, x.Contains("solo indicó la dirección de correo del cliente", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task NO2_agents_who_assign_it_to_themselves_get_no_mail_and_the_ledger_says_why()
    {
        var (ticket, agent) = (Ticket("es"), SampleEvents.Agent());
        await _service.PublishAsync(SampleEvents.Assigned(ticket, agent, SampleEvents.Carlos));

        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Suppressed);
        Assert.Equal(("The recipient did this themselves.", 0), (row.Reason, row.Attempts));
        Assert.Null(row.NextAttemptAt);
        Assert.Empty(_installation.Smtp.To(agent.Email));
    }

    [Fact]
    public async Task NO3_the_customer_gets_the_answer_and_a_link_to_see_it_and_answer()
    {
        var ticket = Ticket("es", TicketStatus.WaitingOnCustomer);
        await _service.PublishAsync(
            SampleEvents.Answered(ticket, "Quita la cuenta <del móvil> & añádela.", files: SampleEvents.File("pasos.png")));

        var mail = await MailAsync(ticket.Customer);
        Assert.Contains("> Quita la cuenta <del móvil> & añádela.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;del ", mail.Html, StringComparison.Ordinal);
        Assert.All([mail.Text, mail.Seen], part =>
        {
            foreach (var fact in new[] { "Carlos te respondió", "Ver y responder", "pasos.png", "72 horas", $"/t/{Secret}" })
                Assert.Contains(fact, part, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task NO4_the_assignee_gets_what_the_customer_answered()
    {
        var agent = SampleEvents.Agent("en");
        var ticket = Ticket("es") with { Assignee = agent };
        await _service.PublishAsync(SampleEvents.Replied(ticket, "Ya funciona."));

        var mail = await MailAsync(agent);
        Assert.Contains("> Ya funciona.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Pérez replied", mail.Seen, StringComparison.Ordinal);
        Assert.Contains($"/desk/tickets/{ticket.Number}", mail.Text, StringComparison.Ordinal);
        Assert.Empty(_installation.Smtp.To(ticket.Customer.Email));
    }

    [Fact]
    public async Task NO6_the_customer_hears_of_a_new_status_in_words()
    {
        var ticket = Ticket("es");
        await _service.PublishAsync(SampleEvents.StatusChanged(ticket, TicketStatus.OnHold));

        var mail = await MailAsync(ticket.Customer);
        Assert.All([mail.Text, mail.Seen], part => Assert.Contains("«En pausa»", part, StringComparison.Ordinal));
        Assert.All(
            [mail.Text, mail.Seen],
            part => Assert.Contains("Dependemos de algo que no está en tus manos", part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NO7_the_customer_hears_that_it_is_closed_why_and_until_when_it_can_be_reopened()
    {
        var ticket = Ticket("es");
        await _service.PublishAsync(SampleEvents.Closed(ticket, ClosingReason.Silence, Actor.System));

        var mail = await MailAsync(ticket.Customer);
        Assert.All([mail.Text, mail.Seen], part =>
        {
            Assert.Contains("Se cerró automáticamente", part, StringComparison.Ordinal);
            Assert.Contains("lunes 30 de noviembre a las 10:05 (UTC−5)", part, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task NO7_what_staff_said_when_closing_stands_in_the_mail()
    {
        var ticket = Ticket("en");
        await _service.PublishAsync(SampleEvents.Closed(ticket) with { Comment = "We <replaced> the printer." });

        var mail = await MailAsync(ticket.Customer);
        Assert.All([mail.Text, mail.Seen], part => Assert.Contains("We <replaced> the printer.", part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_customer_is_warned_when_and_why_the_ticket_will_close()
    {
        var ticket = Ticket("en", TicketStatus.WaitingOnCustomer);
        await _service.PublishAsync(SampleEvents.Warned(ticket));

        var mail = await MailAsync(ticket.Customer);
        Assert.All([mail.Text, mail.Seen], part =>
        {
            Assert.Contains("Your ticket will close on Tuesday 24 November at 10:05 (UTC−5)", part, StringComparison.Ordinal);
            Assert.Contains("72 hours", part, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Mails_of_one_ticket_refer_to_the_first_and_have_one_subject_and_ids_of_their_own()
    {
        var ticket = Ticket("es");
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var first = await MailAsync(ticket.Customer);
        await _service.PublishAsync(SampleEvents.Answered(ticket));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(ticket.Customer.Email).Count() == 2);
        await _service.PublishAsync(SampleEvents.Warned(ticket with { Version = 3 }));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(ticket.Customer.Email).Count() == 3);

        Assert.All(["References", "In-Reply-To"], x => Assert.Empty(first.Headers(x)));
        var later = _installation.Smtp.To(ticket.Customer.Email).Skip(1).ToList();
        Assert.All(later, x => Assert.Equal((first.MailId, first.MailId), (x.Header("References"), x.Header("In-Reply-To"))));
        Assert.All(later, x => Assert.Equal(first.Subject, x.Subject));
        Assert.Equal(3, later.Append(first).Select(x => x.MailId).Distinct().Count());
    }

    [Fact]
    public async Task The_agents_mails_of_a_ticket_are_a_thread_of_their_own()
    {
        var (ticket, agent) = (Ticket("es"), SampleEvents.Agent());
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var customers = await MailAsync(ticket.Customer);
        await _service.PublishAsync(SampleEvents.Assigned(ticket with { Version = 2 }, agent));
        var first = await MailAsync(agent);
        Assert.Empty(first.Headers("References"));
        await _service.PublishAsync(SampleEvents.Replied(ticket with { Assignee = agent, Version = 3 }));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(agent.Email).Count() == 2);
        Assert.Equal(first.MailId, _installation.Smtp.To(agent.Email).Last().Header("References"));
        Assert.NotEqual(first.MailId, customers.MailId);
    }

    [Fact]
    public async Task The_mail_of_an_opened_ticket_is_handed_over_at_once()
    {
        await _service.PublishAsync(SampleEvents.Opened(Ticket("es")));
        var waits = new List<double>();
        for (var i = 0; i < 40; i++)
        {
            var ticket = Ticket("es");
            var started = TimeProvider.System.GetTimestamp();
            await _service.PublishAsync(SampleEvents.Opened(ticket));
            while (!_installation.Smtp.To(ticket.Customer.Email).Any())
                await Task.Delay(1, TestContext.Current.CancellationToken);
            waits.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        waits.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Published to handed over: median {waits[20]:0} ms, slowest of 40 {waits[^1]:0} ms"));
        Assert.InRange(waits[20], 0, 1000);
    }

    TicketSnapshot Ticket(string language, TicketStatus status = TicketStatus.New) =>
        SampleEvents.Ticket(SampleEvents.Customer(language), status: status, token: _service.Protect(Secret));

    async Task<ReceivedMail> MailAsync(Person to)
    {
        await Eventually.HoldsAsync(() => _installation.Smtp.To(to.Email).Any());
        return Assert.Single(_installation.Smtp.To(to.Email));
    }
}
