using Helpdesk.Notification.Transport;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Notification.Tests;

public sealed class Settings_of_the_mailbox
{
    [Theory]
    [InlineData("smtp://localhost:1025", "localhost", 1025, false, null, null)]
    [InlineData("smtp://mail.example.org", "mail.example.org", 25, false, null, null)]
    [InlineData("smtps://mail.example.org", "mail.example.org", 587, true, null, null)]
    [InlineData("smtp://ana%40x.org:p%3Aw@mail.example.org:587?tls=true", "mail.example.org", 587, true, "ana@x.org", "p:w")]
    public void The_address_says_everything(string mailbox, string host, int port, bool tls, string? user, string? password)
    {
        var settings = Read(mailbox);
        Assert.Equal((host, port, tls, user, password), (settings.Host, settings.Port, settings.Tls, settings.User, settings.Password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("localhost:1025")]
    [InlineData("http://localhost")]
    [InlineData("smtps://mail.example.org:465")]
    public void An_address_that_cannot_work_is_said_so(string? mailbox) =>
        Assert.Contains("ConnectionStrings:mailbox", Assert.Throws<InvalidOperationException>(() => Read(mailbox)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_sender_is_said_so() =>
        Assert.Contains("Mail:From", Assert.Throws<InvalidOperationException>(() => Read("smtp://localhost:1025", "")).Message, StringComparison.Ordinal);

    static MailSettings Read(string? mailbox, string from = "soporte@andina.example") => MailSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:mailbox"] = mailbox, ["Mail:From"] = from }).Build());
}
