using Helpdesk.Fixtures;
using Helpdesk.Notification.Tests.Smtp;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Mail;

namespace Helpdesk.Notification.Tests;

public sealed class Handing_mails_over : IAsyncDisposable
{
    readonly MailServer _server = new();
    readonly SmtpTimeouts _timeouts = new();
    SmtpOptions _smtp;

    public Handing_mails_over() => _smtp = Rendering.Smtp(_server.Port);

    [Fact]
    public async Task NO10_the_mail_arrives_with_both_parts_and_its_headers()
    {
        using var transport = new SmtpTransport(_timeouts);
        await transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);

        var mail = Assert.Single(_server.Mails);
        Assert.Equal("[HD-000123] ¿Contraseña? 👩‍🔧", mail.Subject);
        Assert.Equal("Hola, Ana:\n. un punto\nñandú\n", mail.Text.TrimEnd() + "\n");
        Assert.Equal("<p>ñandú</p>", mail.Html.TrimEnd());
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.True(mail.Raw.IndexOf("text/plain", StringComparison.Ordinal) < mail.Raw.IndexOf("text/html", StringComparison.Ordinal));
        Assert.Contains("Soporte Andina", mail.Sender, StringComparison.Ordinal);
        Assert.Equal("<1@andina.example>", mail.MailId);
        Assert.Equal("<ticket.1@andina.example>", mail.Header("References"));
        Assert.Equal("<ticket.1@andina.example>", mail.Header("In-Reply-To"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("HD-000123", mail.Header("X-Helpdesk-Ticket"));
        Assert.NotEmpty(mail.Header("Date"));
    }

    [Fact]
    public async Task F4_no_field_can_add_a_header()
    {
        const string Attack = "x\r\nBcc: victim@example.org\r\n\r\nbody";
        using var transport = new SmtpTransport(_timeouts);
        var attack = Mail() with { Subject = Attack, To = new(Attack, "ana@example.org"), TicketNumber = Attack };
        await transport.SendAsync(attack, _smtp, TestContext.Current.CancellationToken);

        var mail = Assert.Single(_server.Mails);
        Assert.Empty(mail.Headers("Bcc"));
        Assert.Equal("x Bcc: victim@example.org body", mail.Subject);
        Assert.Equal("Hola, Ana:\n. un punto\nñandú", mail.Text.TrimEnd());
    }

    [Fact]
    public async Task Mails_in_a_row_share_one_connection()
    {
        using var transport = new SmtpTransport(_timeouts);
        for (var i = 0; i < 5; i++)
            await transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);

        Assert.Equal((5, 1), (_server.Mails.Count, _server.Connections));
    }

