using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Tests;

public sealed class What_a_mail_server_answers
{
    [Theory]
    // There is no such mailbox, or it takes nothing.
    [InlineData(true, 550, "5.1.1 No such user", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 550, "5.1.2 No such domain", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 553, "5.1.3 Bad address", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 556, "5.1.10 Takes no mail", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 550, "5.2.1 Disabled", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 552, "5.2.2 Full", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 550, "5.4.1 Recipient address rejected", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 550, "No such user", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 551, "User not local", nameof(SmtpVerdict.Bounced))]
    [InlineData(true, 553, "Mailbox name not allowed", nameof(SmtpVerdict.Bounced))]
    [InlineData(false, 550, "5.1.1 No such user", nameof(SmtpVerdict.Bounced))]
    // Final, and not for the mailbox.
    [InlineData(true, 550, "5.7.1 Relaying denied", nameof(SmtpVerdict.Rejected))]
    [InlineData(true, 554, "5.7.1 Blocked", nameof(SmtpVerdict.Rejected))]
    [InlineData(true, 550, "5.1.8 Sender's domain is unknown", nameof(SmtpVerdict.Rejected))]
    [InlineData(true, 550, "5.1.7 Bad sender", nameof(SmtpVerdict.Rejected))]
    [InlineData(true, 554, "No", nameof(SmtpVerdict.Rejected))]
    [InlineData(true, 501, "5.5.4 Syntax", nameof(SmtpVerdict.Rejected))]
    [InlineData(false, 550, "Not that sender", nameof(SmtpVerdict.Rejected))]
    [InlineData(false, 552, "5.3.4 Too big", nameof(SmtpVerdict.Rejected))]
    [InlineData(false, 554, "5.6.0 Content", nameof(SmtpVerdict.Rejected))]
    [InlineData(false, 554, "Spam", nameof(SmtpVerdict.Rejected))]
    // This mail waits.
    [InlineData(true, 450, "4.2.0 Greylisted", nameof(SmtpVerdict.Deferred))]
    [InlineData(true, 451, "4.3.0 Greylisted", nameof(SmtpVerdict.Deferred))]
    [InlineData(true, 451, "4.7.1 Greylisted", nameof(SmtpVerdict.Deferred))]
    [InlineData(true, 452, "4.2.2 Full", nameof(SmtpVerdict.Deferred))]
    [InlineData(true, 450, "Later", nameof(SmtpVerdict.Deferred))]
    [InlineData(false, 451, "4.7.1 Greylisted", nameof(SmtpVerdict.Deferred))]
    [InlineData(false, 452, "4.2.2 Full", nameof(SmtpVerdict.Deferred))]
    // All mails wait.
    [InlineData(true, 421, "4.7.0 Too many connections", nameof(SmtpVerdict.Unavailable))]
    [InlineData(false, 421, "Closing", nameof(SmtpVerdict.Unavailable))]
    [InlineData(false, 451, "4.3.0 Local error", nameof(SmtpVerdict.Unavailable))]
    [InlineData(false, 452, "4.3.1 No room", nameof(SmtpVerdict.Unavailable))]
    [InlineData(false, 451, "Try later", nameof(SmtpVerdict.Unavailable))]
    [InlineData(false, 530, "5.7.0 Sign in first", nameof(SmtpVerdict.Unavailable))]
    [InlineData(true, 530, "5.7.1 Sign in first", nameof(SmtpVerdict.Unavailable))]
    public void N4_is_told_apart_by_its_codes(bool toRecipient, int code, string text, string verdict) =>
        Assert.Equal(verdict, SmtpVerdicts.Of(SmtpReply.Of(code, text), toRecipient).ToString());

    [Theory]
    [InlineData(550, "5.1.1 No such user", "5.1.1")]
    [InlineData(556, "5.1.10 Null MX", "5.1.10")]
    [InlineData(550, "No such user; see 5.1.2", null)]
    [InlineData(550, "5.1.1.4 is an address", null)]
    [InlineData(550, "2.example is no code", null)]
    [InlineData(550, "", null)]
    public void The_enhanced_code_is_what_the_reply_begins_with(int code, string text, string? status) =>
        Assert.Equal(status, SmtpReply.Of(code, text).Status);
}
