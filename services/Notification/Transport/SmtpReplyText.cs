using System.Globalization;

namespace Helpdesk.Notification.Transport;

/// <summary>What a mail server answered, by the numbers that mean the same everywhere, and in our words.</summary>
static class SmtpReplyText
{
    /// <summary>Null when it answered nothing of the kind.</summary>
    public static string? Describe(Exception? exception) => SmtpReply.Of(exception) is not { } reply ? null
        : string.Create(CultureInfo.InvariantCulture, $"The mail server answered {reply}: {Explain(reply)}.");

    static string Explain(SmtpReply reply) => reply switch
    {
        { Subject: 2, Detail: 2 } => "that mailbox is full",
        { Subject: 1, Detail: 7 or 8 } => "it does not take the sender's address",
        { Subject: 1 } => "it takes no mail for that address",
        { Subject: 2 } => "that mailbox takes no mail",
        { Subject: 3 } => "it has no room, or takes no mail of that kind",
        { Subject: 4 } => "it could not pass the mail on",
        { Subject: 5 } => "it did not understand what was asked",
        { Subject: 6 } => "it does not take what the mail contains",
        { Subject: 7 } => "its rules are against it, or it wants another sign-in",
        { Status: not null } => "it did not say why",
        { Code: 421 } => "it serves nobody at the moment",
        { Code: 450 or 550 or 551 or 553 } => "it takes no mail for that address",
        { Code: 452 or 552 } => "it has no room",
        { Code: 454 or 530 or 534 or 535 or 538 } => "it wants another user or password, or a secure connection",
        { IsFinal: false } => "it asks to try again later",
        _ => "it refused the mail",
    };
}
