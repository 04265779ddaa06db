using Helpdesk.Api.Deliveries;
using Helpdesk.Api.MailTests;
using Helpdesk.Fixtures;
using Helpdesk.Notification.MailTests;
using Helpdesk.Notification.Tests.Smtp;
using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Mail;

namespace Helpdesk.Notification.Tests;

public sealed class Connections_to_the_mail_server
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailServerTls.StartTls)]
    [InlineData(MailServerTls.Implicit)]
    public async Task Mails_go_by_TLS_after_the_greeting_or_from_the_first_byte_and_by_one_connection(MailServerTls tls)
    {
        await using var server = new MailServer(tls: tls) { Account = "helpdesk:s3cret \"ñ\"" };
        using var transport = new SmtpTransport(TimeProvider.System, TestCertificate.Trusted);
        var smtp = Rendering.Smtp(server.Port) with { Tls = tls, User = "helpdesk", Password = "s3cret \"ñ\"" };
        await transport.SendAsync(await MailAsync(), smtp, Stop);
        await transport.SendAsync(await MailAsync(), smtp, Stop);
        Assert.Equal((2, 1), (server.Mails.Count, server.Connections));
    }

    [Theory]
    [InlineData(MailServerTls.StartTls, MailServerTls.StartTls, "its certificate is not valid")]
    [InlineData(MailServerTls.Implicit, MailServerTls.Implicit, "its certificate is not valid")]
    [InlineData(MailServerTls.StartTls, MailServerTls.None, "STARTTLS")]
    [InlineData(MailServerTls.Implicit, MailServerTls.None, "587")]
    public async Task NO12_what_is_wrong_with_TLS_is_said_and_nothing_is_sent(MailServerTls demanded, MailServerTls offered, string said)
    {
        await using var server = new MailServer(tls: offered);
        using var transport = new SmtpTransport(TimeProvider.System);
        var smtp = Rendering.Smtp(server.Port) with { Tls = demanded, User = "helpdesk", Password = "s3cret" };
        var mail = await MailAsync();
        var refused = await Assert.ThrowsAsync<MailServerUnavailableException>(() => transport.SendAsync(mail, smtp, Stop));
        Assert.Empty(server.Mails);
        Assert.Equal(MailTestOutcome.TlsFailed, MailTestResult.Of(refused, smtp).Outcome);
        Assert.Contains(said, MailTestResult.Of(refused, smtp).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_is_told_the_full_name_of_this_machine_or_its_address()
    {
        await using var server = new MailServer();
        using (var transport = new SmtpTransport(TimeProvider.System))
            await transport.SendAsync(await MailAsync(), Rendering.Smtp(server.Port) with { HostName = "mx.andina.example" }, Stop);
        using (var transport = new SmtpTransport(TimeProvider.System))
            await transport.SendAsync(await MailAsync(), Rendering.Smtp(server.Port) with { HostName = null }, Stop);
        Assert.Equal(["mx.andina.example", "127.0.0.1"], server.Mails.Select(x => x.HandedOverBy));
    }

    [Theory]
    [InlineData("554 5.3.2 No service here")]
    [InlineData("421 4.3.2 Too busy")]
    [InlineData("SSH-2.0-OpenSSH")]
    public async Task A_server_that_serves_nobody_is_no_fault_of_the_mail(string greeting)
    {
        await using var server = new MailServer { Greeting = greeting };
        using var transport = new SmtpTransport(TimeProvider.System);
        var mail = await MailAsync();
        await Assert.ThrowsAsync<MailServerUnavailableException>(() => transport.SendAsync(mail, Rendering.Smtp(server.Port), Stop));
    }

    [Theory]
    [InlineData("421 4.7.0 Enough mails for one connection")]
    [InlineData("So long")]
    public async Task A_kept_connection_that_the_server_ends_is_replaced_and_the_mail_goes_once(string reply)
    {
        await using var server = new MailServer();
        using var transport = new SmtpTransport(TimeProvider.System);
        await transport.SendAsync(await MailAsync(), Rendering.Smtp(server.Port), Stop);
        var ended = 0;
        server.OnSender = _ => ended++ == 0 ? reply : null;
        await transport.SendAsync(await MailAsync(), Rendering.Smtp(server.Port), Stop);
        Assert.Equal((2, 2), (server.Mails.Count, server.Connections));
    }

    [Fact]
    public async Task F31_a_mail_that_may_have_been_taken_is_not_sent_again_by_itself()
    {
        await using var server = new MailServer();
        using var transport = new SmtpTransport(TimeProvider.System);
        await transport.SendAsync(await MailAsync(), Rendering.Smtp(server.Port), Stop);
        server.OnMail = _ => null;
        var mail = await MailAsync();
        await Assert.ThrowsAsync<MailServerUnavailableException>(() => transport.SendAsync(mail, Rendering.Smtp(server.Port), Stop));
        Assert.Equal((2, 1), (server.Mails.Count, server.Connections));
    }

    [Fact]
    public async Task A_refused_recipient_does_not_cost_the_connection()
    {
        await using var server = new MailServer { OnRecipient = to => to == "ana@example.org" ? null : "550 5.1.1 Nobody" };
        using var transport = new SmtpTransport(TimeProvider.System);
        await Assert.ThrowsAsync<MailRefusedException>(async () =>
            await transport.SendAsync(await MailAsync() with { To = new("", "nobody@example.org") }, Rendering.Smtp(server.Port), Stop));
        await transport.SendAsync(await MailAsync(), Rendering.Smtp(server.Port), Stop);
        Assert.Equal((1, 1), (server.Mails.Count, server.Connections));
    }

    [Theory]
    [InlineData(true, "PIPELINING", "8BITMIME", "SMTPUTF8")]
    [InlineData(true, "8BITMIME", "SMTPUTF8")]
    [InlineData(false, "PIPELINING", "8BITMIME")]
    [InlineData(false, "PIPELINING", "SMTPUTF8")]
    [InlineData(false)]
    public async Task An_address_beyond_ASCII_needs_a_server_for_it_and_is_final_without(bool taken, params string[] extensions)
    {
        await using var server = new MailServer { Extensions = extensions };
        using var transport = new SmtpTransport(TimeProvider.System);
        var mail = await MailAsync() with { To = Rendering.Address("josé@ñandú.example", "José") };
        var refused = await Record.ExceptionAsync(() => transport.SendAsync(mail, Rendering.Smtp(server.Port), Stop));
        Assert.Equal(taken, refused is null);
        Assert.Equal(taken ? ["josé"] : [], server.Mails.Select(x => x.To.Split('@')[0]));
        if (!taken)
            Assert.Equal((DeliveryCause.Refused, false), refused is MailRefusedException final ? (final.Cause, final.ByServer) : default);
        await transport.SendAsync(mail with { To = Rendering.Address("ana@ñandú.example", "Ana") }, Rendering.Smtp(server.Port), Stop);
        Assert.Equal("ana@xn--and-6ma2c.example", server.Mails.Last().To);
        Assert.Contains("<ana@xn--and-6ma2c.example>", server.Mails.Last().Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO11_every_step_can_be_called_off()
    {
        await using var server = new MailServer { Silent = true };
        using var transport = new SmtpTransport(TimeProvider.System);
        using var calledOff = new CancellationTokenSource();
        var sending = transport.SendAsync(await MailAsync(), Rendering.Smtp(server.Port), calledOff.Token);
        await Eventually.HoldsAsync(() => server.Connections == 1);
        await calledOff.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    static Task<OutgoingMail> MailAsync() =>
        Rendering.RenderAsync(new Mails.ConnectionTestMail { Staff = true, Installation = "Andina", At = SampleEvents.Now }, "es");
}
