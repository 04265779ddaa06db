using System.Text;
using Helpdesk.Notification.Transport;
using MimeKit;

namespace Helpdesk.Notification.Tests;

public sealed class Names_that_people_type
{
    static readonly string[] Bricks =
    [
        "a", " ", "\"", "\\", "<", ">", ",", ";", ":", "@", "(", ")", "[", "]", "=?", "?=", "utf-8", "?q?", "?B?", "=40",
        "_", ".", "'", "ñ",
        "日本", "👩‍🔧",
        "\r\n", "\t", "\0", "\u202E", "\u200B", "\u2028", "other@example.net", "<other@example.net>", "Bcc: other@example.net", "grupo:",
    ];

    public static TheoryData<string> Names => new(
        "Ana Perez", "Ana Pérez", "Maria \"Pepa\" Lopez", "Ana \\", "a\" <other@example.net>, \"b", "Soporte \"TI\"",
        "O'Brien, Pat", "(nadie)",
        "other@example.net", "<other@example.net>", "Grupo: other@example.net, b@example.net;",
        "=?utf-8?q?x=40example=2Enet?=", "José =?utf-8?q?x?=", "x =?utf-8?b?YQ==?= y", "=?", "日本 太郎", "👩‍🔧 \"Pepa\"",
        "Ana\r\nBcc: other@example.net", "Ana\u202E\u200B\u2028Perez", "\t", "", " Ana ", "\uD83D",
        new string('a', 3000), string.Concat(Enumerable.Repeat("ñandú 👩‍🔧 ", 300)), new string('"', 500));

    [Theory, MemberData(nameof(Names))]
    public void F4_never_change_whom_a_mail_is_to_or_from(string name) => Holds(name);

    [Fact]
    public void F4_never_do_so_however_they_are_put_together()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 3000; i++)
            Holds(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Bricks[random.Next(Bricks.Length)])));
    }

    [Theory]
    [InlineData("[HD-000123] =?utf-8?q?x?=")]
    [InlineData("[HD-000123] =?utf-8?b?YQ==?= y")]
    [InlineData("[HD-000123] uno\r\nBcc: other@example.net")]
    [InlineData("[HD-000123] ¿Contraseña? 👩‍🔧")]
    [InlineData("[HD-000123] a=?b")]
    public void A_subject_reads_as_it_was_typed_in_one_line(string subject)
    {
        var (raw, message) = Written(Mail("Ana", "Soporte") with { Subject = subject });
        Assert.Equal(HeaderText.Sanitize(subject), message.Subject);
        Assert.DoesNotContain("\r\nBcc", raw, StringComparison.OrdinalIgnoreCase);
    }

    static void Holds(string name)
    {
        foreach (var international in new[] { false, true })
        {
            var (raw, message) = Written(Mail(name, name), international);
            var to = Assert.IsType<MailboxAddress>(Assert.Single(message.To));
            var from = Assert.IsType<MailboxAddress>(Assert.Single(message.From));
            Assert.Equal((HeaderText.Sanitize(name), "ana@example.org"), (to.Name ?? "", to.Address));
            Assert.Equal((HeaderText.Sanitize(name), "soporte@andina.example"), (from.Name ?? "", from.Address));
            Assert.Empty(message.Bcc.Concat(message.Cc));
            foreach (var header in new[] { HeaderId.To, HeaderId.From })
            {
                // As any program finds it: words that mean nothing, and one address in its brackets.
                var value = Encoding.UTF8.GetString(Assert.Single(message.Headers, x => x.Id == header).RawValue);
                const string Name = @" [A-Za-z0-9 ]{1,60}\r\n| (=\?utf-8\?B\?[A-Za-z0-9+/=]+\?=\r\n )+";
                Assert.Matches($@"\A({Name})? ?<(ana@example\.org|soporte@andina\.example)>\r\n\z", value);
            }

            Assert.All(raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n"), x => Assert.InRange(x.Length, 1, 78));
        }
    }

    static (string Raw, MimeMessage Message) Written(OutgoingMail mail, bool international = false)
    {
        using var written = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        (format.NewLineFormat, format.International) = (NewLineFormat.Dos, international);
        MimeMessages.Create(mail).WriteTo(format, written, TestContext.Current.CancellationToken);
        var raw = written.ToArray();
        return (Encoding.UTF8.GetString(raw), MimeMessage.Load(new MemoryStream(raw), TestContext.Current.CancellationToken));
    }

    static OutgoingMail Mail(string to, string from) => new()
    {
        MailId = "<1@andina.example>",
        To = Rendering.Address("ana@example.org", to),
        From = Rendering.Address("soporte@andina.example", from),
        Subject = "[HD-000123] Correo",
        Html = "<p>x</p>",
        Text = "x",
        Language = "es",
    };
}