    [Fact]
    public async Task A_refused_recipient_is_refused_for_good_and_the_next_mail_still_goes()
    {
        _server.OnRecipient = to => to == "nobody@example.org" ? "550 5.1.1 No such user here" : null;
        using var transport = new SmtpTransport(_timeouts);

        var toNobody = Mail() with { To = new("", "nobody@example.org") };
        var refused = await Assert.ThrowsAsync<MailRefusedException>(
            () => transport.SendAsync(toNobody, _smtp, TestContext.Current.CancellationToken));
        Assert.Contains("No such user here", refused.Message, StringComparison.Ordinal);
        await transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);
        Assert.Single(_server.Mails);
    }

    [Theory]
    [InlineData("450 4.2.1 Come back later")]
    [InlineData("451 4.3.0 Greylisted")]
    public async Task A_recipient_refused_for_now_is_not_refused_for_good(string reply)
    {
        _server.OnRecipient = _ => reply;
        using var transport = new SmtpTransport(_timeouts);
        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken));
        Assert.IsNotType<MailRefusedException>(exception);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("a@b@c")]
    [InlineData("nobody")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ana@example.org, other@example.net")]
    [InlineData("grupo: ana@example.org, other@example.net;")]
    [InlineData("<ana@example.org>")]
    public void What_is_no_address_is_none(string address) => Assert.False(AddressParser.TryParse(address, "Ana", out _));

    [Fact]
    public async Task NO11_a_server_that_says_nothing_costs_no_more_than_the_timeout()
    {
        _server.Silent = true;
        using var transport = new SmtpTransport(_timeouts);
        _smtp = Rendering.Smtp(_server.Port) with { Timeout = TimeSpan.FromSeconds(3) };
        var sending = transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => _server.Connections == 1);
        Assert.False(sending.IsCompleted);
        Assert.Equal([TimeSpan.FromSeconds(3)], _timeouts.Pending);
        _timeouts.ExpireAll();
        await Assert.ThrowsAsync<TimeoutException>(() => sending);
        Assert.Empty(_timeouts.Pending);

        _server.Silent = false;
        await transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);
        Assert.Single(_server.Mails);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_an_error_and_the_next_mail_gets_a_new_connection()
    {
        _server.OnMail = _ => null;
        using var transport = new SmtpTransport(_timeouts);
        await Assert.ThrowsAnyAsync<Exception>(() => transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken));
        _server.OnMail = _ => "250 Ok";
        await transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);
        Assert.Equal((2, 2), (_server.Mails.Count, _server.Connections));
    }

    [Theory]
    [InlineData("helpdesk:s3cret", true)]
    [InlineData("helpdesk:wrong", false)]
    public async Task The_account_of_the_smtp_is_used_and_a_wrong_one_is_no_fault_of_the_recipient(string account, bool taken)
    {
        _server.Account = account;
        using var transport = new SmtpTransport(_timeouts);
        _smtp = Rendering.Smtp(_server.Port) with { User = "helpdesk", Password = "s3cret" };
        var exception = await Record.ExceptionAsync(() => transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken));
        Assert.Equal((taken, taken ? 1 : 0), (exception is null, _server.Mails.Count));
        Assert.IsNotType<MailRefusedException>(exception);
    }

    [Fact]
    public async Task Where_TLS_is_demanded_nothing_is_sent_in_the_clear()
    {
        using var transport = new SmtpTransport(_timeouts);
        _smtp = Rendering.Smtp(_server.Port) with { Tls = MailServerTls.StartTls };
        await Assert.ThrowsAnyAsync<Exception>(() => transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken));
        Assert.Empty(_server.Mails);
    }

    [Fact]
    public async Task A_changed_server_gets_a_connection_of_its_own()
    {
        await using var other = new MailServer();
        using var transport = new SmtpTransport(_timeouts);
        await transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);
        await transport.SendAsync(Mail(), Rendering.Smtp(other.Port), TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (_server.Mails.Count, other.Mails.Count));
    }

    [Fact]
    public async Task What_can_be_turned_off_says_where_and_a_mail_about_no_ticket_names_none()
    {
        using var transport = new SmtpTransport(_timeouts);
        await transport.SendAsync(Mail() with
        {
            Unsubscribe = "https://help.andina.example/off?token=x",
            TicketNumber = null,
            ThreadId = null,
        }, _smtp, TestContext.Current.CancellationToken);
        await transport.SendAsync(Mail(), _smtp, TestContext.Current.CancellationToken);

        var (first, second) = (_server.Mails.First(), _server.Mails.Last());
        Assert.Equal("<https://help.andina.example/off?token=x>", first.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", first.Header("List-Unsubscribe-Post"));
        Assert.All(["References", "In-Reply-To", "X-Helpdesk-Ticket"], x => Assert.Empty(first.Headers(x)));
        Assert.Empty(second.Headers("List-Unsubscribe"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    static OutgoingMail Mail() => new()
    {
        MailId = "<1@andina.example>",
        To = new("Ana Pérez", "ana@example.org"),
        Subject = "[HD-000123] ¿Contraseña? 👩‍🔧",
        Html = "<p>ñandú</p>",
        Text = "Hola, Ana:\n. un punto\nñandú",
        Language = "es",
        From = new("Soporte Andina", "soporte@andina.example"),
        TicketNumber = "HD-000123",
        ThreadId = "<ticket.1@andina.example>",
    };
}
