namespace Helpdesk.Notification.Transport;

/// <summary>What a mail server's reply to a mail means for it and for the others.</summary>
enum SmtpVerdict
{
    /// <summary>Final: there is no such mailbox, or it takes nothing.</summary>
    Bounced,
    /// <summary>Final, and not for the recipient's mailbox: the sender, the content, the server's rules.</summary>
    Rejected,
    /// <summary>This mail has to wait.</summary>
    Deferred,
    /// <summary>All mails have to wait: the server serves nobody, or not us.</summary>
    Unavailable,
}

static class SmtpVerdicts
{
    /// <param name="reply">To the commands of one mail.</param>
    /// <param name="toRecipient">Whether it answers the recipient's address, and not the sender's or the mail.</param>
    public static SmtpVerdict Of(SmtpReply reply, bool toRecipient) => reply switch
    {
        { Code: 421 or 530 or 534 or 535 or 538 } => SmtpVerdict.Unavailable,
        { IsFinal: true } => IsAboutMailbox(reply, toRecipient) ? SmtpVerdict.Bounced : SmtpVerdict.Rejected,
        // Address, mailbox, content, policy (greylisting): not what others wait for.
        { Subject: 1 or 2 or 6 or 7 } => SmtpVerdict.Deferred,
        _ => toRecipient ? SmtpVerdict.Deferred : SmtpVerdict.Unavailable,
    };

    // 5.1.7 and 5.1.8 are of the sender's address; 5.4.1 is how Exchange Online says that it has no such mailbox.
    static bool IsAboutMailbox(SmtpReply reply, bool toRecipient) => reply switch
    {
        { Subject: 1, Detail: 7 or 8 } => false,
        { Subject: 1 or 2 } => true,
        { Subject: 4, Detail: 1 } => toRecipient,
        { Subject: 0 } => toRecipient && reply.Code is 550 or 551 or 553,
        _ => false,
    };
}
