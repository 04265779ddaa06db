using Helpdesk.Notification.Transport;
using Helpdesk.ServiceDefaults.Mail;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Notification.Tests;

public sealed class Settings_of_the_mail_server
{
    [Theory]
    [InlineData("smtp://localhost:1025", "localhost", 1025, MailServerTls.None, null, null)]
    [InlineData("smtp://mail.example.org", "mail.example.org", 25, MailServerTls.None, null, null)]
    [InlineData("smtp://mail.example.org?tls=true", "mail.example.org", 587, MailServerTls.StartTls, null, null)]
    [InlineData("smtps://mail.example.org", "mail.example.org", 465, MailServerTls.Implicit, null, null)]
    [InlineData("smtps://mail.example.org:465", "mail.example.org", 465, MailServerTls.Implicit, null, null)]
    [InlineData("smtp://mail.example.org:465", "mail.example.org", 465, MailServerTls.Implicit, null, null)]
    [InlineData("smtps://mail.example.org:587", "mail.example.org", 587, MailServerTls.StartTls, null, null)]
    [InlineData("smtps://mail.example.org:2465?tls=implicit", "mail.example.org", 2465, MailServerTls.Implicit, null, null)]
    [InlineData("smtp://ana%40x.org:p%3Aw@mail.example.org?tls=true", "mail.example.org", 587, MailServerTls.StartTls, "ana@x.org", "p:w")]
    public void The_address_says_everything(string mailbox, string host, int port, MailServerTls tls, string? user, string? password)
    {
        var settings = Read(mailbox);
        Assert.Equal((host, port, tls, user, password), (settings.Host, settings.Port, settings.Tls, settings.User, settings.Password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("localhost:1025")]
    [InlineData("http://localhost")]
    public void An_address_that_cannot_work_is_said_so(string? mailbox) =>
        Assert.Contains(
            "ConnectionStrings:mailbox", Assert.Throws<InvalidOperationException>(() => Read(mailbox)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_sender_is_said_so() =>
        Assert.Contains("Mail:From", Assert.Throws<InvalidOperationException>(() => Read("smtp://localhost:1025", "")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_name_of_this_machine_can_be_said_and_must_be_one()
    {
        Assert.Equal("mx.andina.example", Rendering.Smtp(25, ("Mail:HostName", "mx.andina.example")).HostName);
        Assert.Contains("Mail:HostName", Assert.Throws<InvalidOperationException>(
            () => Rendering.Smtp(25, ("Mail:HostName", "mx\r\nMAIL FROM:<x@example.org>"))).Message, StringComparison.Ordinal);
        // One that is no full name is not told: the address is.
        Assert.Contains('.', Rendering.Smtp().HostName ?? "127.0.0.1");
    }

    [Theory]
    [InlineData("https://help.andina.example:8443", "no-reply@help.andina.example")]
    [InlineData("http://localhost:8080", "no-reply@localhost")]
    [InlineData("http://127.0.0.1:8080", "no-reply@127.0.0.1")]
    public void Until_a_sender_is_configured_it_is_nobody_at_the_public_address(string portal, string from) =>
        Assert.Equal(from, SmtpOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:mailbox"] = "smtp://localhost:1025",
            ["Links:Portal"] = portal,
        }).Build()).From.Address);

    static SmtpOptions Read(string? mailbox, string from = "soporte@andina.example") => SmtpOptions.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:mailbox"] = mailbox, ["Mail:From"] = from }).Build());
}
